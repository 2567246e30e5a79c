import { expect, it } from 'vitest';
import type { Summary } from './summarise.ts';
import { valueRange } from './valueRange.ts';

const exact = (value: number): Summary => ({ mean: value, low: value, high: value });
const calm = (length: number): Summary[] => Array.from({ length }, () => ({ mean: 1, low: 0.5, high: 1.5 }));

it('encloses everything while no bucket stands out', () => {
  expect(valueRange([[exact(-1), null, exact(2)], [exact(3)], [null], []])).toEqual({ low: -1, high: 3 });
  expect(valueRange([calm(150), [exact(0.2)]])).toEqual({ low: 0.2, high: 1.5 });
});

it('has nothing to enclose before anything is measured', () => {
  expect(valueRange([])).toEqual({ low: 0, high: 0 });
  expect(valueRange([[null, null]])).toEqual({ low: 0, high: 0 });
});

it('does not follow the spike of a single step, in whichever bucket', () => {
  const wild = { mean: 1.1, low: -400, high: 500 };
  expect(valueRange([[...calm(80), wild, ...calm(70)]])).toEqual({ low: 0.5, high: 1.5 });
});

it('follows the line above the bands, but not so far that all else would be flat', () => {
  expect(valueRange([[exact(2.5), ...calm(150)]])).toEqual({ low: 0.5, high: 2.5 });
  expect(valueRange([[exact(1000), ...calm(150)]])).toEqual({ low: 0.5, high: 3 });
  expect(valueRange([[exact(-1000), ...calm(150)]])).toEqual({ low: -1, high: 1.5 });
});

it('shows the outliers where there is nothing else', () => {
  const zeros = Array.from({ length: 150 }, () => exact(0));
  expect(valueRange([[...zeros, exact(7)]])).toEqual({ low: 0, high: 7 });
});
