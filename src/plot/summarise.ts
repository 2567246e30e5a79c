/**
 * How a long series is drawn in few points: its rows are cut into buckets, and of each bucket remain the
 * mean, for the line, and the smallest and largest value, so that a spike of a single row is not averaged away.
 *
 * The bucket size is a power of two: while a series grows, full buckets stay as they are and the line does not
 * shimmer; when there are too many of them, they join in pairs.
 */

/** The rows from `start` up to, but not including, `end`. */
export interface Bucket {
  readonly start: number;
  readonly end: number;
}

export interface Summary {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** Smallest power of two that is at least `wanted`. */
const powerOfTwo = (wanted: number): number => 2 ** Math.ceil(Math.log2(wanted));

/**
 * Cuts the rows 0 … length−1 into at most `budget` buckets; into single rows while there are few. What does not fill
 * a bucket of its own belongs to the last one: a mean of fewer rows than the others are of would jump about at the
 * end of the line, and look like news.
 *
 * @param budget at least 2
 */
export function bucketsOf(length: number, budget: number): Bucket[] {
  const size = powerOfTwo(Math.max(1, length / budget));
  const count = Math.floor(length / size);
  return Array.from({ length: count }, (_, i) => ({ start: i * size, end: i === count - 1 ? length : (i + 1) * size }));
}

/** Summarises the finite values of a bucket; null if it has none. */
export function summarise(column: Float32Array, { start, end }: Bucket): Summary | null {
  let count = 0;
  let sum = 0;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = start; i < end; i++) {
    const value = column[i] as number;
    if (!Number.isFinite(value)) continue;
    count++;
    sum += value;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return count === 0 ? null : { mean: sum / count, low, high };
}

/** A smoothed point is the mean of so many, itself in the middle. */
export const WINDOW = 9;

/**
 * Widens each point to what lies around it: the mean of means, and the range of all. At both ends there are fewer to
 * take in. What was not measured stays so.
 */
export function smoothed(points: readonly (Summary | null)[]): (Summary | null)[] {
  const reach = (WINDOW - 1) / 2;
  return points.map((point, i) => {
    if (!point) return null;
    const near = points.slice(Math.max(0, i - reach), i + reach + 1).filter((each) => each !== null);
    return {
      mean: near.reduce((sum, { mean }) => sum + mean, 0) / near.length,
      low: Math.min(...near.map(({ low }) => low)),
      high: Math.max(...near.map(({ high }) => high)),
    };
  });
}
