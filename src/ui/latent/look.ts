import type { LatentPoints } from '../../protocol/index.ts';
import type { Kept } from '../stage/kept.ts';

/** What every way to look is given. */
export interface LookProps {
  readonly points: LatentPoints;
  /** That lie in the space of this run, and of its classes. */
  readonly kept: readonly Kept[];
  readonly active: Kept | null;
  /** How many classes G is told; 0 for none. */
  readonly count: number;
}
