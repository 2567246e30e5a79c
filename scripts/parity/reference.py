"""Training steps in float64 by PyTorch's own functions and autograd: the reference for `npm run parity`.

Networks, losses and order of updates come as plan JSON (src/gan/plan.ts). Reads one JSON request a line:

    {"ask": "step", "plan", "weights", "batches", "draws"}        every scalar, gradient and weight of one step
    {"ask": "optimizer", "spec", "start", "gradients"}            the weights after each update

and answers each with one line {"tensors": {name: base64 of float64}}. Arrays come as base64 of float32, and images as
[batch, height, width, channels], points as [batch, 2]. What is drawn at random is given; normal and uniform draws come
in units of N(0, 1) and U(0, 1).
"""
import base64
import json
import sys

import numpy as np
import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)


def decode(array):
    values = np.frombuffer(base64.b64decode(array["values"]), dtype="<f4").astype(np.float64)
    return torch.from_numpy(values).reshape(array["shape"])


def encode(tensor):
    return base64.b64encode(tensor.detach().contiguous().numpy().astype("<f8").tobytes()).decode()


class Draws:
    """Random numbers as they were drawn, one queue for each purpose."""

    def __init__(self, queues):
        self.queues = {name: [decode(array) for array in arrays] for name, arrays in queues.items()}

    def take(self, purpose, shape):
        values = self.queues[purpose].pop(0)
        return values.reshape(shape)


def nchw(x):
    return x.permute(0, 3, 1, 2)


def nhwc(x):
    return x.permute(0, 2, 3, 1)


