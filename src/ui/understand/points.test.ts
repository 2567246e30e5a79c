import { expect, it } from 'vitest';
import { arrowsPath, dotsPath, SIDE } from './points.ts';

it('draws the plane with y upwards, its corners at those of the picture', () => {
  expect(dotsPath(Float32Array.of(-2, -2, 2, 2, 0, 1), 2)).toBe(`M0 ${SIDE}h0M${SIDE} 0h0M100 50h0`);
});

it('draws the steepest slope as the longest arrow, along it, and none where there is hardly a slope', () => {
  const path = arrowsPath(Float32Array.of(0, 0, 0, 0, 0, 0), Float32Array.of(4, 0, 0, 2, 0.001, 0), 1);
  expect(path.match(/M100 100L[\d.]+ [\d.]+/g)).toEqual(['M100 100L126 100', 'M100 100L100 87']);
});
