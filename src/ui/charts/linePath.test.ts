import { expect, it } from 'vitest';
import { linePath } from './linePath.ts';

it('goes through the points and bridges gaps', () => {
  const gap = { x: 5, y: null };
  expect(linePath([gap, { x: 1, y: 2.04 }, gap, { x: 3.21, y: 4 }, gap])).toBe('M1,2L3.2,4');
  expect(linePath([gap])).toBe('');
});
