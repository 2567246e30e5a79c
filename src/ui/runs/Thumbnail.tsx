import { useLayoutEffect, useRef } from 'react';
import { paint, paintedHeight, paintedWidth } from '../../picture/paintGrid.ts';
import type { ImageGrid, PlaneView, SampleView } from '../../protocol/index.ts';
import classes from './runs.module.css';

/** Images on each side of a thumbnail of a grid. */
const SHOWN = 4;
/** Pixels on each side of one of the plane. */
const SIDE = 64;

/** The first few images of a grid. */
function corner(grid: ImageGrid): ImageGrid {
  const rows = Math.min(SHOWN, grid.rows);
  const columns = Math.min(SHOWN, grid.columns);
  const size = grid.height * grid.width * grid.channels;
  const pixels = new Uint8ClampedArray(rows * columns * size);
  for (let row = 0; row < rows; row++) {
    const from = row * grid.columns * size;
    pixels.set(grid.pixels.subarray(from, from + columns * size), row * columns * size);
  }
  return { ...grid, rows, columns, pixels, labels: null };
}

function drawPoints(context: CanvasRenderingContext2D, { real, generated, extent }: PlaneView): void {
  const at = (value: number): number => ((value / extent + 1) * SIDE) / 2;
  const { color } = getComputedStyle(context.canvas);
  for (const [points, alpha] of [
    [real, 0.25],
    [generated, 0.9],
  ] as const) {
    context.fillStyle = color;
    context.globalAlpha = alpha;
    for (let i = 0; i < points.length; i += 2)
      context.fillRect(at(points[i] as number), SIDE - at(points[i + 1] as number), 1, 1);
  }
}

/** What there was to see of a run when it was left. */
export function Thumbnail({ grid, small = false }: { readonly grid: SampleView | null; readonly small?: boolean }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const { current } = canvas;
    const context = current?.getContext('2d');
    if (!current || !context || !grid) return;
    if (grid.kind === 'plane') {
      current.width = SIDE;
      current.height = SIDE;
      drawPoints(context, grid);
      return;
    }
    const shown = corner(grid.generated);
    current.width = paintedWidth(shown);
    current.height = paintedHeight(shown);
    const image = context.createImageData(current.width, current.height);
    paint(shown, image.data);
    context.putImageData(image, 0, 0);
  }, [grid]);
  return <canvas ref={canvas} className={classes.thumbnail} data-small={small || undefined} aria-hidden />;
}
