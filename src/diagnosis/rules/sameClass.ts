import type { Rule, ScalarHistory } from '../rule.ts';
import { backDown, backUp, suggest, times } from '../suggest.ts';
import { lastStep, recentEvidence, recentMean, valuesAfter } from '../window.ts';

/** Steps that are looked at. */
const WINDOW = 200;
/** Where several classes are nearly gone, the one that is named does not change at every look. */
const NAMED = 500;
/** Before that, G has not learnt yet to make use of z. */
const FIRST_STEPS = 600;
/** Examples of a class are alike below this share of the variance of real ones. */
const ALIKE = 0.1;
/** G tells classes apart where all of them together vary at least so much. */
const APART = 0.3;

/** The class that varied least most often of late; null where G is asked for none. */
function worstClass(history: ScalarHistory): number | null {
  const counts = new Map<number, number>();
  for (const label of valuesAfter(history, 'varietyClass', lastStep(history) - NAMED))
    counts.set(label, (counts.get(label) ?? 0) + 1);
  const [worst] = [...counts].sort(([, a], [, b]) => b - a);
  return worst ? worst[0] : null;
}

/**
 * Collapse within a class: from step 600 on, what G draws of one class differed, over the last 200 steps, less than 10 %
 * as much as real examples of it do (total variance), while all classes together differed at least 30 % as much: below
 * that, G has not begun to tell them apart. Neither losses nor the variety across classes show it (as in Arora et al.
 * 2018: a support that is small).
 * Holds for every objective, where G is asked for a class.
 */
export const rule: Rule = {
  id: 'sameClass',
  patience: 2,
  examine(history, context) {
    const label = worstClass(history);
    const least = recentMean(history, 'varietyWithin', WINDOW);
    const whole = recentMean(history, 'variety', WINDOW);
    if (label === null || least === null || whole === null || lastStep(history) < FIRST_STEPS) return null;
    if (least >= ALIKE || whole < APART) return null;
    return {
      id: 'sameClass',
      evidence: { ...recentEvidence(history, WINDOW, ['varietyWithin', 'lossG', 'scoreFake']), label },
      suggestion: suggest(context, [
        backDown(context, 'beta1', 'momentum'),
        backUp(context, 'lrD'),
        backUp(context, 'width'),
        ...(context.params.penalty === 'none' ? [{ penalty: 'dragan' }] : []),
        times(context, 0.5, 'lrG'),
      ]),
      details: { percent: Number((100 * least).toPrecision(2)) },
    };
  },
};
