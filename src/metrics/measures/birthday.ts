import type { Matrix } from '../matrix.ts';
import type { Measure } from '../measure.ts';
import { allOf, halfSampleDeviation, Z } from '../resample.ts';

/** Poisson: with none seen, up to three are expected at a level of 95 %. */
const UNSEEN = 3;

const pairsAmong = (n: number): number => (n * (n - 1)) / 2;

/** The smallest squared distance between two different examples. */
export function closestPair({ rows, values }: Matrix): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < rows; i++) {
    for (let j = i + 1; j < rows; j++) {
      const distance = values[i * rows + j] as number;
      if (distance < least) least = distance;
    }
  }
  return least;
}

/** The number of pairs of chosen examples that are at most `threshold` apart. */
export function collisions({ columns, values }: Matrix, chosen: Uint32Array, threshold: number): number {
  let count = 0;
  for (let i = 0; i < chosen.length; i++) {
    const start = (chosen[i] as number) * columns;
    for (let j = i + 1; j < chosen.length; j++)
      if ((values[start + (chosen[j] as number)] as number) <= threshold) count += 1;
  }
  return count;
}

/** Of s examples drawn evenly from N, s(s − 1) / 2N pairs are equal; with none found, N is at least what one would say. */
export const supportSize = (examples: number, found: number): number => pairsAmong(examples) / Math.max(1, found);

/**
 * Birthday-paradox estimate of the support size (Arora et al. 2018, “Do GANs learn the distribution?”, theorem 1): how
 * many different examples the generator has, as if it drew each equally often. In place of a person who looks for
 * duplicates, two generated examples count as equal if their features are at most as far apart as the closest two real
 * ones. From 1; higher is better; never above s(s − 1) / 2 for s examples: what real data reaches is the floor. A lower
 * bound for a generator that prefers some examples. Interval: half-samples of the rate of collisions.
 */
export const measure: Measure = {
  id: 'birthday',
  direction: 'higher',
  range: [1, Number.POSITIVE_INFINITY],
  needs: ['features'],
  *score(bench) {
    const { real, other } = yield* bench.distances('fake');
    const threshold = yield* bench.lasting('birthday.threshold', function* () {
      yield;
      return closestPair(real);
    });
    const rate = (chosen: Uint32Array) => collisions(other, chosen, threshold) / pairsAmong(chosen.length);
    const samples = other.rows;
    const found = collisions(other, allOf(samples), threshold);
    const floor = yield* bench.lasting('birthday.floor', function* () {
      const heldOut = (yield* bench.distances('heldOut')).other;
      return supportSize(heldOut.rows, collisions(heldOut, allOf(heldOut.rows), threshold));
    });
    yield;
    const sampling = { n: real.rows, m: samples, stream: bench.stream('birthday') };
    const spread =
      Z *
      (yield* halfSampleDeviation(sampling, function* (_, half) {
        yield;
        return rate(half);
      }));
    const all = found / pairsAmong(samples);
    const low = 1 / Math.max(all + spread, UNSEEN / pairsAmong(samples));
    const high = all > spread ? 1 / (all - spread) : Number.POSITIVE_INFINITY;
    return {
      value: supportSize(samples, found),
      floor,
      samples,
      interval: { low, high, method: 'half-samples' },
      parts: { collisions: found },
    };
  },
};
