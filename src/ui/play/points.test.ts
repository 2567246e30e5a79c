import { expect, it } from 'vitest';
import { along, MOST_POINTS, movedTo, nearest, steepestOf, without, withPoint } from './points.ts';

const two = Float32Array.of(0, 0, 1, 1);

it('points are added up to a number, moved within the square, and taken away', () => {
  expect(withPoint(two, 2, -2)).toEqual(Float32Array.of(0, 0, 1, 1, 2, -2));
  const full = new Float32Array(2 * MOST_POINTS);
  expect(withPoint(full, 1, 1)).toBe(full);
  expect(movedTo(two, 1, 5, -0.5, 2)).toEqual(Float32Array.of(0, 0, 2, -0.5));
  expect(without(two, 0)).toEqual(Float32Array.of(1, 1));
});

it('the nearest is found, if it is near', () => {
  expect(nearest(two, 0.9, 0.9, 0.5)).toBe(1);
  expect(nearest(two, 0.1, 0, 0.5)).toBe(0);
  expect(nearest(two, 3, 3, 0.5)).toBe(-1);
});

it('a step moves each along its slope, the steepest the farthest, and none out of the square', () => {
  expect(steepestOf(Float32Array.of(3, 4, 0, 1))).toBe(5);
  const moved = along(two, Float32Array.of(3, 4, 0, -5), 2);
  expect(Array.from(moved)).toEqual([0.06, 0.08, 1, 0.9].map(Math.fround));
  expect(along(Float32Array.of(2, 0), Float32Array.of(1, 0), 2)).toEqual(Float32Array.of(2, 0));
});
