import type { Scale } from '../../gan/objective.ts';
import type { Rule, ScalarHistory } from '../rule.ts';
import { backDown, backUp, suggest, times } from '../suggest.ts';
import { recentEvidence, recentMean, stretches } from '../window.ts';

/** Steps that are looked at, and the stretches into which the whole history is cut. */
const WINDOW = 200;
const STRETCH = 50;
const MOST_STRETCHES = 400;
/** D tells nothing apart below this share of the way between its two targets. */
const APART = 0.05;
/** D has gone flat where its gradient has fallen below this share of the steepest stretch. */
const FLAT = 0.001;

/** How far apart D's mean scores of real and generated examples are: 1 where it is right, below 0 where it is wrong. */
const separation = ({ real, fake }: Scale, scoreReal: number, scoreFake: number): number =>
  (scoreReal - scoreFake) / (real - fake);

function hasEverTold(history: ScalarHistory, scale: Scale): boolean {
  const real = stretches(history, 'scoreReal', STRETCH, MOST_STRETCHES);
  const fake = stretches(history, 'scoreFake', STRETCH, MOST_STRETCHES);
  return real.some((score, i) => separation(scale, score, fake[i] as number) >= APART);
}

function isFlat(history: ScalarHistory): boolean {
  const slopes = stretches(history, 'gradientNorm', STRETCH, MOST_STRETCHES);
  const recent = slopes.slice(-Math.floor(WINDOW / STRETCH));
  return recent.length > 0 && Math.max(...recent) < FLAT * Math.max(...slopes);
}

/**
 * D blind: over the last 200 steps its mean scores of real and generated examples were closer than 5 % of the way
 * between its two targets, and either they never were further apart in any stretch of 50 steps, or D has gone flat: its
 * gradient near real data is below a thousandth of what it has been. Scores at ½ alone prove nothing: that is also
 * where a game ends that both have played well (Goodfellow et al. 2014, theorem 1). Holds for every objective but
 * Wasserstein's, whose scores have no unit.
 */
export const rule: Rule = {
  id: 'blindD',
  patience: 2,
  examine(history, context) {
    const { scale } = context;
    const [real, fake] = [recentMean(history, 'scoreReal', WINDOW), recentMean(history, 'scoreFake', WINDOW)];
    if (!scale || real === null || fake === null || separation(scale, real, fake) >= APART) return null;
    if (hasEverTold(history, scale) && !isFlat(history)) return null;
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
