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

/** The mean image of one class. */
export interface MeanImage {
  /** Examples that were averaged, at least one. */
  readonly count: number;
  /** [height · width · channels], 0–255 */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
}

/** One class, real and generated; null where no example is of it. */
export interface MeanPair {
  readonly real: MeanImage | null;
  readonly fake: MeanImage | null;
  /** Peak signal-to-noise ratio of the two, before rounding to bytes, peak 255, in decibels; null unless both are there. */
  readonly psnr: number | null;
}

/** The mean image of each class. */
export interface MeanDigits {
  /** In the order of the classes. */
  readonly pairs: readonly MeanPair[];
  /** Mean PSNR over those classes that both have; null if there is none. */
  readonly psnr: number | null;
  /** The same of held-out real examples. */
  readonly floor: number | null;
}

/** With the shape that a picture of them needs. */
export interface MeanPictures extends MeanDigits {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
}

/** What G was worth at one step. */
export interface Measured {
  readonly step: number;
  /** Examples on each side. */
  readonly samples: number;
  readonly scores: readonly Score[];
  /** From the beginning to the end, with all that was done in between. */
  readonly milliseconds: number;
}

export interface Score extends Estimate {
  readonly id: string;
  readonly direction: Direction;
}
