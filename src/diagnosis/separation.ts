/** How well D tells real from generated examples, from its mean scores. */
import type { Scale } from '../gan/objective.ts';
import type { ScalarHistory } from './rule.ts';
import { recentMean, stretches } from './window.ts';

/** D tells nothing apart below this share of the way between its two targets. */
const APART = 0.05;

/** Stretches into which the whole history is cut. */
export const STRETCH = 50;
export const MOST_STRETCHES = 400;

/** How far apart D's mean scores of real and generated examples are: 1 where it is right, below 0 where it is wrong. */
const separation = ({ real, fake }: Scale, scoreReal: number, scoreFake: number): number =>
  (scoreReal - scoreFake) / (real - fake);

/** Whether the mean scores of the last `window` steps are as good as equal; false before there are so many. */
export function tellsNothing(history: ScalarHistory, scale: Scale, window: number): boolean {
  const [real, fake] = [recentMean(history, 'scoreReal', window), recentMean(history, 'scoreFake', window)];
  return real !== null && fake !== null && separation(scale, real, fake) < APART;
}

/** Whether they were further apart in any stretch of 50 steps. */
export function hasEverTold(history: ScalarHistory, scale: Scale): boolean {
  const real = stretches(history, 'scoreReal', STRETCH, MOST_STRETCHES);
  const fake = stretches(history, 'scoreFake', STRETCH, MOST_STRETCHES);
  return real.some((score, i) => separation(scale, score, fake[i] as number) >= APART);
}
