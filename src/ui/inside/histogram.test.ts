import { expect, it } from 'vitest';
import { histogram } from './histogram.ts';

it('counts every value once, the ends included', () => {
  expect([...histogram([0, 0.1, 0.5, 0.99, 1], 0, 1, 2)]).toEqual([2, 3]);
  expect([...histogram([-5, 5], 0, 1, 4)]).toEqual([1, 0, 0, 1]);
  expect([...histogram([], 0, 1, 3)]).toEqual([0, 0, 0]);
});

it('puts values that are all the same into one bin', () => {
  expect([...histogram([2, 2, 2], 2, 2, 3)]).toEqual([3, 0, 0]);
});
