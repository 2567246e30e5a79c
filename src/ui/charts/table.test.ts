import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { History } from '../../core/history.ts';
import { openPage } from '../state/testing/page.ts';
import { MOST_ROWS, tableOf, trendOf } from './table.ts';

describe('the table behind a chart', () => {
  it('has what was measured, newest first, and is thinned where there is much', async () => {
    const page = await openPage('');
    page.controller.toggle();
    page.trained(10);
    const { history } = page.member();
    const few = tableOf(history, ['lossD', 'lossG']);
    expect(few.map(({ step }) => step)).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(few[0]?.values).toEqual([history.column('lossD')[9], history.column('lossG')[9]]);
    expect(tableOf(history, ['lossD'], 4).map(({ step }) => step)).toEqual([10, 7, 4, 1]);
  });

  it('never has more rows than it may, and always the newest', async () => {
    const page = await openPage('');
    page.controller.toggle();
    page.trained(333);
    const rows = tableOf(page.member().history, ['lossD']);
    expect(rows.length).toBeLessThanOrEqual(MOST_ROWS);
    expect(rows[0]?.step).toBe(333);
  });

  it('leaves out steps that measured none of it', () => {
    const history = { steps: () => [1, 2, 3], column: () => [Number.NaN, 5, Number.NaN] } as unknown as History;
    expect(tableOf(history, ['gradientNorm'])).toEqual([{ step: 2, values: [5] }]);
  });
});

describe('where a line goes', () => {
  it('is told from its end', () => {
    const line = (slope: number) => Array.from({ length: 100 }, (_, i) => slope * i);
    expect(trendOf(line(1))).toBe('rising');
    expect(trendOf(line(-1))).toBe('falling');
    expect(trendOf([...line(1), ...Array.from({ length: 100 }, () => 99)])).toBe('level');
    expect(trendOf([1, 2, 3])).toBeNull();
  });

  it('turns with the line, and does not hang on its scale', () => {
    const turned = { rising: 'falling', falling: 'rising', level: 'level' } as const;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 10, maxLength: 80 }), (points) => {
        const trend = trendOf(points);
        expect(trend).not.toBeNull();
        if (trend) expect(trendOf(points.map((value) => -4 * value))).toBe(turned[trend]);
      }),
    );
  });
});
