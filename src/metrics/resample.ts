/** How much would a score change with other examples? */
import type { RandomStream } from '../core/random.ts';
import type { Interval } from './score.ts';
import type { Slices } from './slices.ts';

const REPLICATES = 200;
const HALVES = 40;
/** Two-sided 95 % of a normal distribution. */
export const Z = 1.959964;

export type Indices = Int32Array | Uint32Array;

export const allOf = (n: number): Uint32Array => Uint32Array.from({ length: n }, (_, i) => i);

/** The value below which `share` of the sorted numbers lie, linear between them. */
function quantile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const low = sorted[Math.floor(at)] as number;
  const high = sorted[Math.ceil(at)] as number;
  return low === high ? low : low + (at % 1) * (high - low);
}

/** Percentile bootstrap (Efron 1979): `statistic` of n examples drawn from n with replacement, 200 times. */
export function* bootstrap(n: number, stream: RandomStream, statistic: (drawn: Indices) => number): Slices<Interval> {
  const drawn = new Int32Array(n);
  const values = new Float64Array(REPLICATES);
  for (let i = 0; i < REPLICATES; i++) {
    values[i] = statistic(stream.integers(drawn, n));
    yield;
  }
  values.sort();
  return { low: quantile(values, 0.025), high: quantile(values, 0.975), method: 'bootstrap' };
}

/** Ascending: neighbours in memory are read one after the other. */
const halfOf = (n: number, stream: RandomStream): Uint32Array =>
  stream
    .permutation(n)
    .slice(0, Math.floor(n / 2))
    .sort();

export interface HalfSampling {
  readonly n: number;
  readonly m: number;
  readonly stream: RandomStream;
  readonly replicates?: number;
}

/**
 * Standard deviation over random halves of both sets: the delete-half jackknife (Shao and Wu 1989). A half leaves out
 * as much as it keeps, so that its deviation is that of the whole, asymptotically, without a factor. Unlike the
 * bootstrap it makes no duplicates, which would deceive every measure that looks at distances. Where the two sets are
 * of one distribution it is too large, up to twice.
 */
export function* halfSampleDeviation(
  { n, m, stream, replicates = HALVES }: HalfSampling,
  statistic: (half: Uint32Array, otherHalf: Uint32Array) => Slices<number>,
): Slices<number> {
  let mean = 0;
  let squares = 0;
  for (let i = 1; i <= replicates; i++) {
    const value = yield* statistic(halfOf(n, stream), halfOf(m, stream));
    const change = value - mean;
    mean += change / i;
    squares += change * (value - mean);
    yield;
  }
  return Math.sqrt(squares / (replicates - 1));
}

/** ± 1.96 standard deviations around the value, within the measure's range. */
export function around(
  value: number,
  deviation: number,
  method: Interval['method'],
  [least, most]: readonly [number, number],
): Interval {
  return { low: Math.max(least, value - Z * deviation), high: Math.min(most, value + Z * deviation), method };
}
