import type { Rule } from '../rule.ts';
import { hasEverTold, tellsNothing } from '../separation.ts';
import { backDown, backUp, suggest, times } from '../suggest.ts';
import { recentEvidence } from '../window.ts';

/** Steps that are looked at. */
const WINDOW = 200;

/**
 * D blind: over the last 200 steps its mean scores of real and generated examples were closer than 5 % of the way
 * between its two targets, and they never were further apart in any stretch of 50 steps. Scores at ½ alone prove
 * nothing: that is also where a game ends that both have played well (Goodfellow et al. 2014, theorem 1). Holds for
 * every objective but Wasserstein's, whose scores have no unit.
 */
export const rule: Rule = {
  id: 'blindD',
  patience: 2,
  examine(history, context) {
    const { scale } = context;
    if (!scale || !tellsNothing(history, scale, WINDOW) || hasEverTold(history, scale)) return null;
    return {
      id: 'blindD',
      evidence: recentEvidence(history, WINDOW, ['scoreReal', 'scoreFake', 'lossD']),
      suggestion: suggest(context, [
        backUp(context, 'lrD'),
        backDown(context, 'lrD'),
        backDown(context, 'lrG'),
        times(context, 4, 'lrD'),
      ]),
    };
  },
};
