import type { Score, Scores } from '../../protocol/index.ts';
import { newestFirst, type TableRow } from '../charts/table.ts';

/** One measuring of one measure, as a chart draws it. */
export interface ScoreRow {
  readonly step: number;
  readonly value: number;
  readonly floor: number;
  readonly low: number;
  readonly high: number;
  readonly samples: number;
}

export const scoreOf = ({ scores }: Scores, id: string): Score | undefined => scores.find((score) => score.id === id);

/** What was measured, oldest first. A value that is not finite has no place on an axis; an end that is not, ends at the value. */
export function rowsOf(all: readonly Scores[], id: string): readonly ScoreRow[] {
  return all.flatMap((measured): readonly ScoreRow[] => {
    const score = scoreOf(measured, id);
    if (!score || !Number.isFinite(score.value)) return [];
    const { value, floor, interval, samples } = score;
    const within = (end: number): number => (Number.isFinite(end) ? end : value);
    return [{ step: measured.step, value, floor, low: within(interval.low), high: within(interval.high), samples }];
  });
}

/** What the axis has to show: the values and their floors in full, the intervals where they are not wide. */
export function scoreRange(rows: readonly ScoreRow[]): { readonly low: number; readonly high: number } {
  const shown = rows.flatMap(({ value, floor }) => (Number.isFinite(floor) ? [value, floor] : [value]));
  if (shown.length === 0) return { low: 0, high: 0 };
  const [least, most] = [Math.min(...shown), Math.max(...shown)];
  const length = Math.max(most, 0) - Math.min(least, 0);
  const lows = rows.map(({ low }) => Math.max(low, least - length / 2));
  const highs = rows.map(({ high }) => Math.min(high, most + length / 2));
  return { low: Math.min(least, ...lows), high: Math.max(most, ...highs) };
}

/** The same as numbers, newest first: value, both ends of its interval, and what real examples get. */
export const scoreTable = (rows: readonly ScoreRow[]): readonly TableRow[] =>
  newestFirst(rows).map(({ step, value, low, high, floor }) => ({
    step,
    values: [value, low, high, floor].map((number) => (Number.isFinite(number) ? number : null)),
  }));
