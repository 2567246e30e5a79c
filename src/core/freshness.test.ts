import { expect, it } from 'vitest';
import { stepsBehind } from './freshness.ts';

it.each([
  ['of this very step', 0, 10_000, 0],
  ['half a second old', 400, 500, 0],
  ['five steps old, however long they took', 5, 60_000, 0],
  ['beyond both', 6, 501, 6],
  ['beyond both by far', 120, 3000, 120],
])('a picture that is %s: %i steps in %i ms are %i to be told', (_, steps, age, told) => {
  expect(stepsBehind({ step: 1000, shown: 1000 - steps, age })).toBe(told);
});
