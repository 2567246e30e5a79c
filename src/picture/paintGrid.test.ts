import { expect, it } from 'vitest';
import type { ImageGrid } from '../core/views.ts';
import { paint, paintedHeight, paintedWidth } from './paintGrid.ts';

/** Images whose pixels all have the value of their place in the grid, plus the channel. */
const gridOf = (rows: number, columns: number, side: number, channels: number): ImageGrid => ({
  rows,
  columns,
  height: side,
  width: side,
  channels,
  pixels: Uint8ClampedArray.from(
    { length: rows * columns * side * side * channels },
    (_, i) => 10 * Math.floor(i / (side * side * channels)) + (i % channels),
  ),
  labels: null,
});

const painted = (grid: ImageGrid) => {
  const [width, height] = [paintedWidth(grid), paintedHeight(grid)];
  const rgba = new Uint8ClampedArray(width * height * 4);
  paint(grid, rgba);
  return {
    width,
    height,
    at: (x: number, y: number) => Array.from(rgba.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)),
  };
};

it('puts grey images into rows and columns with clear gaps', () => {
  const { width, height, at } = painted(gridOf(2, 3, 2, 1));
  expect([width, height]).toEqual([8, 5]);
  expect(at(0, 0)).toEqual([0, 0, 0, 255]);
  expect(at(4, 1)).toEqual([10, 10, 10, 255]);
  expect(at(7, 4)).toEqual([50, 50, 50, 255]);
  expect(at(2, 0)).toEqual([0, 0, 0, 0]);
  expect(at(0, 2)).toEqual([0, 0, 0, 0]);
});

it('keeps the channels of coloured images', () => {
  const { width, at } = painted(gridOf(1, 2, 32, 3));
  expect(width).toBe(65);
  expect(at(31, 31)).toEqual([0, 1, 2, 255]);
  expect(at(33, 0)).toEqual([10, 11, 12, 255]);
});
