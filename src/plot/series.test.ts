import { expect, it } from 'vitest';
import { accuracySeries, bothLosses, gradientSeries, lossSeries, type Series, scoreSeries, withLit } from './series.ts';

const charts: Record<string, readonly Series[]> = {
  losses: lossSeries({ penalty: true, classes: true }),
  accuracy: accuracySeries,
  gradient: gradientSeries(false),
  scores: scoreSeries,
};

it('no two lines of a chart differ in colour alone', () => {
  for (const [chart, series] of Object.entries(charts)) {
    const styles = series.map(({ width, dash = 'none' }) => `${width} ${dash}`);
    expect(new Set(styles).size, chart).toBe(series.length);
  }
});

it('a line that is lit is the heaviest, and keeps its dashes and its place', () => {
  const losses = charts.losses as readonly Series[];
  for (const { name, dash } of losses) {
    const lit = withLit(losses, name);
    expect(lit.map((line) => line.name)).toEqual(losses.map((line) => line.name));
    const [heaviest] = lit.toSorted((a, b) => b.width - a.width);
    expect(heaviest).toMatchObject({ name, opacity: 1, ...(dash && { dash }) });
  }
});

it('lines stay the same where none of them is lit', () => {
  expect(withLit(bothLosses, 'penalty')).toBe(bothLosses);
  expect(withLit(bothLosses, null)).toBe(bothLosses);
});
