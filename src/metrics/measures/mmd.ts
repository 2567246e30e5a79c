import type { Measure } from '../measure.ts';
import { type PairStatistic, scorePairs, sumOver, sumWithin } from '../pairScore.ts';
import type { Pairs } from '../pairs.ts';
import { mapMatrix, mapSymmetric } from '../pairs.ts';
import { allOf } from '../resample.ts';
import type { Slices } from '../slices.ts';
import { anew } from '../workbench.ts';

/** exp(−‖x − y‖² / 2σ²) for all pairs, with σ² the mean squared distance of two real examples. */
export function* gaussianKernel({ real, cross, other }: Pairs, lasting = anew): Slices<Pairs> {
  const variance = yield* lasting('mmd.variance', function* () {
    return (yield* sumWithin(real, allOf(real.rows))) / real.values.length;
  });
  const kernel = (distance: number) => Math.exp(-distance / (2 * variance));
  return {
    real: yield* lasting('mmd.kernel', () => mapSymmetric(real, kernel)),
    cross: yield* mapMatrix(cross, kernel),
    other: yield* mapSymmetric(other, kernel),
  };
}

/** (E k(x, x′) + E k(y, y′) − 2 E k(x, y))^½ over all pairs, those of an example with itself included. */
export const mmd: PairStatistic = function* (kernel, real, other) {
  const n = real.length;
  const m = other.length;
  // k(x, x) = 1.
  const withinReal = ((yield* sumWithin(kernel.real, real)) + n) / n ** 2;
  const withinOther = ((yield* sumWithin(kernel.other, other)) + m) / m ** 2;
  const across = (yield* sumOver(kernel.cross, real, other)) / (n * m);
  return Math.sqrt(Math.max(0, withinReal + withinOther - 2 * across));
};

/**
 * Maximum mean discrepancy with a Gaussian kernel (Gretton et al. 2012, equation 5, the biased estimate; its root, and
 * the bandwidth, as in Xu et al. 2018). From 0 to √2; lower is better. Interval: half-samples, at a fixed bandwidth.
 */
export const measure: Measure = {
  id: 'mmd',
  direction: 'lower',
  range: [0, Math.SQRT2],
  needs: ['features'],
  score(bench) {
    return scorePairs(bench, this, mmd, function* (other) {
      return yield* gaussianKernel(yield* bench.distances(other), bench.lasting);
    });
  },
};
