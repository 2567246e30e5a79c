import { expect, it } from 'vitest';
import { placeAfter } from './chosen.ts';

it.each([
  ['ArrowRight', 4, 5],
  ['ArrowRight', 5, 5],
  ['ArrowLeft', 4, 3],
  ['ArrowLeft', 3, 3],
  ['ArrowUp', 4, 1],
  ['ArrowUp', 1, 1],
  ['ArrowDown', 1, 4],
  ['ArrowDown', 4, 4],
  ['Home', 5, 3],
  ['End', 3, 5],
  ['x', 3, null],
])('%s leads from place %i of two rows and three columns to %j', (key, place, next) => {
  expect(placeAfter(key, place, 2, 3)).toBe(next);
});
