import { divergence } from '../classes.ts';
import { scoreHistograms } from '../histogramScore.ts';
import type { Measure } from '../measure.ts';

/**
 * KL(p_fake ‖ p_real) between the histograms of the classes that the classifier finds (as in Metz et al. 2017, table 1,
 * there called reverse KL). From 0, in nats; lower is better; infinite where real data has no example of a class.
 * Blind to collapse within a class. Interval: bootstrap of the generated examples' classes, the real histogram being
 * fixed; resampling spreads a histogram, so near 0 both ends lie a little too high.
 */
export const measure: Measure = {
  id: 'classDivergence',
  direction: 'lower',
  range: [0, Number.POSITIVE_INFINITY],
  needs: ['probabilities'],
  *score(bench) {
    const { estimate } = yield* scoreHistograms(bench, 'classDivergence', divergence);
    return estimate;
  },
};
