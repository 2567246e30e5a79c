import { python } from '../python.ts';
import type { SetSource } from '../setSource.ts';

export const set: SetSource = {
  id: 'grid',
  imports: ['import math'],
  python: python`
    def load(seed, count=100_000):
        """25 Gaussians on a square grid, equally likely, [count, 2]."""
        rng = torch.Generator().manual_seed(seed)
        centres = math.sqrt(0.5) * (torch.randint(5, (count, 2), generator=rng) - 2)
        return centres + 0.05 / math.sqrt(8) * torch.randn(count, 2, generator=rng)
  `,
  says: 'The points of the grid are drawn at the start, as in the code of Gulrajani et al. 2017.',
};
