import type { ScalarName } from '../../core/scalars.ts';
import type { Rule } from '../rule.ts';
import { backDown, suggest, times } from '../suggest.ts';
import { lastStep, recentEvidence, stretches } from '../window.ts';

/** Steps that are looked at, in so many stretches. */
const WINDOW = 200;
const STRETCHES = 100;
/** The longest half period or period that shows in such a window, in stretches. */
const LONGEST = 33;
/** Swings with a standard deviation above this share of the way between D's two targets are large. */
const LARGE = 0.12;
/** Autocorrelation half a period later, at most; and a whole one later, at least. */
const AGAINST = -0.3;
const WITH = 0.25;

/** The values less the straight line through them. */
function withoutTrend(values: readonly number[]): number[] {
  const n = values.length;
  const middle = (n - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const slope =
    values.reduce((sum, value, i) => sum + value * (i - middle), 0) /
    values.reduce((s, _, i) => s + (i - middle) ** 2, 0);
  return values.map((value, i) => value - mean - slope * (i - middle));
}

const deviation = (values: readonly number[]): number =>
  Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);

/** Correlation of a series of mean zero with itself, `lag` places later. */
function autocorrelation(values: readonly number[], lag: number): number {
  let sum = 0;
  for (let i = lag; i < values.length; i++) sum += (values[i] as number) * (values[i - lag] as number);
  return sum / (values.length - lag) / deviation(values) ** 2;
}

/** Whether a series of mean zero comes back to itself after going the other way. */
export function isPeriodic(values: readonly number[]): boolean {
  const correlations = Array.from({ length: LONGEST }, (_, lag) => autocorrelation(values, lag));
  const lowest = Math.min(...correlations);
  const half = correlations.indexOf(lowest);
  return lowest <= AGAINST && Math.max(...correlations.slice(half)) >= WITH;
}

/**
 * Oscillation: over the last 200 steps D's mean score of real or of generated examples, without its trend, has swung
 * with a standard deviation above 12 % of the way between D's two targets, and regularly: its autocorrelation falls to
 * −0.3 and then comes back to 0.25, within 66 steps. The two networks circle each other in place of approaching
 * (Mescheder et al. 2018; Gidel et al. 2019). Holds for every objective but Wasserstein's, whose scores have no unit.
 */
export const rule: Rule = {
  id: 'oscillation',
  patience: 2,
  examine(history, context) {
    const { scale } = context;
    if (!scale || lastStep(history) < WINDOW) return null;
    const swings = (name: ScalarName): boolean => {
      const values = stretches(history, name, WINDOW / STRETCHES, STRETCHES);
      if (values.length < STRETCHES) return false;
      const level = withoutTrend(values);
      return deviation(level) / Math.abs(scale.real - scale.fake) > LARGE && isPeriodic(level);
    };
    if (!swings('scoreFake') && !swings('scoreReal')) return null;
    return {
      id: 'oscillation',
      evidence: recentEvidence(history, WINDOW, ['lossG', 'lossD', 'scoreReal', 'scoreFake']),
      suggestion: suggest(context, [
        backDown(context, 'lrG', 'lrD'),
        backDown(context, 'beta1', 'momentum'),
        times(context, 0.5, 'lrG', 'lrD'),
      ]),
    };
  },
};
