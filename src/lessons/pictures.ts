/** What can be read of generated images: pure functions over the picture's own bytes. */
import type { SampleGrid } from '../core/views.ts';

/**
 * How far two grids of the same shape are apart: mean difference of a pixel's brightness, in [0, 1]. Null where they are
 * not of one shape.
 */
export function apart({ generated: a }: SampleGrid, { generated: b }: SampleGrid): number | null {
  if (a.pixels.length !== b.pixels.length || a.pixels.length === 0) return null;
  let sum = 0;
  for (const [i, value] of a.pixels.entries()) sum += Math.abs(value - (b.pixels[i] as number));
  return sum / a.pixels.length / 255;
}
