import type { Measure } from '../measure.ts';
import { scoreModes } from '../nearestMode.ts';

/** The share that is near some mode, in [0, 1]. */
export const nearAny = (shares: Float64Array): number => 1 - (shares.at(-1) ?? 0);

/**
 * High-quality points (Srivastava et al. 2017, “VEEGAN”, section 4): the share of generated points within three
 * standard deviations of the nearest mode of the mixture; of points of the mixture itself, 1 − e^(−9/2) = 0.989 in the
 * plane. From 0 to 1; higher is better. Blind to modes that are missing. Interval: bootstrap, exact.
 */
export const measure: Measure = {
  id: 'highQuality',
  direction: 'higher',
  range: [0, 1],
  needs: ['features', 'modes'],
  *score(bench) {
    return (yield* scoreModes(bench, 'highQuality', nearAny)).estimate;
  },
};
