import { manifoldRadii, shareOf } from '../manifold.ts';
import type { Measure } from '../measure.ts';
import { type PairStatistic, scorePairs } from '../pairScore.ts';

/** Share of the real examples that lie within the ball of at least one of the others. */
export const recall: PairStatistic = function* ({ other: within, cross }, real, other) {
  const radii = manifoldRadii(within, other);
  yield;
  const covered = new Uint8Array(real.length);
  for (let i = 0; i < real.length; i++) {
    const start = (real[i] as number) * cross.columns;
    for (let j = 0; j < other.length && covered[i] === 0; j++)
      if ((cross.values[start + (other[j] as number)] as number) <= (radii[j] as number)) covered[i] = 1;
  }
  return shareOf(covered);
};

/**
 * Recall (Kynkäänniemi et al. 2019, equation 2): the share of real examples within the manifold of the generated ones,
 * estimated as in precision. From 0 to 1; higher is better: variety, whatever the fidelity. Interval: half-samples of
 * both sets.
 */
export const measure: Measure = {
  id: 'recall',
  direction: 'higher',
  range: [0, 1],
  needs: ['features'],
  score(bench) {
    return scorePairs(bench, this, recall);
  },
};
