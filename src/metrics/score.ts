import type { Matrix } from './matrix.ts';
import type { Slices } from './slices.ts';
import type { Workbench } from './workbench.ts';

/** Which value is best: a high one, a low one, one half, or that of real data. */
export type Direction = 'higher' | 'lower' | 'half' | 'floor';

/** What a measure looks at. Points in the plane are features as they are. */
export type Need = 'features' | 'probabilities' | 'images' | 'labels';

/** Examples of one origin, row i of each part being example i. */
export interface Examples {
  /** [n, d] */
  readonly features?: Matrix;
  /** [n, classes], each row a distribution */
  readonly probabilities?: Matrix;
  /** [n, pixels], values from 0 to 255 */
  readonly images?: Matrix;
  /** [n]: the true class of a real example, the class that a generated one was asked for */
  readonly labels?: Int32Array;
}

/** What is compared: generated examples with real ones, and with as many others for the floor. */
export interface Subjects {
  readonly real: Examples;
  /** Real examples, none of which is in `real`. */
  readonly heldOut: Examples;
  readonly fake: Examples;
}

/** Where the value may lie by chance, at a level of 95 %. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  /**
   * `bootstrap`: percentiles over resampled examples, the others being fixed. `half-samples`: ± 1.96 standard
   * deviations, estimated from random halves of both sets. `potentials`: ± 1.96 standard errors of the dual potentials.
   */
  readonly method: 'bootstrap' | 'half-samples' | 'potentials';
}

export interface Estimate {
  readonly value: number;
  /** The same measure of held-out real examples: what a perfect generator would get at this sample size. */
  readonly floor: number;
  /** Examples on each side. */
  readonly samples: number;
  readonly interval: Interval;
  /** Numbers that explain the value. */
  readonly parts?: Readonly<Record<string, number>>;
  readonly table?: readonly (readonly number[])[];
}

export interface Measure {
  readonly id: string;
  readonly name: string;
  readonly direction: Direction;
  /** Smallest and largest possible value. */
  readonly range: readonly [number, number];
  readonly needs: readonly Need[];
  score(bench: Workbench): Slices<Estimate>;
}

export interface Score extends Estimate {
  readonly id: string;
  readonly name: string;
  readonly direction: Direction;
}
