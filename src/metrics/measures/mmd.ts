import type { Matrix } from '../matrix.ts';
import { type PairStatistic, scorePairs, sumOver } from '../pairScore.ts';
import type { Pairs } from '../pairs.ts';
import { mapMatrix } from '../pairs.ts';
import { allOf } from '../resample.ts';
import type { Measure } from '../score.ts';
import type { Slices } from '../slices.ts';

/** exp(−‖x − y‖² / 2σ²) for all pairs, with σ² the mean squared distance of two real examples. */
export function* gaussianKernel({ real, cross, other }: Pairs): Slices<Pairs> {
  const all = allOf(real.rows);
  const variance = (yield* sumOver(real, all, all)) / real.values.length;
  const kernel = (distances: Matrix) => mapMatrix(distances, (distance) => Math.exp(-distance / (2 * variance)));
  return { real: yield* kernel(real), cross: yield* kernel(cross), other: yield* kernel(other) };
}

/** (E k(x, x′) + E k(y, y′) − 2 E k(x, y))^½ over all pairs, those of an example with itself included. */
export const mmd: PairStatistic = function* (kernel, real, other) {
  const n = real.length;
  const m = other.length;
  const withinReal = (yield* sumOver(kernel.real, real, real)) / n ** 2;
  const withinOther = (yield* sumOver(kernel.other, other, other)) / m ** 2;
  const across = (yield* sumOver(kernel.cross, real, other)) / (n * m);
  return Math.sqrt(Math.max(0, withinReal + withinOther - 2 * across));
};

/**
 * Maximum mean discrepancy with a Gaussian kernel (Gretton et al. 2012, equation 5, the biased estimate; its root, and
 * the bandwidth, as in Xu et al. 2018). From 0 to √2; lower is better. Interval: half-samples, at a fixed bandwidth.
 */
export const measure: Measure = {
  id: 'mmd',
  name: 'Kernel MMD',
  direction: 'lower',
  range: [0, Math.SQRT2],
  needs: ['features'],
  score(bench) {
    return scorePairs(bench, this, mmd, function* (other) {
      return yield* gaussianKernel(yield* bench.distances(other));
    });
  },
};
