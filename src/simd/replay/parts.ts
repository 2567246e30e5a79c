/** What a program comes to before it is written into memory. */
import type { Job } from '../pool.ts';

export interface JobPart {
  readonly kind: 'job';
  readonly job: Job;
  /** What tells it something anew in each step, if there is such an event. */
  readonly event: number | null;
}

/** Element-wise jobs on the same number of elements, made one by chains.ts. */
export interface ChainPart {
  readonly kind: 'chain';
  readonly size: number;
  readonly jobs: readonly JobPart[];
}

/** A stretch of a program. */
export type Part =
  | JobPart
  | ChainPart
  /** A kernel of tfjs's JavaScript backend, on the numbers as they are then. */
  | { readonly kind: 'borrowed'; run(): void };
