import { cssColour, type PlanePalette } from '../../picture/palette.ts';

export interface ManifoldView {
  /** Where G puts the crossings of a grid over z: [lines², 2], row after row. */
  readonly warped: Float32Array;
  readonly lines: number;
  /** [n, 2] */
  readonly real: Float32Array;
  /** Half the side of the square that is shown. */
  readonly extent: number;
  readonly palette: PlanePalette;
}

/** The part of a canvas that is painted on. */
export type ManifoldContext = Pick<
  CanvasRenderingContext2D,
  | 'canvas'
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'fillRect'
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'closePath'
  | 'fill'
  | 'stroke'
  | 'clearRect'
>;

type Corner = readonly [number, number];

/** The area of a quadrilateral by its corners in order, in whichever sense (the shoelace formula). */
export function areaOf(corners: readonly Corner[]): number {
  let twice = 0;
  for (const [i, [x, y]] of corners.entries()) {
    const [nextX, nextY] = corners[(i + 1) % corners.length] as Corner;
    twice += x * nextY - nextX * y;
  }
  return Math.abs(twice) / 2;
}

/** The four crossings around a cell, in order. */
export function cellCorners({ warped, lines }: Pick<ManifoldView, 'warped' | 'lines'>, row: number, column: number) {
  const at = (r: number, c: number): Corner => {
    const i = 2 * (r * lines + c);
    return [warped[i] as number, warped[i + 1] as number];
  };
  return [at(row, column), at(row, column + 1), at(row + 1, column + 1), at(row + 1, column)] as const;
}

/**
 * How dark a cell is. All hold the same share of the points, so density goes with one over the area: as dark as can be where
 * a cell is `FULL` of its even share of the square, half as dark at twice that.
 */
const FULL = 0.15;
const [FAINTEST, DARKEST] = [0.04, 0.8];
export const shade = (area: number, even: number): number =>
  Math.min(DARKEST, Math.max(FAINTEST, (DARKEST * FULL * even) / Math.max(area, 1e-12)));

/** Cells in the colour of what is generated, the darker the denser, with the lines of the grid, and real points beneath. */
export function paintManifold(context: ManifoldContext, view: ManifoldView): void {
  const { lines, real, extent, palette } = view;
  const { width, height } = context.canvas;
  const x = (value: number): number => ((value / extent + 1) / 2) * width;
  const y = (value: number): number => (1 - (value / extent + 1) / 2) * height;
  context.fillStyle = cssColour(palette.halo);
  context.fillRect(0, 0, width, height);
  context.fillStyle = cssColour(palette.real, 0.75);
  const dot = width / 180;
  for (let i = 0; i < real.length; i += 2)
    context.fillRect(x(real[i] as number) - dot / 2, y(real[i + 1] as number) - dot / 2, dot, dot);

  const even = (2 * extent) ** 2 / (lines - 1) ** 2;
  context.strokeStyle = cssColour(palette.generated, 0.55);
  context.lineWidth = width / 720;
  for (let row = 0; row < lines - 1; row++)
    for (let column = 0; column < lines - 1; column++) {
      const corners = cellCorners(view, row, column);
      context.beginPath();
      for (const [i, [px, py]] of corners.entries()) {
        if (i === 0) context.moveTo(x(px), y(py));
        else context.lineTo(x(px), y(py));
      }
      context.closePath();
      context.fillStyle = cssColour(palette.generated, shade(areaOf(corners), even));
      context.fill();
      context.stroke();
    }
}
