import type { ScalarName } from '../../core/scalars.ts';
import type { History } from '../state/history.ts';
import { bucketsOf, type Summary, summarise } from './summarise.ts';
import { type ValueRange, valueRange } from './valueRange.ts';

/** One point of every line: a few steps, and of each series what it measured in them, or null if nothing. */
export type Row = {
  readonly first: number;
  readonly last: number;
  /** Where the point is drawn: in the middle. */
  readonly step: number;
} & { readonly [Name in ScalarName]?: Summary | null };

/** What a chart shows at one moment. */
export interface ChartData {
  readonly rows: readonly Row[];
  /** The newest value of each series. */
  readonly latest: Partial<Record<ScalarName, number | null>>;
  readonly lastStep: number;
  readonly range: ValueRange;
}

export const emptyData: ChartData = { rows: [], latest: {}, lastStep: 0, range: { low: 0, high: 0 } };

/**
 * A chart is about 340 pixels wide: closer points cannot be told apart, and they cost time on the page's one
 * thread. A long series uses between half of them and all, for buckets grow by doubling.
 */
const MAX_POINTS = 170;

export function chartDataOf(history: History, names: readonly ScalarName[]): ChartData {
  const steps = history.steps();
  const buckets = bucketsOf(history.length, MAX_POINTS);
  const summaries = names.map((name) => {
    const column = history.column(name);
    return buckets.map((bucket) => summarise(column, bucket));
  });
  const rows = buckets.map(({ start, end }, point) => {
    const first = steps[start] as number;
    const last = steps[end - 1] as number;
    const values = names.map((name, series) => [name, summaries[series]?.[point] ?? null]);
    return { first, last, step: (first + last) / 2, ...Object.fromEntries(values) } as Row;
  });
  const latest = Object.fromEntries(names.map((name) => [name, history.latest(name)]));
  return { rows, latest, lastStep: steps.at(-1) ?? 0, range: valueRange(summaries) };
}
