import { describe, expect, it } from 'vitest';
import { initialState, openStream } from '../core/random.ts';
import { shiftImages } from './shift.ts';

const size = { height: 3, width: 4, channels: 2 };
/** Every value says where it stood: 100 · row + 10 · column + channel. */
const image = Float32Array.from(
  { length: 24 },
  (_, i) => 100 * Math.floor(i / 8) + 10 * Math.floor((i % 8) / 2) + (i % 2),
);
const many = (count: number): Float32Array =>
  Float32Array.from({ length: 24 * count }, (_, i) => image[i % 24] as number);
const stream = () => openStream(initialState(1, 'a test'));

/** How far an image was moved: told by what stands in its middle. */
function moved(shifted: Float32Array, n: number): { down: number; right: number } {
  const at = shifted[24 * n + 8 + 2] as number; // row 1, column 1
  return { down: 1 - Math.floor(at / 100), right: 1 - Math.floor((at % 100) / 10) };
}

describe('shifted images', () => {
  const shifted = shiftImages(many(500), size, 1, stream());
  const shifts = Array.from({ length: 500 }, (_, n) => moved(shifted, n));

  it('are moved by whole pixels each way, as far as is allowed, equally often', () => {
    for (const down of [-1, 0, 1])
      for (const right of [-1, 0, 1]) {
        const same = shifts.filter((shift) => shift.down === down && shift.right === right);
        expect(same.length).toBeGreaterThan(30);
        expect(same.length).toBeLessThan(85);
      }
  });

  it('repeat their edge where nothing was', () => {
    for (const [n, { down, right }] of shifts.entries())
      for (let i = 0; i < 24; i++) {
        const [y, x, c] = [Math.floor(i / 8), Math.floor((i % 8) / 2), i % 2];
        const from = 100 * Math.min(2, Math.max(0, y - down)) + 10 * Math.min(3, Math.max(0, x - right)) + c;
        expect(shifted[24 * n + i]).toBe(from);
      }
  });

  it('are the same for the same stream', () => {
    expect(shiftImages(many(5), size, 1, stream())).toEqual(shifted.slice(0, 120));
    expect(shiftImages(many(5), size, 0, stream())).toEqual(many(5));
  });
});
