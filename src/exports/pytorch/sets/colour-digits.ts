import { READ_IDX } from '../idx.ts';
import { python } from '../python.ts';
import type { SetSource } from '../setSource.ts';
import { LOAD_MNIST, SAYS_MNIST } from './mnist.ts';

/** As `data/sets/colour-digits.ts` draws them, many at a time and by other random numbers. */
const DRAWN = python`
  def between(low, high, share):
      return low + (high - low) * share


  def brightness(colour):
      return colour @ torch.tensor([0.3, 0.59, 0.11])


  def readable(ground, ink):
      """The second colour, [n, 3], pushed away from the first by at least 70 of 255 in brightness."""
      below, own = brightness(ground), brightness(ink)
      wanted = torch.where(below > 127, below - 70, below + 70)
      return ink + torch.where((own - below).abs() >= 70, torch.zeros_like(own), wanted - own)[:, None]


  def coverage(digits, scale, centre):
      """How much of each pixel a digit covers, [n, 32, 32]; scale and centre are [n, 2], x before y."""
      place = (torch.arange(32.0) - centre[..., None]) / scale[..., None]  # [n, 2, 32], from the digit's middle
      x, y = place.unbind(1)
      grid = torch.stack([x[:, None, :].expand(-1, 32, -1), y[:, :, None].expand(-1, -1, 32)], -1) / 13.5
      inside = ((grid >= -1) & (grid < 1)).all(-1)
      return F.grid_sample(digits / 255.0, grid, align_corners=True)[:, 0] * inside


  def house_numbers(digits, first, last, rng):
      """Digits in the manner of SVHN's: in the middle, narrow, parts of others beside them, on a changing background."""
      places = torch.arange(first, last)
      u = torch.rand(len(places), 24, generator=rng)
      start, end, wanted = (30 + 195 * u[:, at : at + 3] for at in (0, 3, 8))
      fade, angle = 0.4 * u[:, 6], 2 * math.pi * u[:, 7]
      ink = readable(between(start, end, fade[:, None] / 2), wanted)

      high = between(0.95, 1.3, u[:, 11])
      wide = high * between(0.65, 0.9, u[:, 12])
      scale = torch.stack([wide, high], 1)
      centre = 15.5 + between(-2, 2, u[:, 13:15])
      aside, drop = between(17, 21, u[:, 15]) * wide, between(-1, 1, u[:, 16])
      covered = coverage(digits[places], scale, centre)
      for at, side in ((17, -1), (19, 1)):
          neighbour = digits[(u[:, at + 1] * places).long()]
          beside = coverage(neighbour, scale, centre + side * torch.stack([aside, drop], 1))
          covered = covered.maximum(beside * (u[:, at] < 0.5)[:, None, None])

      across = (torch.arange(32.0) - 15.5) / 32
      slope = across * angle.cos()[:, None, None] + across[:, None] * angle.sin()[:, None, None]
      share = fade[:, None, None] * (0.5 + slope)
      ground = between(start[:, :, None, None], end[:, :, None, None], share[:, None])
      grain = between(1, 7, u[:, 23])[:, None, None] * torch.randn(len(places), 32, 32, generator=rng)
      return (between(ground, ink[:, :, None, None], covered[:, None]) + grain[:, None]).round().clamp(0, 255).byte()


  def load(folder, test=False):
      """Bytes, [n, 3, 32, 32], and classes, [n]."""
      digits, labels = load_mnist(folder, test)
      rng = torch.Generator().manual_seed(int(test))
      parts = [house_numbers(digits, at, min(at + 1000, len(digits)), rng) for at in range(0, len(digits), 1000)]
      return torch.cat(parts), labels
`;

export const set: SetSource = {
  id: 'colour-digits',
  imports: ['import gzip', 'import math', 'import struct', 'from pathlib import Path'],
  python: python`
    ${READ_IDX}


    ${LOAD_MNIST}


    ${DRAWN}
  `,
  says: `The coloured digits are drawn from MNIST at the start, in the same manner as in the playground but by other random
numbers. ${SAYS_MNIST}`,
};
