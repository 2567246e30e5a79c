import type { Picture } from './picture.ts';

type Rgb = readonly [red: number, green: number, blue: number];

function blend({ width, data }: Picture, x: number, y: number, colour: Rgb, alpha: number): void {
  const at = (y * width + x) * 4;
  for (let c = 0; c < 3; c++) data[at + c] = (data[at + c] as number) * (1 - alpha) + (colour[c] as number) * alpha;
}

/** A disc with a soft edge, cut off at the picture's. */
function disc(picture: Picture, x: number, y: number, radius: number, colour: Rgb, alpha: number): void {
  const reach = Math.ceil(radius + 1);
  const [left, top] = [Math.floor(x), Math.floor(y)];
  for (let row = Math.max(0, top - reach); row <= Math.min(picture.height - 1, top + reach); row++) {
    for (let column = Math.max(0, left - reach); column <= Math.min(picture.width - 1, left + reach); column++) {
      const covered = radius + 0.5 - Math.hypot(column + 0.5 - x, row + 0.5 - y);
      if (covered > 0) blend(picture, column, row, colour, alpha * Math.min(1, covered));
    }
  }
}

interface PointStyle {
  /** In pixels. */
  readonly radius: number;
  readonly colour: Rgb;
  readonly halo: Rgb;
  readonly alpha: number;
}

/**
 * Points of the plane as discs over a square picture, each with a halo.
 *
 * @param xy [n, 2] in [−extent, extent]²
 */
export function paintPoints(
  picture: Picture,
  xy: Float32Array,
  extent: number,
  { radius, colour, halo, alpha }: PointStyle,
): void {
  const place = (value: number): number => ((value / extent + 1) / 2) * picture.width;
  for (const [size, ink, share] of [
    [radius + 0.8, halo, 0.5 * alpha],
    [radius, colour, alpha],
  ] as const) {
    for (let i = 0; i < xy.length; i += 2)
      disc(picture, place(xy[i] as number), place(-(xy[i + 1] as number)), size, ink, share);
  }
}
