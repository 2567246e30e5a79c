import type { ObjectiveSpec } from '../plan.ts';
import { crossEntropy } from './crossEntropy.ts';
import { hinge } from './hinge.ts';
import { leastSquares } from './leastSquares.ts';
import { minimax } from './minimax.ts';
import type { Objective } from './objective.ts';
import { wasserstein } from './wasserstein.ts';

export function objectiveOf(spec: ObjectiveSpec): Objective {
  switch (spec.kind) {
    case 'crossEntropy':
      return crossEntropy(spec);
    case 'minimax':
      return minimax(spec);
    case 'leastSquares':
      return leastSquares(spec);
    case 'hinge':
      return hinge;
    case 'wasserstein':
      return wasserstein;
    default:
      return spec satisfies never;
  }
}
