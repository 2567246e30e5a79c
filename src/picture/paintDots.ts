import type { PlanePalette } from './palette.ts';

type Rgb = PlanePalette['line'];

/** A square picture: RGBA bytes, and pixels along each side. */
export interface Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
}

export interface DotStyle {
  /** In pixels. */
  readonly radius: number;
  readonly colour: Rgb;
  /** Around each dot. */
  readonly halo: Rgb;
}

const HALO_ALPHA = 0.55;
/** The halo's radius, in units of the dot's. */
const HALO = 1.5;

/**
 * Draws a dot for each point. A canvas takes several times as long for a thousand arcs.
 *
 * @param points [n, 2], within [−extent, extent]², y upwards
 */
export function paintDots(pixels: Pixels, points: Float32Array, extent: number, { radius, colour, halo }: DotStyle) {
  const place = (value: number): number => ((value / extent + 1) / 2) * pixels.width;
  const discs = (size: number, of: Rgb, alpha: number): void => {
    for (let i = 0; i < points.length; i += 2)
      blendDisc(pixels, place(points[i] as number), pixels.width - place(points[i + 1] as number), size, of, alpha);
  };
  // First the halos of all: none lies over a dot.
  discs(HALO * radius, halo, HALO_ALPHA);
  discs(radius, colour, 1);
}

function blendDisc({ data, width }: Pixels, x: number, y: number, radius: number, colour: Rgb, alpha: number): void {
  const reach = radius + 0.5;
  const [left, right] = [Math.max(0, Math.floor(x - reach)), Math.min(width, Math.ceil(x + reach))];
  const [top, bottom] = [Math.max(0, Math.floor(y - reach)), Math.min(width, Math.ceil(y + reach))];
  const [red, green, blue] = colour;
  for (let row = top; row < bottom; row++) {
    const down = row + 0.5 - y;
    for (let column = left; column < right; column++) {
      const across = column + 0.5 - x;
      const covered = reach - Math.sqrt(across * across + down * down);
      if (covered <= 0) continue;
      const share = alpha * Math.min(1, covered);
      const o = 4 * (row * width + column);
      data[o] = (data[o] as number) * (1 - share) + red * share;
      data[o + 1] = (data[o + 1] as number) * (1 - share) + green * share;
      data[o + 2] = (data[o + 2] as number) * (1 - share) + blue * share;
    }
  }
}
