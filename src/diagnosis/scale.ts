/** What rules of diagnosis have to know about an objective. */

import type { ObjectiveSpec } from '../gan/plan.ts';
import type { Scale } from './rule.ts';

const entropy = (p: number): number => (p > 0 && p < 1 ? -p * Math.log(p) - (1 - p) * Math.log(1 - p) : 0);

/** How D's scores and losses are to be read; null under Wasserstein's objective, whose scores have no unit. */
export function scaleOf(objective: ObjectiveSpec): Scale | null {
  switch (objective.kind) {
    case 'crossEntropy':
    case 'minimax':
      return {
        real: 1 - objective.smoothing,
        fake: 0,
        lossBlind: 2 * Math.LN2,
        lossLeast: entropy(objective.smoothing),
      };
    case 'leastSquares': {
      const { real, fake } = objective.targets;
      return { real, fake, lossBlind: ((real - fake) / 2) ** 2, lossLeast: 0 };
    }
    case 'hinge':
      return { real: 1, fake: -1, lossBlind: 2, lossLeast: 0 };
    case 'wasserstein':
      return null;
    default:
      return objective satisfies never;
  }
}
