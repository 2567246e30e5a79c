import type { Rule } from '../rule.ts';
import { backDown, suggest, times } from '../suggest.ts';
import { lastStep } from '../window.ts';

/** Steps before the end that are shown. */
const SHOWN = 50;

/**
 * Not finite: the run has stopped because a loss or a score was no longer a finite number. Holds for every objective.
 */
export const rule: Rule = {
  id: 'nonFinite',
  patience: 0,
  examine(history, context) {
    if (!context.isNonFinite) return null;
    const toStep = lastStep(history);
    return {
      id: 'nonFinite',
      evidence: { series: ['lossD', 'lossG'], fromStep: Math.max(0, toStep - SHOWN), toStep },
      suggestion: suggest(context, [backDown(context, 'lrG', 'lrD'), times(context, 0.1, 'lrG', 'lrD')]),
    };
  },
};
