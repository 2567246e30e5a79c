import type { RandomStream } from '../../../src/core/random.ts';

const SIDE = 28;
const PIXELS = SIDE * SIDE;
/** The value of paper in [−1, 1]. */
const EMPTY = -1;

/**
 * Moves each image by up to `reach` pixels, in both directions; what comes in is empty.
 *
 * @param images [n, 28, 28] in [−1, 1], flat
 */
export function shiftImages(images: Float32Array, reach: number, stream: RandomStream): Float32Array<ArrayBuffer> {
  const n = images.length / PIXELS;
  const moves = stream.integers(new Int32Array(2 * n), 2 * reach + 1);
  const out = new Float32Array(images.length).fill(EMPTY);
  for (let image = 0; image < n; image++) {
    const dy = (moves[2 * image] as number) - reach;
    const dx = (moves[2 * image + 1] as number) - reach;
    for (let y = Math.max(0, dy); y < Math.min(SIDE, SIDE + dy); y++) {
      const from = image * PIXELS + (y - dy) * SIDE + Math.max(0, -dx);
      out.set(images.subarray(from, from + SIDE - Math.abs(dx)), image * PIXELS + y * SIDE + Math.max(0, dx));
    }
  }
  return out;
}
