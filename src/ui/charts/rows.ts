import type { History } from '../../core/history.ts';
import type { ScalarName } from '../../core/scalars.ts';
import { bucketsOf, type Summary, smoothed, summarise, WINDOW } from '../../plot/summarise.ts';
import { type ValueRange, valueRange } from '../../plot/valueRange.ts';

/** What a chart shows at one moment. */
export interface ChartData {
  /** Where each point is drawn: the middle of the steps that it stands for. */
  readonly steps: readonly number[];
  /** The points of each line: what was measured in those steps, or null if nothing. */
  readonly lines: Partial<Record<ScalarName, readonly (Summary | null)[]>>;
  /** So many steps are in the mean that a point shows; 1 for single steps. */
  readonly meanOf: number;
  readonly lastStep: number;
  readonly range: ValueRange;
}

/**
 * A chart is about 340 pixels wide: closer points cannot be told apart, and they cost time on the page's one
 * thread. A long series uses between half of them and all, for buckets grow by doubling.
 */
const MAX_POINTS = 170;

/** @param smooth whether each point is the mean of several */
export function chartDataOf(history: History, names: readonly ScalarName[], smooth: boolean): ChartData {
  const steps = history.steps();
  const buckets = bucketsOf(history.length, MAX_POINTS);
  const summaries = names.map((name) => {
    const column = history.column(name);
    const points = buckets.map((bucket) => summarise(column, bucket));
    return smooth ? smoothed(points) : points;
  });
  const size = buckets.length > 1 ? (buckets[0] as { end: number }).end : 1;
  return {
    steps: buckets.map(({ start, end }) => ((steps[start] as number) + (steps[end - 1] as number)) / 2),
    lines: Object.fromEntries(names.map((name, i) => [name, summaries[i] ?? []])),
    meanOf: smooth ? size * WINDOW : size,
    lastStep: steps.at(-1) ?? 0,
    range: valueRange(summaries),
  };
}
