import { expect, it } from 'vitest';
import { mapsWidth, paintMaps, paintUnits } from './paintLayer.ts';

/** Red of each pixel. */
const reds = (rgba: Uint8ClampedArray): readonly number[] => [...rgba].filter((_, i) => i % 4 === 0);

it('the largest value is brightest, nothing is dark, and signs differ', () => {
  const rgba = new Uint8ClampedArray(4 * 4);
  paintUnits(Float32Array.of(2, 0, -2, 1), 'G', rgba);
  expect(reds(rgba)).toEqual([255, 22, 150, 138]);
  paintUnits(new Float32Array(4), 'D', rgba);
  expect(reds(rgba)).toEqual([22, 22, 22, 22]);
});

it('channels stand side by side, each row by row, with a gap that is left alone', () => {
  expect(mapsWidth(2, 2)).toBe(5);
  const rgba = new Uint8ClampedArray(4 * 5 * 2);
  // Two maps of 2 × 2, each with one bright place.
  paintMaps(Float32Array.of(1, 0, 0, 0, 0, 0, 0, 1), { height: 2, width: 2 }, 'G', rgba);
  expect(reds(rgba)).toEqual([255, 22, 0, 22, 22, 22, 22, 0, 22, 255]);
});
