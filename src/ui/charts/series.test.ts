import { expect, it } from 'vitest';
import { accuracySeries, gradientSeries, lossSeries, type Series, scoreSeries } from './series.ts';

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
