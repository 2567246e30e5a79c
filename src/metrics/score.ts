import type { Matrix } from './matrix.ts';

export type { Direction, Estimate, Interval, MeanDigits, MeanImage, MeanPair, Score } from '../core/score.ts';

/** What a measure looks at. Points in the plane are features as they are. */
export type Need = 'features' | 'probabilities' | 'images' | 'labels' | 'modes';

/** A mixture of equally likely Gaussians, as known from how the examples are made. */
export interface Modes {
  /** [k, d] */
  readonly centres: Matrix;
  /** Standard deviation of each, the same in all directions. */
  readonly deviation: number;
}

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
  /** Of the distribution that was to be matched, the same for all. */
  readonly modes?: Modes;
}

/** What is compared: generated examples with real ones, and with as many others for the floor. */
export interface Subjects {
  readonly real: Examples;
  /** Real examples, none of which is in `real`. */
  readonly heldOut: Examples;
  readonly fake: Examples;
}
