/** How what a step draws comes about, for whoever can draw it as well. */
import type { LatentSpec, PerturbationSpec } from '../../gan/plan.ts';
import type { Law, Spread } from '../../program/law.ts';
import type { Source } from './batch.ts';

const UNIT: Spread = { kind: 'uniform', low: 0, high: 1 };
const SYMMETRIC: Spread = { kind: 'uniform', low: -1, high: 1 };
const NORMAL: Spread = { kind: 'normal' };

const spread = (one: Spread): Law => ({ kind: 'spread', spread: one });

/** As `drawLatent` draws z. */
export function ofLatent({ distribution }: LatentSpec): Law {
  switch (distribution) {
    case 'normal':
      return spread(NORMAL);
    case 'uniform':
      return spread(SYMMETRIC);
    case 'unitUniform':
      return spread(UNIT);
    default:
      return distribution satisfies never;
  }
}

export const ofClasses = (bound: number): Law => spread({ kind: 'integers', bound });

/** The shares of the examples between real and generated ones. */
export const SHARES: Law = spread(UNIT);

/** The factors of δ, apart from its scale, as `perturb` draws them. */
function factorsOf({ kind }: PerturbationSpec): readonly Spread[] {
  switch (kind) {
    case 'gaussian':
      return [NORMAL];
    case 'uniform':
      return [SYMMETRIC];
    case 'positiveUniform':
      return [UNIT, UNIT];
    default:
      return kind satisfies never;
  }
}

/** How often `perturb` fills from the stream. */
export const fillsOf = (perturbation: PerturbationSpec): number => factorsOf(perturbation).length;

/** x + δ, x being the batch. */
export const ofNear = (perturbation: PerturbationSpec): Law => ({
  kind: 'near',
  of: 'images',
  scale: perturbation.scale,
  spreads: factorsOf(perturbation),
});

/** The field of a batch that says where its images are in the data set. */
export const PLACES = 'places';

export const ofRows = ({ rows }: Source): Law => ({ kind: 'rows', rows, places: PLACES });
