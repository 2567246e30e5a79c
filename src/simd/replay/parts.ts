/** What a program comes to before it is written into memory. */
import type { Job } from '../pool.ts';

export interface JobPart {
  readonly kind: 'job';
  readonly job: Job;
  /** What tells it something anew in each step, if there is such an event. */
  readonly event: number | null;
  /** Place of its operation in the program, and whether that has further jobs behind this one. */
  readonly place: number;
  readonly isLast: boolean;
  /** Where what the operation makes lies, and the place of the last operation that reads it; nothing that is read after the step. */
  readonly lastRead: ReadonlyMap<number, number>;
}

/** What a job of a chain makes or reads that lies in a cell of the thread's own, because nobody else ever sees it. */
export interface InCell {
  /** Which of the chain's jobs, which of its integers, and which cell. */
  readonly job: number;
  readonly int: number;
  readonly cell: number;
}

/** Element-wise jobs on the same number of elements, made one by chains.ts. */
export interface ChainPart {
  readonly kind: 'chain';
  readonly size: number;
  readonly jobs: readonly JobPart[];
  readonly inCells: readonly InCell[];
}

/** A stretch of a program. */
export type Part =
  | JobPart
  | ChainPart
  /** A kernel of tfjs's JavaScript backend, on the numbers as they are then. */
  | { readonly kind: 'borrowed'; run(): void };
