import { decimate } from '../../core/decimate.ts';
import type { ScalarName } from '../../core/scalars.ts';
import type { History } from '../state/history.ts';

/** A point for Recharts: the step, and the value of each series or null where it was not measured. */
export type Row = { readonly step: number } & { readonly [Name in ScalarName]?: number | null };

/** What a chart shows at one moment. */
export interface ChartData {
  readonly rows: readonly Row[];
  /** The newest value of each series. */
  readonly latest: Partial<Record<ScalarName, number | null>>;
  readonly lastStep: number;
  /** Smallest and largest value of all series. */
  readonly low: number;
  readonly high: number;
}

export const emptyData: ChartData = { rows: [], latest: {}, lastStep: 0, low: 0, high: 0 };

/** A chart is about 340 pixels wide; its work grows with the points, and it shares the page's one thread. */
const MAX_POINTS = 240;

export function chartDataOf(history: History, names: readonly ScalarName[]): ChartData {
  const steps = history.steps();
  const columns = names.map((name) => history.column(name));
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  const rows = decimate(columns, history.length, MAX_POINTS).map((index) => {
    const row: Record<string, number | null> = { step: steps[index] as number };
    names.forEach((name, series) => {
      const value = columns[series]?.[index] as number;
      const measured = Number.isFinite(value);
      row[name] = measured ? value : null;
      if (measured) low = Math.min(low, value);
      if (measured) high = Math.max(high, value);
    });
    return row as Row;
  });
  const latest = Object.fromEntries(names.map((name) => [name, history.latest(name)]));
  if (low > high) return { rows, latest, lastStep: steps.at(-1) ?? 0, low: 0, high: 0 };
  return { rows, latest, lastStep: steps.at(-1) ?? 0, low, high };
}

/** Index of the row whose step is nearest, so that the cursors of charts with different rows go together. */
export function nearestRow(rows: readonly { readonly value: unknown }[], step: number): number {
  let nearest = 0;
  let least = Number.POSITIVE_INFINITY;
  rows.forEach(({ value }, index) => {
    const distance = Math.abs(Number(value) - step);
    if (distance >= least) return;
    least = distance;
    nearest = index;
  });
  return nearest;
}
