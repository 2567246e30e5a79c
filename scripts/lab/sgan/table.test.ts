import { expect, it } from 'vitest';
import type { Result } from './experiment.ts';
import { spread, tableOf } from './table.ts';

const result = (labels: string, baseline: boolean, seed: number, test: number): Result => {
  const mark = { step: 100, validation: test, test };
  return { labels, baseline, seed, steps: 100, params: {}, seconds: 60, marks: [mark], best: mark, last: mark };
};

it('tells mean and spread', () => {
  expect(spread([0.92, 0.94])).toBe('.930 ± .014');
  expect(spread([0.9])).toBe('.900');
  expect(spread([])).toBe('–');
});

it('has a line for each number of labels that was run, beside the paper’s', () => {
  const lines = tableOf([result('100', false, 1, 0.92), result('100', false, 2, 0.94), result('25', true, 1, 0.7)]);
  expect(lines.split('\n').slice(2)).toEqual([
    '| 25 | – | – | – | .700 | .700 | 100 · 1 · 1.0 min | .802 / .750 |',
    '| 100 | .930 ± .014 | .930 ± .014 | 100 · 2 · 1.0 min | – | – | – | .928 / .895 |',
  ]);
});
