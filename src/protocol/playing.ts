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
