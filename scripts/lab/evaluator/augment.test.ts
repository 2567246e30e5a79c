import { expect, it } from 'vitest';
import { initialState, openStream } from '../../../src/core/random.ts';
import { shiftImages } from './augment.ts';

it('a dot moves by at most the reach, each way as often, and nothing else appears', () => {
  const n = 400;
  const images = new Float32Array(n * 784).fill(-1);
  for (let i = 0; i < n; i++) images[i * 784 + 14 * 28 + 14] = 1;
  const shifted = shiftImages(images, 2, openStream(initialState(1, 'shifts')));
  const places = Array.from({ length: n }, (_, i) => {
    const image = shifted.subarray(i * 784, (i + 1) * 784);
    expect(image.filter((value) => value !== -1).length).toBe(1);
    const at = image.indexOf(1);
    return [Math.floor(at / 28) - 14, (at % 28) - 14] as const;
  });
  const seen = new Set(places.map(String));
  expect(seen.size).toBe(25);
  expect(places.flat().every((move) => Math.abs(move) <= 2)).toBe(true);
});

it('what leaves on one side does not come in on the other', () => {
  const image = new Float32Array(784).fill(-1);
  for (let y = 0; y < 28; y++) image[y * 28] = 1;
  const many = new Float32Array(50 * 784);
  for (let i = 0; i < 50; i++) many.set(image, i * 784);
  const shifted = shiftImages(many, 1, openStream(initialState(1, 'shifts')));
  for (let at = 0; at < shifted.length; at++) if (at % 28 > 1) expect(shifted[at]).toBe(-1);
});
