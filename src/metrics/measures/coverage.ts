import { scoreHistograms } from '../histogramScore.ts';
import type { Measure } from '../measure.ts';

/** A class that is at least this frequent, compared with real data, is there. */
const PRESENT = 0.1;

/** The number of classes that are there, of those that real data has. */
export const coveredClasses = (fake: Float64Array, real: Float64Array): number =>
  real.filter((share, i) => share > 0 && (fake[i] as number) >= PRESENT * share).length;

/**
 * Mode coverage (as in Metz et al. 2017, section 3.3.1, which counts single samples): how many classes the classifier
 * finds among generated examples, each at least a tenth as often as among real ones, so that a few errors of the
 * classifier make no class. From 0 to the number of classes; higher is better. Blind to collapse within a class.
 * The table is the share of each class.
 * Interval: bootstrap of the generated examples' classes, exact.
 */
export const measure: Measure = {
  id: 'coverage',
  direction: 'higher',
  range: [0, Number.POSITIVE_INFINITY],
  needs: ['probabilities'],
  *score(bench) {
    const { estimate, shares } = yield* scoreHistograms(bench, 'coverage', coveredClasses);
    return { ...estimate, table: [Array.from(shares)] };
  },
};
