import type { Measure } from '../measure.ts';
import type { Moments } from '../moments.ts';
import { momentsOf } from '../moments.ts';
import { allOf, around, halfSampleDeviation, type Indices } from '../resample.ts';
import { choleskyFactor, squareRoot, traceOfRoot } from '../symmetric.ts';

/** Each with an eigendecomposition: fewer than other measures take. */
const REPLICATES = 16;

/**
 * ‖μ₁ − μ₂‖² + Tr(Σ₁ + Σ₂ − 2 (Σ₁Σ₂)^½)
 *
 * @param factor F with F Fᵀ = Σ₁
 */
export function frechetDistance(first: Moments, second: Moments, factor = squareRoot(first.covariance)): number {
  const d = first.mean.length;
  let distance = -2 * traceOfRoot(factor, second.covariance);
  for (let k = 0; k < d; k++) {
    const variances = [first, second].map(({ covariance }) => covariance.values[k * d + k] as number);
    distance += ((first.mean[k] as number) - (second.mean[k] as number)) ** 2 + (variances[0] as number);
    distance += variances[1] as number;
  }
  return Math.max(0, distance);
}

/**
 * Fréchet distance between Gaussians fitted to features, “FID” (Heusel et al. 2017, equation 6): the squared
 * 2-Wasserstein distance between them (Dowson and Landau 1982). From 0; lower is better. Here on the project's own
 * classifier's features, so never to be compared with values of Inception features. Biased upwards by a share that
 * falls with the number of examples: compare with the floor, and at equal numbers alone.
 *
 * Interval: half-samples, 16 of them.
 */
export const measure: Measure = {
  id: 'frechet',
  direction: 'lower',
  range: [0, Number.POSITIVE_INFINITY],
  needs: ['features'],
  *score(bench) {
    const real = bench.part('real', 'features');
    const fake = bench.part('fake', 'features');
    const heldOut = bench.part('heldOut', 'features');
    const moments = (features: typeof real, chosen: Indices = allOf(features.rows)) => momentsOf(features, chosen);
    const ofReal = moments(real);
    yield;
    const root = yield* bench.lasting('frechet.root', function* () {
      yield;
      return squareRoot(ofReal.covariance);
    });
    const value = frechetDistance(ofReal, moments(fake), root);
    yield;
    const floor = yield* bench.lasting('frechet.floor', function* () {
      yield;
      return frechetDistance(ofReal, moments(heldOut), root);
    });
    const deviation = yield* halfSampleDeviation(
      { n: real.rows, m: fake.rows, stream: bench.stream('frechet'), replicates: REPLICATES },
      function* (half, otherHalf) {
        const ofHalf = moments(real, half);
        yield;
        const ofOther = moments(fake, otherHalf);
        yield;
        const factor = choleskyFactor(ofHalf.covariance);
        yield;
        return frechetDistance(ofHalf, ofOther, factor);
      },
    );
    return { value, floor, samples: fake.rows, interval: around(value, deviation, 'half-samples', this.range) };
  },
};
