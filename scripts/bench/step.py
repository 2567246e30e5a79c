"""The recipes of src/gan/recipes as training steps in PyTorch: same networks, losses, optimiser and order of updates.

Reads one JSON request a line and answers each with one, as scripts/bench/protocol.ts says.

    python3 scripts/bench/step.py [cpu|cuda] [threads]
"""
import json
import sys
import time
from math import floor

import torch
from torch import nn
import torch.nn.functional as F

DEVICE = torch.device(sys.argv[1] if len(sys.argv) > 1 else "cpu")
THREADS = int(sys.argv[2]) if len(sys.argv) > 2 else torch.get_num_threads()


class BatchNorm(nn.Module):
    """Normalises by the batch; `updates_running` says whether the running statistics move."""

    def __init__(self, channels, momentum):
        super().__init__()
        self.scale = nn.Parameter(torch.ones(channels))
        self.offset = nn.Parameter(torch.zeros(channels))
        self.register_buffer("mean", torch.zeros(channels))
        self.register_buffer("variance", torch.ones(channels))
        # Ours is the share that is kept, PyTorch's the share that is new.
        self.momentum = 1 - momentum
        self.updates_running = True

    def forward(self, x):
        running = (self.mean, self.variance) if self.updates_running else (None, None)
        return F.batch_norm(x, *running, self.scale, self.offset, True, self.momentum, 1e-5)


class LayerNorm(nn.Module):
    """Each example over all of its features, with scale and offset for each channel."""

    def __init__(self, channels):
        super().__init__()
        self.scale = nn.Parameter(torch.ones(channels))
        self.offset = nn.Parameter(torch.zeros(channels))

    def forward(self, x):
        channels = (-1,) + (1,) * (x.dim() - 2)
        return F.layer_norm(x, x.shape[1:]) * self.scale.view(channels) + self.offset.view(channels)


class Reshape(nn.Module):
    def __init__(self, *shape):
        super().__init__()
        self.shape = shape

    def forward(self, x):
        return x.reshape(x.shape[0], *self.shape)


class Network(nn.Module):
    """Layers in a row; with classes, the class's embedding is appended to the flat input."""

    def __init__(self, layers, classes=0):
        super().__init__()
        self.layers = nn.Sequential(*layers)
        self.embedding = nn.Embedding(classes, classes) if classes else None

    def forward(self, x, labels=None):
        if self.embedding is not None:
            x = torch.cat([x.flatten(1), self.embedding(labels)], 1)
        return self.layers(x)

    def update_running(self, wanted):
        for module in self.modules():
            if isinstance(module, BatchNorm):
                module.updates_running = wanted

    def drop(self, wanted):
        for module in self.modules():
            if isinstance(module, nn.Dropout):
                module.train(wanted)


def cgan(w):
    def block(n, m):
        return [nn.Linear(n, m), BatchNorm(m, 0.8), nn.LeakyReLU(0.2)]

    classes, latent, pixels = 10, 100, 28 * 28
    generator = [nn.Linear(latent + classes, w(128)), nn.LeakyReLU(0.2)]
    generator += block(w(128), w(256)) + block(w(256), w(512)) + block(w(512), w(1024))
    generator += [nn.Linear(w(1024), pixels), nn.Tanh(), Reshape(1, 28, 28)]
    discriminator = [nn.Linear(pixels + classes, w(512)), nn.LeakyReLU(0.2)]
    for _ in range(2):
        discriminator += [nn.Linear(w(512), w(512)), nn.Dropout(0.4), nn.LeakyReLU(0.2)]
    discriminator += [nn.Linear(w(512), 1)]
    return Network(generator, classes), Network(discriminator, classes)


