"""Runs exported PyTorch projects in float64, with random numbers that are given: see `npm run parity -- --projects`.

Reads one JSON request a line,

    {"folder", "told", "latent", "noise", "shape", "samples": {"z", "labels"}, "batches", "draws", "gradients"}

and answers with {"tensors": {name: base64 of float64}}: samples, then losses, gradients, and all that the project keeps
after one step; or {"code", "seed"}, and answers with the points that the code's `load` draws. Arrays come as in ../reference.py; what is drawn, in units of N(0, 1) and U(0, 1).
"""
import base64
import importlib
import json
import sys
from copy import deepcopy

import numpy as np
import torch

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)

MODULES = ("model", "losses", "trainer", "optimisers", "draws", "data", "labelled", "philox", "sample", "png", "weights")


def decode(array):
    values = np.frombuffer(base64.b64decode(array["values"]), dtype="<f4").astype(np.float64)
    return torch.from_numpy(values).reshape(array["shape"])


def encode(tensor):
    return base64.b64encode(tensor.detach().contiguous().numpy().astype("<f8").tobytes()).decode()


def channels_first(x):
    return x.movedim(-1, 1) if x.dim() == 4 else x


class Given:
    """What a project's `Draws` gives, taken from what ours drew."""

    def __init__(self, request):
        self.request = request
        self.queues = {name: [decode(array) for array in arrays] for name, arrays in request["draws"].items()}
        self.batches = request["batches"]

    def take(self, purpose, shape):
        return self.queues[purpose].pop(0).reshape(shape)

    def examples(self, given):
        labels = decode(given["labels"]).long()
        return channels_first(decode(given["images"]).reshape(len(labels), *self.request["shape"])), labels

    def real(self):
        self.last = self.batches.pop(0)
        images, labels = self.examples(self.last)
        return (images, labels) if self.request["told"] else images

    def labelled(self):
        # The baseline draws no batch beside its labels.
        if not hasattr(self, "last"):
            self.real()
        return self.examples(self.last["labelled"])

    def latent(self):
        z = self.queues["latent"].pop(0).reshape(-1, self.request["latent"]["size"])
        return 2 * z - 1 if self.request["latent"]["distribution"] == "uniform" else z

    def classes(self):
        return self.queues["classes"].pop(0).long()

    def shares(self, like):
        return self.take("noise", (len(like), *[1] * (like.dim() - 1)))

    def noise(self, like):
        shape = like.movedim(1, -1).shape if like.dim() == 4 else like.shape
        noise = self.take("noise", shape)
        if self.request["noise"] == "uniform":
            noise = 2 * noise - 1
        if self.request["noise"] == "positiveUniform":
            noise = noise * self.take("noise", shape)
        return channels_first(noise)


class GivenDropout(torch.nn.Module):
    def __init__(self, rate, given):
        super().__init__()
        self.rate, self.given = rate, given

    def forward(self, x):
        if not self.training or self.rate == 0:
            return x
        shape = x.movedim(1, -1).shape if x.dim() == 4 else x.shape
        return x * (channels_first(self.given.take("dropout", shape)) >= self.rate) / (1 - self.rate)


def give_masks(network, given):
    for name, module in list(network.named_modules()):
        for child, inner in list(module.named_children()):
            if isinstance(inner, torch.nn.Dropout):
                setattr(module, child, GivenDropout(inner.p, given))


def kept(trainer, tensors):
    """Weights, statistics, averages and moments, by the names of weights.safetensors."""
    for part in ("generator", "discriminator", "average", "classifier"):
        if hasattr(trainer, part):
            for name, value in getattr(trainer, part).state_dict().items():
                if value.is_floating_point():
                    tensors[f"after, {part}.{name}"] = encode(value)
    for part in ("generator", "discriminator"):
        optimiser = getattr(trainer, f"optimiser_{part[0]}", None)
        for name, weight in getattr(trainer, part).named_parameters() if optimiser else ():
            for moment, value in optimiser.state[weight].items():
                if moment != "step" and value is not None:
                    tensors[f"after, moments.{part}.{name}.{moment}"] = encode(value)


def run(request):
    for name in MODULES:
        sys.modules.pop(name, None)
    sys.path[0] = request["folder"]
    importlib.invalidate_caches()
    project = importlib.import_module("trainer")
    given, tensors, updates = Given(request), {}, 0
    trainer = project.Trainer(torch.device("cpu"))
    trainer.load_exported(f"{request['folder']}/weights.safetensors")
    networks = [network for network in (getattr(trainer, "generator", None), trainer.discriminator) if network]

    if request["samples"]:
        drawn = getattr(trainer, "average", trainer.generator)
        arguments = [decode(request["samples"]["z"])]
        if request["told"]:
            arguments.append(decode(request["samples"]["labels"]).long())
        samples = importlib.import_module("sample").sample(drawn, *arguments)
        tensors["samples"] = encode(samples)
        # Of a copy: with an erratum, drawing changes the running statistics.
        importlib.import_module("sample").picture(deepcopy(drawn), 0)

    def record(network):
        nonlocal updates
        part = "discriminator" if network is trainer.discriminator else "generator"
        for name, weight in network.named_parameters():
            update = f"update {updates}, {part}.{name}"
            tensors[update] = encode(weight.grad)
            # Gradients are compared; then both go on from the same ones, because Adam makes a whole step of what
            # rounding leaves of a gradient that is zero.
            weight.grad.copy_(decode(request["gradients"][update]).reshape(weight.shape))
        updates += 1

    project.average_gradients = record
    for network in networks:
        give_masks(network, given)
    losses = trainer.take_step(given)
    for name, value in losses.items():
        tensors[name] = encode(value)
    kept(trainer, tensors)
    left = {name: len(queue) for name, queue in given.queues.items() if queue}
    if left:
        raise ValueError(f"Not everything that was drawn was used: {left}.")
    return tensors


def drawn(request):
    space = {"torch": torch}
    exec(request["code"], space)
    return {"points": encode(space["load"](request["seed"]).double())}


for line in sys.stdin:
    try:
        request = json.loads(line)
        answer = {"tensors": drawn(request) if "code" in request else run(request)}
    except Exception as error:
        answer = {"error": f"{type(error).__name__}: {error}"}
    print(json.dumps(answer), flush=True)
