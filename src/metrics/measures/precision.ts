import { manifoldRadii, shareOf } from '../manifold.ts';
import type { Measure } from '../measure.ts';
import { type PairStatistic, scorePairs } from '../pairScore.ts';

/** Share of the others that lie within the ball of at least one real example. */
export const precision: PairStatistic = function* ({ real: within, cross }, real, other) {
  const radii = manifoldRadii(within, real);
  yield;
  const covered = new Uint8Array(other.length);
  for (let i = 0; i < real.length; i++) {
    const radius = radii[i] as number;
    const start = (real[i] as number) * cross.columns;
    for (let j = 0; j < other.length; j++)
      if ((cross.values[start + (other[j] as number)] as number) <= radius) covered[j] = 1;
  }
  return shareOf(covered);
};

/**
 * Precision (Kynkäänniemi et al. 2019, equation 2): the share of generated examples within the manifold of the real
 * ones, estimated as balls in feature space that reach to the third nearest neighbour. From 0 to 1; higher is better:
 * fidelity, whatever the variety. Interval: half-samples of both sets, each with the radii of its own.
 */
export const measure: Measure = {
  id: 'precision',
  direction: 'higher',
  range: [0, 1],
  needs: ['features'],
  score(bench) {
    return scorePairs(bench, this, precision);
  },
};
