import type { Rule } from '../rule.ts';
import { backDown, backUp, suggest, times } from '../suggest.ts';
import { recentEvidence, recentMean } from '../window.ts';

/** Steps that are looked at. */
const WINDOW = 200;
/** D is too strong below this share of the loss that it has when it cannot tell, the least possible loss taken off. */
const LEFT = 0.08;

/**
 * D too strong: over the last 200 steps its mean loss on real and generated examples, without penalties, was below 8 %
 * of the way from the least there is to that of a D that cannot tell (2 log 2 under cross-entropy). It is sure of every
 * example, and G is left without a direction (Arjovsky and Bottou 2017, section 2). Holds for every objective but
 * Wasserstein's, under which D is meant to be as good as can be.
 */
export const rule: Rule = {
  id: 'strongD',
  patience: 2,
  examine(history, context) {
    const { scale } = context;
    const [real, fake] = [recentMean(history, 'lossReal', WINDOW), recentMean(history, 'lossFake', WINDOW)];
    if (!scale || real === null || fake === null) return null;
    const left = (real + fake - scale.lossLeast) / (scale.lossBlind - scale.lossLeast);
    if (left >= LEFT) return null;
    return {
      id: 'strongD',
      evidence: recentEvidence(history, WINDOW, ['lossD', 'scoreReal', 'scoreFake']),
      suggestion: suggest(context, [
        backUp(context, 'lrG'),
        backDown(context, 'lrD'),
        backDown(context, 'kD'),
        times(context, 0.25, 'lrD'),
      ]),
    };
  },
};
