import { expect, it } from 'vitest';
import type { SampleGrid } from '../core/views.ts';
import { apart, brightestOf, contrastOf, fullOf } from './pictures.ts';

const grid = (...bytes: number[]): SampleGrid => {
  const images = { rows: 1, columns: 1, height: 1, width: bytes.length, channels: 1, labels: null };
  const generated = { ...images, pixels: Uint8ClampedArray.from(bytes) };
  return { kind: 'images', step: 0, classes: 'all', generated, real: generated };
};

it('says how far pictures are apart', () => {
  expect(apart(grid(0, 255), grid(0, 255))).toBe(0);
  expect(apart(grid(0, 255), grid(255, 0))).toBe(1);
  expect(apart(grid(0, 0, 0, 255), grid(0, 0, 0, 0))).toBe(0.25);
});

it('does not compare what has another shape', () => {
  expect(apart(grid(0), grid(0, 0))).toBeNull();
});

it('says how much contrast images have, each by itself', () => {
  const two = (...bytes: number[]) => ({ ...grid(...bytes).generated, columns: 2, width: bytes.length / 2 });
  expect(contrastOf(two(0, 255, 0, 255))).toBe(0.5);
  expect(contrastOf(two(0, 0, 255, 255))).toBe(0);
  expect(fullOf(two(0, 255, 0, 254))).toBe(0.5);
  expect(fullOf(two(0, 0, 255, 255))).toBe(0);
  expect(brightestOf(two(0, 51, 0, 0))).toBe(0.2);
});