def dragan(w):
    def norm(channels):
        return [BatchNorm(channels, 0.9), nn.ReLU()]

    generator = [nn.Linear(128, w(1024))] + norm(w(1024))
    generator += [nn.Linear(w(1024), 49 * w(128))] + norm(49 * w(128)) + [Reshape(w(128), 7, 7)]
    generator += [nn.ConvTranspose2d(w(128), w(64), 4, 2, 1)] + norm(w(64))
    generator += [nn.ConvTranspose2d(w(64), 1, 4, 2, 1), nn.Sigmoid()]
    discriminator = [nn.Conv2d(1, w(64), 4, 2, 1), nn.LeakyReLU(0.2)]
    discriminator += [nn.Conv2d(w(64), w(128), 4, 2, 1), LayerNorm(w(128)), nn.LeakyReLU(0.2), nn.Flatten()]
    discriminator += [nn.Linear(49 * w(128), w(1024)), LayerNorm(w(1024)), nn.LeakyReLU(0.2), nn.Linear(w(1024), 1)]
    for module in [*generator, *discriminator]:
        if isinstance(module, (nn.Linear, nn.Conv2d, nn.ConvTranspose2d)):
            nn.init.normal_(module.weight, std=0.02)
            nn.init.zeros_(module.bias)
    return Network(generator), Network(discriminator)


class LeastSquares:
    def discriminator(self, real, fake):
        return 0.5 * ((real - 1) ** 2).mean(), 0.5 * (fake**2).mean()

    def generator(self, fake):
        return ((fake - 1) ** 2).mean()

    def score(self, output):
        return output.mean()


class CrossEntropy:
    def discriminator(self, real, fake):
        return F.softplus(-real).mean(), F.softplus(fake).mean()

    def generator(self, fake):
        return F.softplus(-fake).mean()

    def score(self, logits):
        return logits.sigmoid().mean()


class Trainer:
    def __init__(self, name, batch, width):
        conditional = name == "cgan"
        w = lambda units: max(1, floor(units * width + 0.5))
        networks = cgan(w) if conditional else dragan(w)
        self.generator, self.discriminator = [network.to(DEVICE) for network in networks]
        self.objective = LeastSquares() if conditional else CrossEntropy()
        self.batch, self.latent, self.classes = batch, 100 if conditional else 128, 10 if conditional else 0
        self.weight = 10.0 if name == "dragan" else 0.0
        self.trace_every = 10 if conditional else 0
        # G first, then D on the same generated batch; or D first, on a batch of its own.
        self.generator_first = conditional
        self.weights = [list(network.parameters()) for network in (self.generator, self.discriminator)]
        rate = 2e-4 if conditional else 1e-3
        self.optimizers = [torch.optim.Adam(weights, lr=rate, betas=(0.5, 0.999)) for weights in self.weights]
        images = torch.rand(batch, 1, 28, 28)
        self.real = (images * 2 - 1 if conditional else images).to(DEVICE)
        self.labels = torch.randint(self.classes, (batch,)).to(DEVICE) if self.classes else None

    def draw_latent(self):
        shape = (self.batch, self.latent)
        if self.classes:
            return torch.randn(shape, device=DEVICE), torch.randint(self.classes, (self.batch,), device=DEVICE)
        return torch.rand(shape, device=DEVICE) * 2 - 1, None

    def generate(self):
        z, labels = self.draw_latent()
        self.generator.update_running(False)
        with torch.no_grad():
            images = self.generator(z, labels)
        self.generator.update_running(True)
        return images, labels

    def apply(self, which, loss):
        weights = self.weights[which]
        # Only these: what the other network's weights would get is not computed.
        for weight, gradient in zip(weights, torch.autograd.grad(loss, weights)):
            weight.grad = gradient
        self.optimizers[which].step()

    def update_generator(self):
        z, labels = self.draw_latent()
        images = self.generator(z, labels)
        output = self.discriminator(images, labels)
        loss = self.objective.generator(output)
        self.apply(0, loss)
        self.measured += [loss, self.objective.score(output)]
        return images.detach(), labels

    def norms_nearby(self, differentiable):
        noise = torch.randn_like(self.real) * 0.5 * self.real.std(unbiased=False)
        x = (self.real + noise).requires_grad_()
        output = self.discriminator(x, self.labels)
        (gradient,) = torch.autograd.grad(output.sum(), x, create_graph=differentiable)
        norms = (gradient.flatten(1).square().sum(1) + 1e-12).sqrt()
        self.measured += [norms.mean(), norms.square().mean()]
        return norms

    def update_discriminator(self, fake, step):
        images, labels = fake
        on_real = self.discriminator(self.real, self.labels)
        on_fake = self.discriminator(images, labels)
        real, fake_loss = self.objective.discriminator(on_real, on_fake)
        loss = real + fake_loss
        self.measured += [real, fake_loss, self.objective.score(on_real), self.objective.score(on_fake)]
        if self.weight:
            loss = loss + self.weight * (self.norms_nearby(True) - 1).square().mean()
        self.apply(1, loss)
        self.measured += [loss]
        if self.trace_every and step % self.trace_every == 0:
            self.discriminator.drop(False)
            self.norms_nearby(False)
            self.discriminator.drop(True)

    def step(self, number):
        self.measured = []
        if self.generator_first:
            self.update_discriminator(self.update_generator(), number)
        else:
            self.update_discriminator(self.generate(), number)
            self.update_generator()
        return torch.stack([value.detach() for value in self.measured])


