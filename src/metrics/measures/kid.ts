import type { Matrix } from '../matrix.ts';
import type { Measure } from '../measure.ts';
import { type PairStatistic, scorePairs, sumOver, sumWithin } from '../pairScore.ts';
import type { Pairs } from '../pairs.ts';
import { mapMatrix, mapSymmetric } from '../pairs.ts';
import type { Slices } from '../slices.ts';
import { anew } from '../workbench.ts';

const squaredNorms = ({ rows, columns, values }: Matrix): Float64Array =>
  Float64Array.from({ length: rows }, (_, row) => {
    let sum = 0;
    for (let k = row * columns; k < (row + 1) * columns; k++) sum += (values[k] as number) ** 2;
    return sum;
  });

/** (x · y / d + 1)³ for all pairs; x · y from the distances that are there anyway. */
export function* cubicKernel(
  { real, cross, other }: Pairs,
  realFeatures: Matrix,
  otherFeatures: Matrix,
  lasting = anew,
): Slices<Pairs> {
  const d = realFeatures.columns;
  const a = squaredNorms(realFeatures);
  const b = squaredNorms(otherFeatures);
  const kernel = (x: Float64Array, y: Float64Array) => (distance: number, row: number, column: number) => {
    const product = ((x[row] as number) + (y[column] as number) - distance) / 2;
    const base = product / d + 1;
    return base * base * base;
  };
  return {
    real: yield* lasting('kid.kernel', () => mapSymmetric(real, kernel(a, a))),
    cross: yield* mapMatrix(cross, kernel(a, b)),
    other: yield* mapSymmetric(other, kernel(b, b)),
  };
}

/** MMD² over pairs of different examples. */
export const unbiasedMmd: PairStatistic = function* (kernel, real, other) {
  const n = real.length;
  const m = other.length;
  const withinReal = (yield* sumWithin(kernel.real, real)) / (n * (n - 1));
  const withinOther = (yield* sumWithin(kernel.other, other)) / (m * (m - 1));
  const across = (yield* sumOver(kernel.cross, real, other)) / (n * m);
  return withinReal + withinOther - 2 * across;
};

/**
 * Kernel Inception distance, “KID” (Bińkowski et al. 2018, section 4; MMD² as in Gretton et al. 2012, equation 3): a
 * cubic kernel on features, unbiased, so that its expectation does not depend on the number of examples and is 0 for
 * a perfect generator; it may be slightly negative. Lower is better. All examples in one block; interval: half-samples.
 */
export const measure: Measure = {
  id: 'kid',
  direction: 'lower',
  range: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  needs: ['features'],
  score(bench) {
    return scorePairs(bench, this, unbiasedMmd, function* (other) {
      const pairs = yield* bench.distances(other);
      const [real, others] = [bench.part('real', 'features'), bench.part(other, 'features')];
      return yield* cubicKernel(pairs, real, others, bench.lasting);
    });
  },
};
