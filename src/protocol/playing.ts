/** A person in the place of G, or of D. */
import type { RunId } from './runId.ts';

/** Examples that a person made, for D to judge. */
export interface JudgeRequest {
  readonly run: RunId;
  /**
   * Images as the run's networks take them, [n, height, width, channels], flat, with brightness from 0 to 1; or points
   * in the plane, [n, 2], flat.
   */
  readonly examples: Float32Array<ArrayBuffer>;
  /** The class that each is meant to be, [n]; null where D is told none. */
  readonly classes: Uint8Array<ArrayBuffer> | null;
}

/** What D makes of each of them, after one step of the run. */
export interface Verdict {
  readonly step: number;
  /** As the objective reads them, with D's running statistics and without dropout: [n]. */
  readonly scores: Float32Array<ArrayBuffer>;
  /** D's output before any sigmoid: [n]. */
  readonly outputs: Float32Array<ArrayBuffer>;
  /** By how much that output rises with each value, ∂D/∂x in the units of what was asked: [n, …example]. */
  readonly slopes: Float32Array<ArrayBuffer>;
  /** The classifier's probabilities, [n, classes], rows summing to 1; null where there is no classifier for such data. */
  readonly readings: Float32Array<ArrayBuffer> | null;
}

export interface DealRequest {
  readonly run: RunId;
  /** So many examples, each of them real or generated with even odds. */
  readonly rounds: number;
  /** Chooses other ones for each game of a run; from 0. */
  readonly game: number;
}

/** Images to be told apart, and what D makes of them and of several hundred others, after one step of the run. */
export interface Deal {
  readonly step: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  /** [rounds, height, width, channels], bytes */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
  /** 1 for a real image, 0 for one that G drew: [rounds]. */
  readonly real: Uint8Array<ArrayBuffer>;
  /** The class that each is, or was asked for: [rounds]; null where D is told none. */
  readonly classes: Uint8Array<ArrayBuffer> | null;
  /** D's output on each before any sigmoid, with its running statistics: [rounds]. */
  readonly outputs: Float32Array<ArrayBuffer>;
  /** The same on others of both kinds. */
  readonly others: { readonly real: Float32Array<ArrayBuffer>; readonly generated: Float32Array<ArrayBuffer> };
  /** From this output on D says “real”: at even odds, or half-way between what it says of the two kinds. */
  readonly threshold: number;
  /** Whether real images are such as nobody trained on. */
  readonly heldOut: boolean;
}
