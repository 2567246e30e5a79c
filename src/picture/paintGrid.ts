import type { ImageGrid } from '../core/views.ts';

/** Pixels between neighbouring images. */
const GAP = 1;

export const paintedWidth = ({ columns, width }: ImageGrid): number => columns * (width + GAP) - GAP;
export const paintedHeight = ({ rows, height }: ImageGrid): number => rows * (height + GAP) - GAP;

/**
 * Writes the images side by side into RGBA pixels of `paintedWidth` × `paintedHeight`, at their own size;
 * the gaps stay transparent. Grey and coloured images alike.
 */
export function paint(grid: ImageGrid, rgba: Uint8ClampedArray): void {
  const { rows, columns, height, width, channels, pixels } = grid;
  const pitch = paintedWidth(grid);
  let source = 0;
  for (let image = 0; image < rows * columns; image++) {
    const top = Math.floor(image / columns) * (height + GAP);
    const left = (image % columns) * (width + GAP);
    for (let y = 0; y < height; y++) {
      let target = ((top + y) * pitch + left) * 4;
      for (let x = 0; x < width; x++, source += channels, target += 4) {
        const red = pixels[source] as number;
        rgba[target] = red;
        rgba[target + 1] = channels === 3 ? (pixels[source + 1] as number) : red;
        rgba[target + 2] = channels === 3 ? (pixels[source + 2] as number) : red;
        rgba[target + 3] = 255;
      }
    }
  }
}
