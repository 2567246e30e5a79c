import type { Scale } from '../../gan/objective.ts';
import type { Rule, ScalarHistory } from '../rule.ts';
import { hasEverTold, MOST_STRETCHES, STRETCH, tellsNothing } from '../separation.ts';
import { backDown, suggest, times } from '../suggest.ts';
import { recentEvidence, stretches } from '../window.ts';

/** Steps that are looked at. */
const WINDOW = 200;
/** Scores stand still if they stray from their mean by less than this share of the way between D's two targets. */
const STILL = 0.03;
/** Pairs of steps in the window. */
const PAIRS = WINDOW / 2;
/** D has gone flat where its gradient has fallen below this share of the steepest stretch. */
const FLAT = 0.1;

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}

const standsStill = (history: ScalarHistory, { real, fake }: Scale): boolean =>
  (['scoreReal', 'scoreFake'] as const).every((name) => {
    const values = stretches(history, name, WINDOW / PAIRS, PAIRS);
    return values.length === PAIRS && deviation(values) < STILL * Math.abs(real - fake);
  });

function isFlat(history: ScalarHistory): boolean {
  const slopes = stretches(history, 'gradientNorm', STRETCH, MOST_STRETCHES);
  const recent = slopes.slice(-Math.floor(WINDOW / STRETCH));
  return recent.length > 0 && Math.max(...recent) < FLAT * Math.max(...slopes);
}

/**
 * D has stopped: once it told real from generated examples; over the last 200 steps its mean scores of both were closer
 * than 5 % of the way between its two targets and strayed from their means by less than 3 % of it, so that its loss
 * stood where it cannot tell, and its gradient near real data was below a tenth of what it has been. The last is what
 * tells it from a game that both have played well, whose scores are as equal and nearly as calm (Goodfellow et al.
 * 2014, theorem 1), but whose D keeps its slopes. Holds for every objective but Wasserstein's, whose scores have no unit.
 */
export const rule: Rule = {
  id: 'stillD',
  patience: 2,
  examine(history, context) {
    const { scale } = context;
    if (!scale || !tellsNothing(history, scale, WINDOW) || !standsStill(history, scale)) return null;
    if (!hasEverTold(history, scale) || !isFlat(history)) return null;
    return {
      id: 'stillD',
      evidence: recentEvidence(history, WINDOW, ['scoreReal', 'scoreFake', 'lossD', 'gradientNorm']),
      suggestion: suggest(context, [
        backDown(context, 'lrD'),
        backDown(context, 'beta1', 'momentum'),
        backDown(context, 'lrG'),
        times(context, 0.25, 'lrD'),
      ]),
    };
  },
};
