import type { Summary } from './summarise.ts';

export interface ValueRange {
  readonly low: number;
  readonly high: number;
}

/** This share of a series' buckets may reach beyond the axis, at either end. */
const OUTLIERS = 0.02;

/**
 * What the value axis has to show. A single wild step must not flatten all others, so of each series count
 * the smallest and largest values of its buckets without the outermost two in a hundred. The means count
 * in full, for they are the line, but they extend the axis no further than by its own length, zero included,
 * at either end. What lies beyond is cut off at the edge.
 */
export function valueRange(series: readonly (readonly (Summary | null)[])[]): ValueRange {
  const measured = series.map((summaries) => summaries.filter((summary) => summary !== null));
  const all = measured.flat();
  if (all.length === 0) return { low: 0, high: 0 };

  const lines = measured.filter(({ length }) => length > 0);
  const low = Math.min(...lines.map(lowWithoutOutliers));
  const high = Math.max(...lines.map(highWithoutOutliers));
  const length = Math.max(high, 0) - Math.min(low, 0);
  // Nothing but zeros, besides outliers: then those are what there is to see.
  if (length === 0) return { low: Math.min(...all.map((s) => s.low)), high: Math.max(...all.map((s) => s.high)) };

  const means = all.map(({ mean }) => mean);
  return {
    low: Math.min(low, Math.max(low - length, Math.min(...means))),
    high: Math.max(high, Math.min(high + length, Math.max(...means))),
  };
}

function lowWithoutOutliers(summaries: readonly Summary[]): number {
  const lows = summaries.map(({ low }) => low).sort((a, b) => a - b);
  return lows[Math.floor(OUTLIERS * (lows.length - 1))] as number;
}

function highWithoutOutliers(summaries: readonly Summary[]): number {
  const highs = summaries.map(({ high }) => high).sort((a, b) => b - a);
  return highs[Math.floor(OUTLIERS * (highs.length - 1))] as number;
}
