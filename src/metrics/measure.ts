import type { Direction, Estimate, Need } from './score.ts';
import type { Slices } from './slices.ts';
import type { Workbench } from './workbench.ts';

/** One number about the distance between what is generated and what is real. */
export interface Measure {
  readonly id: string;
  readonly direction: Direction;
  /** Smallest and largest possible value. */
  readonly range: readonly [number, number];
  readonly needs: readonly Need[];
  score(bench: Workbench): Slices<Estimate>;
}
