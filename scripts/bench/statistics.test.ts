import { expect, it } from 'vitest';
import { periodMean, summarise } from './statistics.ts';

it('takes the middle of an odd number of samples, and between the middle two of an even number', () => {
  expect(summarise([5, 1, 3])).toEqual({ median: 3, min: 1, max: 5, count: 3 });
  expect(summarise([4, 1, 3, 100])).toEqual({ median: 3.5, min: 1, max: 100, count: 4 });
});

it('has nothing to say about no samples', () => {
  expect(() => summarise([])).toThrow(/no samples/);
});

it('weighs a step with extra work by its share of the period', () => {
  expect(periodMean(10, 20, 90, 9)).toBe(11);
  expect(periodMean(10, 20, 10, 1)).toBe(11);
  expect(periodMean(1, 20, 0, 1)).toBe(20);
});
