/** Small shifts of images: what is written is the same, wherever it stands. */
import type { RandomStream } from '../core/random.ts';

interface Size {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
}

const within = (place: number, count: number): number => Math.min(count - 1, Math.max(0, place));

/**
 * Each image moved by whole pixels, of its own in each direction; its edge is repeated where nothing was.
 *
 * @param images [n, height, width, channels]
 * @param most pixels, at least 0
 * @returns [n, height, width, channels]
 */
export function shiftImages(
  images: Float32Array,
  { height, width, channels }: Size,
  most: number,
  stream: RandomStream,
): Float32Array<ArrayBuffer> {
  const size = height * width * channels;
  const shifted = new Float32Array(images.length);
  const by = stream.integers(new Int32Array((2 * images.length) / size), 2 * most + 1);
  for (let at = 0; at < images.length; at += size) {
    const down = (by[(2 * at) / size] as number) - most;
    const right = (by[(2 * at) / size + 1] as number) - most;
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const from = at + (within(y - down, height) * width + within(x - right, width)) * channels;
        shifted.set(images.subarray(from, from + channels), at + (y * width + x) * channels);
      }
    }
  }
  return shifted;
}
