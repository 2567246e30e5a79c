import type { ImageGrid } from '../core/views.ts';

/** One image of a grid as a grid of its own, over the same bytes. */
export function oneImage(grid: ImageGrid, place: number): ImageGrid {
  const size = grid.height * grid.width * grid.channels;
  return {
    ...grid,
    rows: 1,
    columns: 1,
    pixels: grid.pixels.subarray(place * size, (place + 1) * size),
    labels: grid.labels?.subarray(place, place + 1) ?? null,
  };
}
