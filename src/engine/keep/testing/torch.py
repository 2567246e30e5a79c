"""Two small networks in PyTorch, with what they give: `/usr/bin/python3 torch.py > torch.json`."""
import json
import sys

sys.path.pop(0)  # This file has the name of the library.
import torch
from torch import nn


class View(nn.Module):
    def forward(self, x):
        return x.view(-1, 3, 2, 2)


torch.manual_seed(3)
G = nn.Sequential(
    nn.Linear(5, 12), nn.BatchNorm1d(12), nn.ReLU(), View(), nn.ConvTranspose2d(3, 2, 2, stride=2), nn.Tanh()
)
D = nn.Sequential(
    nn.Conv2d(2, 3, 2, stride=2), nn.LeakyReLU(0.2), nn.Flatten(), nn.Linear(12, 4), nn.LeakyReLU(0.2), nn.Linear(4, 1)
)
flat = lambda tensor: [round(float(value), 7) for value in tensor.flatten()]
state = lambda network: {
    name: {"dtype": "F32" if value.is_floating_point() else "I64", "shape": list(value.shape), "values": flat(value)}
    for name, value in network.state_dict().items()
}
with torch.no_grad():
    for value in [*G.parameters(), *D.parameters()]:
        value.uniform_(-1, 1)
    for value in G.buffers():
        if value.is_floating_point():
            value.uniform_(0.5, 1.5)
    z = torch.randn(2, 5)
    images = G.eval()(z)
    scores = D.eval()(images)
found = {"G": state(G), "D": state(D), "z": flat(z), "images": flat(images.permute(0, 2, 3, 1)), "scores": flat(scores)}
json.dump(found, sys.stdout)
