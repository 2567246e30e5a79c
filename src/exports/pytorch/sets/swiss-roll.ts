import { python } from '../python.ts';
import type { SetSource } from '../setSource.ts';

export const set: SetSource = {
  id: 'swiss-roll',
  imports: ['import math'],
  python: python`
    def load(seed, count=100_000):
        """A spiral t(cos t, sin t) with a little noise: the Swiss roll from its side, [count, 2]."""
        rng = torch.Generator().manual_seed(seed)
        t = math.pi * (1.5 + 3 * torch.rand(count, generator=rng))
        spiral = torch.stack([t * t.cos(), t * t.sin()], 1)
        return (spiral + 0.25 * torch.randn(count, 2, generator=rng)) / 7.5
  `,
  says: 'The points of the Swiss roll are drawn at the start, as in the code of Gulrajani et al. 2017.',
};
