import { expect, it } from 'vitest';
import { decodeHalves, encodeHalves } from './float16.ts';

const rounded = (...values: number[]) => [...decodeHalves(encodeHalves(Float32Array.from(values)))];

it('every half that is a number survives the way to a float and back', () => {
  const halves = Uint16Array.from({ length: 65536 }, (_, i) => i).filter((half) => (half & 0x7fff) <= 0x7c00);
  expect(encodeHalves(decodeHalves(halves))).toEqual(halves);
});

it('rounds to the nearest, ties to even', () => {
  const ulp = 2 ** -10;
  expect(rounded(1 + ulp / 2, 1 + (3 * ulp) / 2, 1 + 0.51 * ulp, -1 - ulp / 2)).toEqual([1, 1 + 2 * ulp, 1 + ulp, -1]);
  expect(rounded(65504, 65519, 65520, 1e9)).toEqual([65504, 65504, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
  expect(rounded(2 ** -24, 2 ** -25, 1.5 * 2 ** -25, 2 ** -14 - 2 ** -26)).toEqual([2 ** -24, 0, 2 ** -24, 2 ** -14]);
});

it('keeps what is not finite', () => {
  expect(rounded(Number.NaN, Number.NEGATIVE_INFINITY)).toEqual([Number.NaN, Number.NEGATIVE_INFINITY]);
});