def take_steps(trainer, start, count):
    began = time.perf_counter()
    for number in range(start, start + count):
        values = trainer.step(number)
    # The sync point.
    values.tolist()
    return {"milliseconds": (time.perf_counter() - began) * 1000, "scalars": {}}


PRODUCTS = [(1024, 1024, 1024, ""), (1024, 1024, 1024, "A"), (1024, 1024, 1024, "B"), (1024, 1024, 1024, "AB")]
PRODUCTS += [(64, 1024, 784, ""), (64, 784, 1024, "B"), (1024, 784, 64, "A")]
PRODUCTS += [(64, 1024, 6272, ""), (64, 6272, 1024, "B"), (6272, 1024, 64, "A")]


def products():
    """GFLOP/s, best of twenty; the table is that of scripts/bench/products.ts."""
    rates = {}
    for m, n, k, transposed in PRODUCTS:
        a = torch.rand(k, m).t() if "A" in transposed else torch.rand(m, k)
        b = torch.rand(n, k).t() if "B" in transposed else torch.rand(k, n)
        repeats = max(1, round(4e8 / (2 * m * n * k)))
        best, first = float("inf"), time.perf_counter()
        for _ in range(20):
            began = time.perf_counter()
            if began - first > 1.5:
                break
            for _ in range(repeats):
                a @ b
            best = min(best, (time.perf_counter() - began) / repeats)
        name = f"{m} × {k} · {k} × {n}" + (f", {transposed} transposed" if transposed else "")
        rates[name] = 2 * m * n * k / best / 1e9
    return {"gigaflops": rates}


def blas():
    """The library behind matrix products, where the system tells: a reference BLAS is ten times slower than others."""
    try:
        with open("/proc/self/maps") as maps:
            paths = {line.split()[-1] for line in maps if "blas" in line or "libmkl" in line}
    except OSError:
        return ""
    names = sorted("/".join(path.split("/")[-2:]) for path in paths)
    return ", " + " and ".join(names) if names else ""


def main():
    torch.set_num_threads(THREADS)
    torch.manual_seed(1)
    where = torch.cuda.get_device_name() if DEVICE.type == "cuda" else f"CPU, {THREADS} threads" + blas()
    print(json.dumps({"device": f"PyTorch {torch.__version__}, {where}", "software": False}), flush=True)
    trainer = None
    for line in sys.stdin:
        request = json.loads(line)
        try:
            if request["ask"] == "open":
                trainer = Trainer(request["name"], request["batch"], request["width"])
                answer = {"parameters": sum(weight.numel() for weights in trainer.weights for weight in weights)}
            elif request["ask"] == "steps":
                answer = take_steps(trainer, request["from"], request["count"])
            elif request["ask"] == "products":
                answer = products()
            else:
                trainer, answer = None, {}
        except Exception as error:
            answer = {"error": str(error).split("\n")[0]}
        print(json.dumps(answer), flush=True)


main()
