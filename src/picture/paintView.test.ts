import { describe, expect, it } from 'vitest';
import type { ImageGrid, PlaneView } from '../core/views.ts';
import { paintView } from './paintView.ts';
import { blankPicture, enlarged, type Picture } from './picture.ts';

const grid = (rows: number, columns: number, ...pixels: number[]): ImageGrid => ({
  ...{ rows, columns, height: 1, width: 1, channels: 1, labels: null },
  pixels: Uint8ClampedArray.from(pixels),
});

/** One character for each pixel: its red, or a dot where it is white. */
const drawing = ({ width, height, data }: Picture): string[] =>
  Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => {
      const red = data[(y * width + x) * 4] as number;
      return red === 255 ? '.' : String(red);
    }).join(''),
  );

describe('images as a file', () => {
  const view = {
    kind: 'images',
    step: 1,
    classes: 'all',
    generated: grid(2, 2, 1, 2, 3, 4),
    real: grid(1, 2, 5, 6),
  } as const;

  it('generated ones stand above real ones, with lines between and room around', () => {
    expect(drawing(paintView(view))).toEqual([
      '.......',
      '.......',
      '..1.2..',
      '.......',
      '..3.4..',
      '.......',
      '.......',
      '.......',
      '.......',
      '..5.6..',
      '.......',
      '.......',
    ]);
  });

  it('are enlarged without being smoothed', () => {
    const twice = enlarged(paintView(view), 2);
    expect(paintView(view, 2)).toEqual(twice);
    expect(drawing(twice)[4]).toBe('....11..22....');
    expect(drawing(twice)[5]).toBe('....11..22....');
  });
});

it('a plane shows where D rises, and each kind of point in its colour', () => {
  const view: PlaneView = {
    ...{ kind: 'plane', step: 1, side: 2, extent: 1, middle: 0 },
    values: Float32Array.of(-5, 5, -5, 5),
    real: Float32Array.of(-0.5, 0.5),
    generated: Float32Array.of(0.5, -0.5),
  };
  const { width, height, data } = paintView(view);
  expect([width, height]).toEqual([300, 300]);
  const at = (x: number, y: number): number[] => [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)];
  const [red = 0, green = 0] = at(225, 225);
  expect(red).toBeGreaterThan(2 * green);
  expect(Math.max(...at(75, 75))).toBeLessThan(160);
  // D is surer of “real” on the right: darker.
  expect(at(290, 150)[0]).toBeLessThan(at(10, 150)[0] as number);
  expect(data.every((value, i) => i % 4 < 3 || value === 255)).toBe(true);
});

it('a blank picture is white and opaque', () => {
  expect(blankPicture(1, 2).data).toEqual(new Uint8ClampedArray(8).fill(255));
});
