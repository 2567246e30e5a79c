import type { Rule } from '../rule.ts';
import { backDown, backUp, suggest, times } from '../suggest.ts';
import { lastStep, recentMean, rowAfter } from '../window.ts';

/** Steps that are looked at. */
const WINDOW = 100;
/** D is steep above this norm, if it began at less than a hundredth of it. */
const STEEP = 250;
const GROWTH = 100;

/** The first gradient norm that was measured. */
function firstOf(column: Float32Array): number | undefined {
  return column.find((value) => !Number.isNaN(value));
}

/**
 * Exploding gradients: over the last 100 steps the mean norm of D's gradient near real data was above 250, and at least
 * a hundred times what it was at the first step. Where D is that steep, a small change of G's examples decides
 * everything (Kodali et al. 2017, section 2.3, on sharp gradients before mode collapse). Holds for every objective.
 */
export const rule: Rule = {
  id: 'exploding',
  patience: 2,
  examine(history, context) {
    const norm = recentMean(history, 'gradientNorm', WINDOW);
    const begin = firstOf(history.column('gradientNorm'));
    if (norm === null || begin === undefined || norm < STEEP || norm < GROWTH * begin) return null;
    const toStep = lastStep(history);
    const steps = history.steps();
    return {
      id: 'exploding',
      evidence: {
        series: ['gradientNorm', 'gradientSquare'],
        fromStep: steps[rowAfter(steps, toStep - WINDOW)] as number,
        toStep,
      },
      suggestion: suggest(context, [
        backDown(context, 'clip'),
        backUp(context, 'lambda'),
        backDown(context, 'lrD'),
        { penalty: 'dragan' },
        times(context, 0.25, 'lrD'),
      ]),
      details: { norm: Number(norm.toPrecision(2)), begin: Number(begin.toPrecision(2)) },
    };
  },
};
