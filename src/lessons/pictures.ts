/** What can be read of generated images: pure functions over the picture's own bytes. */
import type { ImageGrid, SampleGrid } from '../core/views.ts';

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

/** The bytes of each image. */
function imagesOf({ rows, columns, height, width, channels, pixels }: ImageGrid): readonly Uint8ClampedArray[] {
  const size = height * width * channels;
  return Array.from({ length: rows * columns }, (_, i) => pixels.subarray(i * size, (i + 1) * size));
}

const meanOf = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;

/** Contrast: the standard deviation of brightness within an image, mean of all images; from 0 to 0.5. */
export const contrastOf = (grid: ImageGrid): number =>
  meanOf(
    imagesOf(grid).map((image) => {
      const mean = meanOf(image);
      return Math.sqrt(meanOf(Array.from(image, (value) => (value - mean) ** 2))) / 255;
    }),
  );

/** Share of the images that reach from black to white, in [0, 1]. */
export const fullOf = (grid: ImageGrid): number =>
  meanOf(imagesOf(grid).map((image) => Number(Math.min(...image) === 0 && Math.max(...image) === 255)));

/** The brightest value of all images, in [0, 1]. */
export const brightestOf = (grid: ImageGrid): number =>
  Math.max(...imagesOf(grid).map((image) => Math.max(...image))) / 255;
