import { expect, it } from 'vitest';
import { bandPath, linePath } from './paths.ts';

it('draws a line through the points and bridges gaps', () => {
  const gap = { x: 5, y: null };
  expect(linePath([gap, { x: 1, y: 2.04 }, gap, { x: 3.21, y: 4 }, gap])).toBe('M1,2L3.2,4');
  expect(linePath([gap])).toBe('');
});

it('draws a band around its points', () => {
  const points = [
    { x: 1, low: 9, high: 2 },
    { x: 3, low: 8, high: 4 },
  ];
  expect(bandPath(points)).toBe('M1,2L3,4L3,8L1,9Z');
  expect(bandPath([])).toBe('');
});
