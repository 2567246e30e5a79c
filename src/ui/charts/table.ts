/** What a chart shows, for those who read it as numbers or hear it as a sentence. */

import type { History } from '../../core/history.ts';
import type { ScalarName } from '../../core/scalars.ts';

/** More would be no help to anybody. */
export const MOST_ROWS = 50;

export interface TableRow {
  readonly step: number;
  /** In the order of the names; null where this step did not measure it. */
  readonly values: readonly (number | null)[];
}

/** Newest first: all of them, or at most `most` at equal distances that end with the newest. */
export function newestFirst<Row>(all: readonly Row[], most = MOST_ROWS): readonly Row[] {
  const stride = Math.max(1, Math.ceil(all.length / most));
  return all.toReversed().filter((_, at) => at % stride === 0);
}

/** Measured values, newest first. */
export function tableOf(history: History, names: readonly ScalarName[], most = MOST_ROWS): readonly TableRow[] {
  const steps = history.steps();
  const columns = names.map((name) => history.column(name));
  const measured: number[] = [];
  for (let row = 0; row < steps.length; row++)
    if (columns.some((column) => !Number.isNaN(column[row] as number))) measured.push(row);
  return newestFirst(measured, most).map((row) => {
    const values = columns.map((column) => {
      const value = column[row] as number;
      return Number.isNaN(value) ? null : value;
    });
    return { step: steps[row] as number, values };
  });
}

export type Trend = 'rising' | 'falling' | 'level';

/** A change of the mean that is smaller beside the whole range cannot be seen in a chart. */
const VISIBLE = 0.08;
/** So many points make one of the two stretches that are compared. */
const STRETCH = 1 / 5;

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Where a line goes at its end: the last fifth of its points beside the fifth before it. Null for too few points. */
export function trendOf(points: readonly number[]): Trend | null {
  const count = Math.floor(points.length * STRETCH);
  if (count < 2) return null;
  const range = Math.max(...points) - Math.min(...points);
  const change = mean(points.slice(-count)) - mean(points.slice(-2 * count, -count));
  if (Math.abs(change) <= VISIBLE * range) return 'level';
  return change > 0 ? 'rising' : 'falling';
}