def same_padding(size, kernel, stride):
    total = max((-(-size // stride) - 1) * stride + kernel - size, 0)
    return total // 2, total - total // 2


class Network:
    def __init__(self, spec, weights, draws):
        self.spec, self.draws = spec, draws
        self.weights = {entry["name"]: decode(entry) for entry in weights}
        self.trainable = [entry["name"] for entry in weights if entry["trainable"]]
        # Whether every pass moves the running statistics, and what the last layer was given last.
        self.moved_by_all, self.features = False, None

    def parameters(self):
        return [self.weights[name] for name in self.trainable]

    def require_gradients(self):
        for name in self.trainable:
            self.weights[name] = self.weights[name].detach().requires_grad_()

    def forward(self, x, labels, moves_running, drops=True):
        return self.through(self.spec["layers"], "", x, labels, moves_running or self.moved_by_all, drops)

    def through(self, layers, prefix, x, labels, moves_running, drops):
        for index, layer in enumerate(layers):
            own = f"{prefix}{index}.{layer['kind']}."
            self.features = x
            x = self.layer(layer, own, x, labels, moves_running, drops)
        return x

    def layer(self, layer, own, x, labels, moves_running, drops):
        kind = layer["kind"]
        weight = lambda name: self.weights[own + name]
        if kind == "dense":
            return F.linear(x, weight("kernel").t(), weight("bias"))
        if kind == "conv":
            x = nchw(x)
            if layer["padding"] == "same":
                rows = same_padding(x.shape[2], layer["kernel"], layer["stride"])
                columns = same_padding(x.shape[3], layer["kernel"], layer["stride"])
                x = F.pad(x, columns + rows)
            kernel = weight("kernel").permute(3, 2, 0, 1).contiguous()  # [height, width, in, out] -> [out, in, height, width]
            return nhwc(F.conv2d(x, kernel, weight("bias"), layer["stride"]))
        if kind == "convTranspose":
            kernel = weight("kernel").permute(3, 2, 0, 1).contiguous()  # [height, width, out, in] -> [in, out, height, width]
            y = F.conv_transpose2d(nchw(x), kernel, weight("bias"), layer["stride"])
            if layer["padding"] == "same":
                rows, columns = x.shape[1] * layer["stride"], x.shape[2] * layer["stride"]
                top, left = (y.shape[2] - rows) // 2, (y.shape[3] - columns) // 2
                y = y[:, :, top : top + rows, left : left + columns]
            return nhwc(y)
        if kind == "batchNorm":
            running = (weight("runningMean"), weight("runningVariance")) if moves_running else (None, None)
            image = x.dim() == 4
            y = F.batch_norm(
                nchw(x) if image else x,
                *running,
                weight("scale"),
                weight("offset"),
                training=True,
                momentum=1 - layer["momentum"],
                eps=layer["epsilon"],
            )
            return nhwc(y) if image else y
        if kind == "layerNorm":
            return F.layer_norm(x, x.shape[1:], eps=layer["epsilon"]) * weight("scale") + weight("offset")
        if kind == "relu":
            return F.relu(x)
        if kind == "leakyRelu":
            return F.leaky_relu(x, layer["slope"])
        if kind == "tanh":
            return torch.tanh(x)
        if kind == "sigmoid":
            return torch.sigmoid(x)
        if kind == "dropout":
            if not drops:
                return x
            kept = self.draws.take("dropout", x.shape) >= layer["rate"]
            return x * kept / (1 - layer["rate"])
        if kind == "maxPool":
            return nhwc(F.max_pool2d(nchw(x), layer["size"]))
        if kind == "maxout":
            pieces = F.linear(x, weight("kernel").t(), weight("bias"))
            return pieces.reshape(len(x), layer["units"], layer["pieces"]).max(2).values
        if kind == "flatten":
            return x.reshape(len(x), -1)
        if kind == "reshape":
            return x.reshape(len(x), *layer["shape"])
        if kind == "labelEmbedding":
            return torch.cat([x, F.embedding(labels, weight("table"))], 1)
        if kind == "labelBranch":
            y = F.one_hot(labels, layer["classes"]).double()
            return torch.cat([x, self.through(layer["layers"], own, y, labels, moves_running, drops)], 1)
        if kind == "projection":
            plain = F.linear(x, weight("kernel").t(), weight("bias"))
            return plain + (x * F.embedding(labels, weight("table"))).sum(1, keepdim=True)
        raise ValueError(f"There is no layer {kind}.")


def discriminator_losses(spec, real, fake):
    kind = spec["kind"]
    if kind in ("crossEntropy", "minimax"):
        target = torch.full_like(real, 1 - spec["smoothing"])
        on_real = F.binary_cross_entropy_with_logits(real, target)
        return on_real, F.binary_cross_entropy_with_logits(fake, torch.zeros_like(fake))
    if kind == "leastSquares":
        goals = spec["targets"]
        return ((real - goals["real"]) ** 2).mean() / 2, ((fake - goals["fake"]) ** 2).mean() / 2
    if kind == "hinge":
        return F.relu(1 - real).mean(), F.relu(1 + fake).mean()
    if kind == "wasserstein":
        return -real.mean(), fake.mean()
    if kind == "relativistic":
        return -F.logsigmoid(real - fake.mean()).mean(), -(1 - torch.sigmoid(fake - real.mean())).log().mean()
    raise ValueError(f"There is no objective {kind}.")


def generator_loss(spec, fake, real):
    kind = spec["kind"]
    if kind == "crossEntropy":
        return F.binary_cross_entropy_with_logits(fake, torch.ones_like(fake))
    if kind == "minimax":
        return -F.binary_cross_entropy_with_logits(fake, torch.zeros_like(fake))
    if kind == "leastSquares":
        return spec["generatorWeight"] * ((fake - spec["targets"]["wanted"]) ** 2).mean()
    if kind in ("hinge", "wasserstein"):
        return -fake.mean()
    if kind == "relativistic":
        return -F.logsigmoid(fake - real.mean()).mean() - (1 - torch.sigmoid(real - fake.mean())).log().mean()
    raise ValueError(f"There is no objective {kind}.")


def score(spec, output, others):
    if spec["kind"] == "relativistic":
        return torch.sigmoid(output - others.mean()).mean()
    return (torch.sigmoid(output) if spec["kind"] in ("crossEntropy", "minimax") else output).mean()


def probability(outputs, which, epsilon):
    """Of class `which` of a softmax over the outputs; those of all classes together where it is None."""
    shares = torch.softmax(outputs, 1)
    if which is None:
        return shares[:, :-1].sum(1) + epsilon
    return shares.gather(1, which.view(-1, 1)).squeeze(1) + epsilon


def real_logit(outputs):
    """log p(real) - log p(fake), of K class logits and one for fake."""
    log_shares = F.log_softmax(outputs, 1)
    return torch.logsumexp(log_shares[:, :-1], 1, keepdim=True) - log_shares[:, -1:]


class Step:
    def __init__(self, request):
        self.plan = request["plan"]
        self.supervision = self.plan.get("supervision")
        self.draws = Draws(request["draws"])
        self.generator, self.discriminator = [
            Network(self.plan[name], request["weights"][name], self.draws) for name in ("generator", "discriminator")
        ]
        for network in (self.generator, self.discriminator):
            network.moved_by_all = bool(self.supervision) and self.supervision["statisticsMovedBy"] == "both"
        self.batches, self.last_batch = request["batches"], None
        self.tensors, self.updates = {}, 0

    def classes(self, values):
        return None if self.plan["classes"] == 0 else values.long()

    def inputs(self, labels=None):
        batch, latent = self.plan["batch"], self.plan["latent"]
        z = self.draws.take("latent", (batch, latent["size"]))
        if latent["distribution"] == "uniform":
            z = 2 * z - 1
        if self.plan["classes"] > 0 and labels is None:
            labels = self.draws.take("classes", (batch,)).long()
        return z, self.classes(labels) if labels is not None else None

    def apply(self, which, network, loss):
        gradients = torch.autograd.grad(loss, network.parameters())
        rate = self.plan["optimizers"][which]["rate"]
        for name, gradient in zip(network.trainable, gradients):
            self.tensors[f"update {self.updates}, {which}.{name}"] = encode(gradient)
            moved = network.weights[name].detach() - rate * gradient
            constraint = self.plan["constraint"]
            if which == "discriminator" and constraint:
                moved = moved.clamp(-constraint["bound"], constraint["bound"])
            network.weights[name] = moved
        self.updates += 1

    def measure(self, **scalars):
        for name, value in scalars.items():
            self.tensors[name] = encode(value)

    def images_of(self, batch):
        return decode(batch["images"]).reshape(-1, *self.plan["discriminator"]["input"])

    def as_logit(self, output):
        return real_logit(output) if self.supervision else output

    def rounded(self):
        """The erratum's ε, where the losses are logarithms of rounded probabilities."""
        return self.supervision["epsilon"] if self.supervision and self.plan["objective"]["kind"] == "crossEntropy" else 0

    def fooled(self, output, on_real):
        if self.rounded():
            return -probability(output, None, self.rounded()).log().mean()
        return generator_loss(self.plan["objective"], self.as_logit(output), on_real)

    def told_apart(self, on_real, on_fake):
        if self.rounded():
            fake = torch.full((len(on_fake),), on_fake.shape[1] - 1)
            on_real = -probability(on_real, None, self.rounded()).log().mean()
            return on_real, -probability(on_fake, fake, self.rounded()).log().mean()
        return discriminator_losses(self.plan["objective"], self.as_logit(on_real), self.as_logit(on_fake))

    def score(self, output, others):
        """`others`: what D says of the other kind of examples, as a logit."""
        return score(self.plan["objective"], self.as_logit(output), others)

    def known_classes(self, output, labels):
        """The classes' term of D's loss."""
        labels = labels.long()
        loss = self.supervision["weight"] * -probability(output, labels, self.supervision["epsilon"]).log().mean()
        right = (output[:, :-1].argmax(1) == labels).double().mean()
        self.measure(lossClass=loss, accuracyBatch=right)
        return loss

    def sees_real(self):
        """Whether G's update takes real examples."""
        matches = bool(self.supervision and self.supervision["matching"])
        return matches or self.plan["objective"]["kind"] == "relativistic"

    def update_generator(self, real):
        self.generator.require_gradients()
        z, labels = self.inputs()
        matching = self.supervision["matching"] if self.supervision else 0
        on_real = None
        if self.sees_real():
            with torch.no_grad():
                real_labels = self.classes(decode(real["labels"]))
                on_real = self.as_logit(self.discriminator.forward(self.images_of(real), real_labels, False))
            wanted = self.discriminator.features.mean(0)
        images = self.generator.forward(z, labels, True)
        output = self.discriminator.forward(images, labels, False)
        loss = self.fooled(output, on_real)
        if matching:
            match = matching * ((self.discriminator.features.mean(0) - wanted) ** 2).sum()
            loss = match + (loss if self.supervision["adversarial"] else 0)
            self.measure(lossMatch=match)
        self.measure(lossG=loss, scoreFake=self.score(output, on_real))
        self.apply("generator", self.generator, loss)
        return images.detach(), labels

    def update_classifier(self, batch):
        self.discriminator.require_gradients()
        output = self.discriminator.forward(self.images_of(batch["labelled"]), None, True)
        loss = self.known_classes(output, decode(batch["labelled"]["labels"]))
        self.measure(lossD=loss)
        self.apply("discriminator", self.discriminator, loss)

    def generate(self, labels):
        z, labels = self.inputs(labels)
        with torch.no_grad():
            return self.generator.forward(z, labels, False), labels

    def nearby(self, real):
        """x + δ, with δ in units of the batch's standard deviation."""
        kind, scale = [self.plan["gradientNorm"]["perturbation"][key] for key in ("kind", "scale")]
        noise = self.draws.take("noise", real.shape)
        if kind == "uniform":
            noise = 2 * noise - 1
        if kind == "positiveUniform":
            noise = noise * self.draws.take("noise", real.shape)
        return real + scale * real.std(unbiased=False) * noise

    def gradient_at(self, x, labels, drops, create_graph):
        x = x.detach().requires_grad_()
        output = self.as_logit(self.discriminator.forward(x, labels, False, drops))
        if self.plan["gradientNorm"]["of"] == "probability":
            output = torch.sigmoid(output)
        return torch.autograd.grad(output.sum(), x, create_graph=create_graph)[0]

    def penalty(self, real, fake, labels):
        kind, weight = self.plan["penalty"]["kind"], self.plan["penalty"]["weight"]
        if kind == "r1":
            gradient = self.gradient_at(real, labels, True, True)
            return weight / 2 * gradient.pow(2).flatten(1).sum(1).mean()
        if kind == "wganGp":
            share = self.draws.take("noise", (len(real), *[1] * (real.dim() - 1)))
            points = share * real + (1 - share) * fake
        else:
            points = self.nearby(real)
        gradient = self.gradient_at(points, labels, True, True)
        if kind == "dragan":
            self.trace(gradient)
        by_column = self.plan["gradientNorm"]["over"] == "columns"
        squares = gradient.pow(2) if by_column else gradient.pow(2).flatten(1)
        norms = (squares.sum(1) + 1e-12).sqrt()
        return weight * ((norms - self.plan["gradientNorm"]["target"]) ** 2).mean()

    def trace(self, gradient):
        squares = gradient.pow(2).flatten(1).sum(1)
        self.measure(gradientNorm=squares.sqrt().mean(), gradientSquare=squares.mean())

    def judge(self, real, labels, fake_images, fake_labels):
        if any(layer["kind"] == "batchNorm" for layer in self.plan["discriminator"]["layers"]):
            on_real = self.discriminator.forward(real, labels, True)
            return on_real, self.discriminator.forward(fake_images, fake_labels, False)
        # No example touches another: one pass, in whose order dropout's masks are drawn.
        both = None if labels is None else torch.cat([labels, fake_labels])
        return self.discriminator.forward(torch.cat([real, fake_images]), both, True).split([len(real), len(fake_images)])

    def update_discriminator(self, fake, batch, last):
        self.discriminator.require_gradients()
        real = self.images_of(batch)
        labels = self.classes(decode(batch["labels"]))
        fake_images, fake_labels = fake
        seen = torch.cat([real, self.images_of(batch["labelled"])]) if self.supervision else real
        on_seen, on_fake = self.judge(seen, labels, fake_images, fake_labels)
        on_real, on_labelled = on_seen[: len(real)], on_seen[len(real) :]
        loss_real, loss_fake = self.told_apart(on_real, on_fake)
        loss = loss_real + loss_fake
        if self.supervision:
            loss = loss + self.known_classes(on_labelled, decode(batch["labelled"]["labels"]))
        if self.plan["penalty"]:
            penalty = self.penalty(real, fake_images, labels)
            self.measure(penalty=penalty)
            loss = loss + penalty
        self.measure(lossD=loss, lossReal=loss_real, lossFake=loss_fake)
        logits_real, logits_fake = self.as_logit(on_real), self.as_logit(on_fake)
        self.measure(scoreReal=self.score(on_real, logits_fake), scoreFake=self.score(on_fake, logits_real))
        self.apply("discriminator", self.discriminator, loss)
        if last and (self.plan["penalty"] or {}).get("kind") != "dragan":
            moved_by_all, self.discriminator.moved_by_all = self.discriminator.moved_by_all, False  # only watched
            self.trace(self.gradient_at(self.nearby(real), labels, False, False))
            self.discriminator.moved_by_all = moved_by_all

    def update_all_d(self, shared=None):
        count = self.plan["schedule"]["kD"]
        interpolated = (self.plan["penalty"] or {}).get("kind") == "wganGp"
        for k in range(count):
            batch = self.batches.pop(0)
            self.last_batch = batch
            if self.supervision and self.supervision["baseline"]:
                self.update_classifier(batch)
                continue
            asked = decode(batch["labels"]) if interpolated and self.plan["classes"] > 0 else None
            fake = shared if k == 0 and shared is not None and asked is None else self.generate(asked)
            self.update_discriminator(fake, batch, k == count - 1)

    def update_all_g(self):
        for _ in range(self.plan["schedule"]["kG"]):
            if self.sees_real() and self.last_batch is None:
                self.last_batch = self.batches.pop(0)
            fake = self.update_generator(self.last_batch)
        return fake

    def run(self):
        if self.plan["schedule"]["first"] == "G":
            fake = self.update_all_g()
            self.update_all_d(fake if self.plan["schedule"]["sharedBatch"] else None)
        else:
            self.update_all_d()
            if not (self.supervision and self.supervision["baseline"]):
                self.update_all_g()
        for which, network in (("generator", self.generator), ("discriminator", self.discriminator)):
            for name, value in network.weights.items():
                self.tensors[f"after, {which}.{name}"] = encode(value)
        left = {name: len(queue) for name, queue in self.draws.queues.items() if queue}
        if left:
            raise ValueError(f"Not everything that was drawn was used: {left}.")
        return self.tensors


def optimise(request):
    spec = request["spec"]
    weight = decode(request["start"]).requires_grad_()
    changes = spec["kind"] == "sgd" and (spec["decay"] != 1 or spec["momentum"]["from"] != spec["momentum"]["to"])
    if spec["kind"] == "adam":
        betas = (spec["beta1"], spec["beta2"])
        optimizer = torch.optim.Adam([weight], spec["rate"], betas, spec["epsilon"])
    elif spec["kind"] == "rmsProp":
        optimizer = torch.optim.RMSprop([weight], spec["rate"], spec["rho"], spec["epsilon"])
    else:
        optimizer = torch.optim.SGD([weight], spec["rate"], spec["momentum"]["from"])
    tensors = {}
    for number, gradient in enumerate(decode(array) for array in request["gradients"]):
        weight.grad = gradient
        if changes:
            # PyTorch keeps velocity in units of gradients: with a rate that changes, the paper's is another rule.
            ends = spec["momentum"]
            momentum = ends["from"] + (ends["to"] - ends["from"]) * min(1, number / ends["over"])
            rate = max(spec["floor"], spec["rate"] / spec["decay"] ** number)
            velocity = momentum * (velocity if number else 0) - rate * gradient
            weight.data += velocity
        else:
            optimizer.step()
        tensors[f"after update {number}"] = encode(weight)
    return tensors


for line in sys.stdin:
    request = json.loads(line)
    try:
        answer = {"tensors": Step(request).run() if request["ask"] == "step" else optimise(request)}
    except Exception as error:
        answer = {"error": f"{type(error).__name__}: {error}"}
    print(json.dumps(answer), flush=True)
