import type { Rule } from '../rule.ts';
import { valuesOf } from '../scores.ts';
import { suggest, times } from '../suggest.ts';

/** So many scores in a row must say so. */
const SCORES = 2;

/**
 * Memorising: in the last two quality scores the nearest neighbour of an example is of the other kind more often than
 * chance (1-NN accuracy below ½, its whole interval too; Lopez-Paz and Oquab 2017), and generated examples lie closer
 * to training examples than other real ones do (the interval of the mean distance is below its floor). Holds for every
 * objective.
 */
export const rule: Rule = {
  id: 'memorising',
  patience: 0,
  examine(_, context) {
    const accuracies = valuesOf(context.scores, 'neighbourTest').slice(-SCORES);
    const distances = valuesOf(context.scores, 'nearestReal').slice(-SCORES);
    if (accuracies.length < SCORES || distances.length < SCORES) return null;
    const isCopied =
      accuracies.every(({ interval }) => interval.high < 0.5) &&
      distances.every(({ interval, floor }) => interval.high < floor);
    if (!isCopied) return null;
    return {
      id: 'memorising',
      evidence: {
        series: ['neighbourTest', 'nearestReal'],
        fromStep: accuracies[0]?.step ?? 0,
        toStep: accuracies.at(-1)?.step ?? 0,
      },
      suggestion: suggest(context, [times(context, 0.5, 'width')]),
    };
  },
};
