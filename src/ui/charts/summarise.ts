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
 * Cuts the rows 0 … length−1 into at most `budget` buckets; into single rows while there are few. The first
 * and the last row always stay alone: a line begins and ends at values that were measured.
 *
 * @param budget at least 3
 */
export function bucketsOf(length: number, budget: number): Bucket[] {
  const size = length <= budget ? 1 : powerOfTwo(length / (budget - 2));
  const buckets: Bucket[] = [];
  const cut = (start: number, end: number): void => {
    if (start < end) buckets.push({ start, end });
  };
  cut(0, Math.min(1, length));
  for (let at = 0; at < length - 1; at += size) cut(Math.max(1, at), Math.min(at + size, length - 1));
  cut(Math.max(1, length - 1), length);
  return buckets;
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
