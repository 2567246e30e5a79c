import type { ObjectiveSpec, Plan } from '../plan.ts';
import { crossEntropy } from './crossEntropy.ts';
import { hinge } from './hinge.ts';
import { leastSquares } from './leastSquares.ts';
import { minimax } from './minimax.ts';
import type { Objective } from './objective.ts';
import { onRealLogit, roundedCrossEntropy } from './semiSupervised.ts';
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

/** A plan's objective on D's raw outputs: one for each example, or K + 1 where D learns classes too. */
export function objectiveOn({ objective, supervision }: Pick<Plan, 'objective' | 'supervision'>): Objective {
  if (!supervision) return objectiveOf(objective);
  const rounded = supervision.epsilon > 0 && objective.kind === 'crossEntropy';
  return onRealLogit(rounded ? roundedCrossEntropy(supervision.epsilon) : objectiveOf(objective));
}
