import type { Measure } from '../measure.ts';
import { scoreModes } from '../nearestMode.ts';

/** Of its fair share of all points, a mode must have so much to be found: one stray point finds nothing. */
const PRESENT = 0.1;

/** The share of the modes that are found, in [0, 1]. */
export function foundModes(shares: Float64Array): number {
  const modes = shares.length - 1;
  return shares.subarray(0, modes).filter((share) => share * modes >= PRESENT).length / modes;
}

/**
 * Modes found (Srivastava et al. 2017, “VEEGAN”, section 4; Metz et al. 2017): the share of the mixture's modes that
 * have generated points within three standard deviations, each at least a tenth of its fair share. From 0 to 1; higher is
 * better. Blind to points that are near no mode, which is what the share of high-quality points counts. The table is
 * the share of points at each mode. Interval: bootstrap, exact.
 */
export const measure: Measure = {
  id: 'modesFound',
  direction: 'higher',
  range: [0, 1],
  needs: ['features', 'modes'],
  *score(bench) {
    const { estimate, shares } = yield* scoreModes(bench, 'modesFound', foundModes);
    return { ...estimate, table: [Array.from(shares.subarray(0, -1))] };
  },
};
