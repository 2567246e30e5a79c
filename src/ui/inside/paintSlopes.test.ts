import { expect, it } from 'vitest';
import type { SlopePictures } from '../../core/inspection.ts';
import { BRIGHTER, DARKER, paintSlopes, scaleOf, slopesHeight, slopesWidth } from './paintSlopes.ts';

const pictures = (slopes: number[], pixels: number[], channels = 1): SlopePictures => ({
  height: 1,
  width: 2,
  channels,
  pixels: Uint8ClampedArray.from(pixels),
  slopes: Float32Array.from(slopes),
});

function painted(of: SlopePictures, scale: number): number[][] {
  const length = slopesWidth(of) * slopesHeight(of);
  const into = new Uint8ClampedArray(4 * length);
  paintSlopes(of, scale, into);
  return Array.from({ length }, (_, i) => [...into.subarray(4 * i, 4 * i + 4)]);
}

it('colours by sign, on one scale for both', () => {
  const row = painted(pictures([2, -2, 0, 9], [0, 255, 255, 0]), 2);
  expect(row).toHaveLength(6);
  expect(row[0]).toEqual([...BRIGHTER, 255]);
  expect(row[1]).toEqual([...DARKER, 255]);
  // Between two digits nothing is drawn.
  expect([row[2], row[3]]).toEqual([
    [0, 0, 0, 0],
    [0, 0, 0, 0],
  ]);
  // Without a slope the dimmed digit is seen as it is, and what is off the scale has its full colour.
  expect(new Set(row[4]?.slice(0, 3)).size).toBe(1);
  expect(row[5]).toEqual([...BRIGHTER, 255]);
});

it('begins another row after five', () => {
  const six = pictures([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0], Array(12).fill(0));
  expect([slopesWidth(six), slopesHeight(six)]).toEqual([18, 4]);
  const all = painted(six, 1);
  expect(all[3 * 18]).toEqual([...BRIGHTER, 255]);
  // Beside the sixth there is none.
  expect(all[3 * 18 + 4]).toEqual([0, 0, 0, 0]);
});

it('keeps the colours of coloured images', () => {
  const [first] = painted(pictures([0, 0], [255, 0, 0, 0, 0, 0], 3), 1);
  expect(first?.[0]).toBeGreaterThan(first?.[1] ?? 255);
});

it('has a scale that a single steep pixel does not decide', () => {
  const many = pictures([...Array.from({ length: 999 }, () => 1), 1000], []);
  expect(scaleOf([many])).toBe(1);
  expect(scaleOf([pictures([0, 0], [0, 0])])).toBe(1);
  expect(scaleOf([pictures([-3, 1], [0, 0])])).toBe(3);
});
