import { entropy, marginal, meanOver, rowEntropies } from '../classes.ts';
import type { Matrix } from '../matrix.ts';
import type { Measure } from '../measure.ts';
import { allOf, bootstrap, type Indices } from '../resample.ts';

/**
 * exp E KL(p(y|x) ‖ p(y)) of the chosen rows, with p(y) their mean. Computed as exp(H(p(y)) − E H(p(y|x))), which is
 * the same.
 *
 * @param entropies of the rows of `probabilities`
 */
export const inceptionScore = (probabilities: Matrix, entropies: Float64Array, chosen: Indices): number =>
  Math.exp(entropy(marginal(probabilities, chosen)) - meanOver(entropies, chosen));

/**
 * Inception score (Salimans et al. 2016, section 4), in one split, by the project's own classifier. From 1 (one
 * class, or nothing recognised) to the number of classes; higher is better. Blind to variety within a class and to
 * the real data: it looks at generated examples alone. Interval: bootstrap of the terms of each example, exact.
 */
export const measure: Measure = {
  id: 'inceptionScore',
  direction: 'higher',
  range: [1, Number.POSITIVE_INFINITY],
  needs: ['probabilities'],
  *score(bench) {
    const of = (probabilities: Matrix) => {
      const entropies = rowEntropies(probabilities);
      return (chosen: Indices) => inceptionScore(probabilities, entropies, chosen);
    };
    const fake = bench.part('fake', 'probabilities');
    const heldOut = bench.part('heldOut', 'probabilities');
    const score = of(fake);
    return {
      value: score(allOf(fake.rows)),
      floor: of(heldOut)(allOf(heldOut.rows)),
      samples: fake.rows,
      interval: yield* bootstrap(fake.rows, bench.stream('inceptionScore'), score),
    };
  },
};
