/** Median and extremes of repeated measurements. */

export interface Summary {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly count: number;
}

/** @throws Error for no samples: there is nothing to say about them. */
export function summarise(samples: readonly number[]): Summary {
  const sorted = [...samples].sort((a, b) => a - b);
  const [min, max] = [sorted[0], sorted.at(-1)];
  if (min === undefined || max === undefined) throw new Error('There are no samples.');
  const middle = (sorted.length - 1) / 2;
  const median = ((sorted[Math.floor(middle)] as number) + (sorted[Math.ceil(middle)] as number)) / 2;
  return { median, min, max, count: samples.length };
}

/**
 * Mean over a period of steps of which the first does extra work, from that one and some of the others.
 *
 * @param extra milliseconds of the step with the extra work
 * @param plain milliseconds of `plainSteps` others
 */
export const periodMean = (period: number, extra: number, plain: number, plainSteps: number): number =>
  (extra + (plain / plainSteps) * (period - 1)) / period;
