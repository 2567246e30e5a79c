import { expect, it } from 'vitest';
import { standingOf } from './standing.ts';

const score = (value: number, floor: number, reach: number) => ({
  value,
  floor,
  low: value - reach,
  high: value + reach,
});

it('a score is short of real examples, as good by chance, or better', () => {
  expect(standingOf('higher', score(0.8, 0.9, 0.05))).toBe('short');
  expect(standingOf('higher', score(0.92, 0.9, 0.05))).toBe('chance');
  expect(standingOf('higher', score(0.99, 0.9, 0.05))).toBe('beyond');
  expect(standingOf('lower', score(9, 6, 1))).toBe('short');
  expect(standingOf('lower', score(5.5, 6, 1))).toBe('chance');
  expect(standingOf('lower', score(3, 6, 1))).toBe('beyond');
});

it('the same is not better', () => {
  expect(standingOf('higher', score(1, 1, 0))).toBe('short');
  expect(standingOf('lower', score(6, 6, 0))).toBe('short');
});

it('nothing is better than what is best in the middle, or than real examples themselves', () => {
  expect(standingOf('half', score(0.2, 0.5, 0.01))).toBe('short');
  expect(standingOf('floor', score(2, 6, 0.1))).toBe('short');
});

it('a floor that is not known is not passed', () => {
  expect(standingOf('higher', score(3, Number.NaN, 1))).not.toBe('beyond');
});
