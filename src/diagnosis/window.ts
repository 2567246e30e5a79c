/** Parts of a history, and their means. */
import type { ScalarName } from '../core/scalars.ts';
import type { Evidence, ScalarHistory } from './rule.ts';

export const lastStep = (history: ScalarHistory): number => history.steps().at(-1) ?? 0;

/** The last `window` steps of these series. */
export function recentEvidence(history: ScalarHistory, window: number, series: readonly string[]): Evidence {
  const toStep = lastStep(history);
  return { series, fromStep: toStep - window, toStep };
}

/** The first row of a step above `step`. */
export function rowAfter(steps: Float64Array, step: number): number {
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle] as number) <= step) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The history as it was after `step`. */
export function upTo(history: ScalarHistory, step: number): ScalarHistory {
  const length = rowAfter(history.steps(), step);
  return {
    length,
    steps: () => history.steps().subarray(0, length),
    column: (name) => history.column(name).subarray(0, length),
  };
}

/** What was measured after step `from`. */
export const valuesAfter = (history: ScalarHistory, name: ScalarName, from: number): Float32Array =>
  history
    .column(name)
    .subarray(rowAfter(history.steps(), from))
    .filter((value) => !Number.isNaN(value));

/** Mean of what was measured after step `from`, up to and with step `to`; null if nothing was. */
function meanBetween(history: ScalarHistory, name: ScalarName, from: number, to: number): number | null {
  const steps = history.steps();
  const column = history.column(name);
  let [sum, count] = [0, 0];
  const end = rowAfter(steps, to);
  for (let row = rowAfter(steps, from); row < end; row++) {
    const value = column[row] as number;
    if (Number.isNaN(value)) continue;
    sum += value;
    count += 1;
  }
  return count > 0 ? sum / count : null;
}

/** Mean over the last `window` steps; null before there are so many, or if nothing was measured in them. */
export function recentMean(history: ScalarHistory, name: ScalarName, window: number): number | null {
  const last = lastStep(history);
  return last < window ? null : meanBetween(history, name, last - window, last);
}

/** Means of equal stretches of `size` steps, the last one ending now: at most `count`, oldest first, without gaps. */
export function stretches(history: ScalarHistory, name: ScalarName, size: number, count: number): readonly number[] {
  const last = lastStep(history);
  const means: number[] = [];
  for (let end = last; means.length < count && end - size >= 0; end -= size) {
    const mean = meanBetween(history, name, end - size, end);
    if (mean === null) break;
    means.push(mean);
  }
  return means.reverse();
}
