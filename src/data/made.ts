import type { ImageSetInfo } from '../core/dataSet.ts';
import { imageDrawer } from './drawn.ts';
import type { PixelRange } from './images.ts';
import { gatherImages } from './images.ts';
import { imageSize } from './manifest.ts';

/**
 * Draws the picked images of a set that is not stored, and scales them.
 *
 * @param pixels bytes of the images that they are made from
 * @returns [indices.length, height, width, channels]
 */
export function madeImages(
  info: ImageSetInfo,
  pixels: Uint8Array,
  indices: Uint32Array,
  range: PixelRange,
): Float32Array {
  const size = imageSize(info);
  const drawn = new Uint8Array(indices.length * size);
  const draw = imageDrawer(info);
  for (const [i, index] of indices.entries()) draw(pixels, index, drawn.subarray(i * size, (i + 1) * size));
  return gatherImages(drawn, size, Uint32Array.from(indices.keys()), range);
}
