import { divergence, entropy, marginal, meanOver, rowEntropies } from '../classes.ts';
import type { Matrix } from '../matrix.ts';
import type { Measure } from '../measure.ts';
import { allOf, bootstrap, type Indices } from '../resample.ts';

/** exp(E KL(p(y|x) ‖ p_fake(y)) − KL(p_fake(y) ‖ p_real(y))) of the chosen rows. */
export function modeScore(probabilities: Matrix, entropies: Float64Array, real: Float64Array, chosen: Indices): number {
  const fake = marginal(probabilities, chosen);
  return Math.exp(entropy(fake) - meanOver(entropies, chosen) - divergence(fake, real));
}

/**
 * Mode score (Che et al. 2017, section 4.1) in the form of Xu et al. 2018 (arXiv 1806.07755, section 2.1):
 * exp(E KL(p(y|x) ‖ p_fake(y)) − KL(p_fake(y) ‖ p_real(y))). It is the Inception score, lowered where the classes are
 * not as frequent as in real data. From 0 to the number of classes; higher is better.
 *
 * Not used: the form with p_real(y) in the first term too. There the second term cancels it, since E p(y|x) is
 * p_fake(y), and what is left is the Inception score itself (Zhou et al. 2018, "Activation maximization GANs").
 *
 * Interval: bootstrap of the terms of each generated example, the real marginal being fixed; exact.
 */
export const measure: Measure = {
  id: 'modeScore',
  direction: 'higher',
  range: [0, Number.POSITIVE_INFINITY],
  needs: ['probabilities'],
  *score(bench) {
    const realRows = bench.part('real', 'probabilities');
    const real = marginal(realRows, allOf(realRows.rows));
    const of = (probabilities: Matrix) => {
      const entropies = rowEntropies(probabilities);
      return (chosen: Indices) => modeScore(probabilities, entropies, real, chosen);
    };
    const fake = bench.part('fake', 'probabilities');
    const heldOut = bench.part('heldOut', 'probabilities');
    const score = of(fake);
    return {
      value: score(allOf(fake.rows)),
      floor: of(heldOut)(allOf(heldOut.rows)),
      samples: fake.rows,
      interval: yield* bootstrap(fake.rows, bench.stream('modeScore'), score),
    };
  },
};
