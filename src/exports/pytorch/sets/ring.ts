import { python } from '../python.ts';
import type { SetSource } from '../setSource.ts';

export const set: SetSource = {
  id: 'ring',
  imports: ['import math'],
  python: python`
    def load(seed, count=100_000):
        """Eight Gaussians on a circle, equally likely, [count, 2]."""
        rng = torch.Generator().manual_seed(seed)
        angle = 2 * math.pi * torch.randint(8, (count,), generator=rng) / 8
        centres = math.sqrt(2) * torch.stack([angle.cos(), angle.sin()], 1)
        return centres + 0.02 / math.sqrt(2) * torch.randn(count, 2, generator=rng)
  `,
  says: 'The points of the ring are drawn at the start, as in the code of Gulrajani et al. 2017.',
};
