/** What measuring finds, as plain data. */

/** Which value is best: a high one, a low one, one half, or that of real data. */
export type Direction = 'higher' | 'lower' | 'half' | 'floor';

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

export interface Score extends Estimate {
  readonly id: string;
  readonly name: string;
  readonly direction: Direction;
}
