import { BANDS, type Field, fieldRows } from './levels.ts';
import type { PlanePalette } from './palette.ts';

/** Half the width of a contour line, in pixels; the middle one is bolder. */
const HALF_LINE = 0.5;
const HALF_MIDDLE = 1.1;
/** Lines closer than this many pixels fade: a hatched corner says less than its colour. */
const CROWDED = 7;

interface Levels {
  /** The level at which D cannot tell. */
  readonly middle: number;
  /** Between neighbouring levels. */
  readonly step: number;
}

/**
 * Fills size × size RGBA pixels with the level sets of a field: a band of one colour between neighbouring levels, a
 * line along each level, and a bolder one along the middle. Each pixel is worked out by itself from the field and its
 * slope, so lines are smooth at any size.
 */
export function paintLevels(
  field: Field,
  { middle, step }: Levels,
  palette: PlanePalette,
  size: number,
  rgba: Uint8ClampedArray,
): void {
  const { cells, shares, read } = fieldRows(field, size);
  /** Levels for each pixel of the picture, of a slope of one from cell to cell. */
  const scale = field.side / size / step;
  // Most pixels have no line through them: they are written as one number.
  const words = new Uint32Array(rgba.buffer, rgba.byteOffset, size * size);
  const fills = new Uint32Array(Uint8ClampedArray.from(palette.bands.flatMap((band) => [...band, 255])).buffer);
  for (let row = 0; row < size; row++) {
    const { along, upwards } = read(row);
    for (let column = 0; column < size; column++) {
      const cell = cells[column] as number;
      const share = shares[column] as number;
      const from = along[cell] as number;
      const right = (along[cell + 1] as number) - from;
      const level = (from + right * share - middle) / step;
      const below = Math.floor(level);
      const band = Math.min(2 * BANDS - 1, Math.max(0, below + BANDS));
      const pixel = row * size + column;
      words[pixel] = fills[band] as number;

      const nearest = level - below < 0.5 ? below : below + 1;
      if (nearest >= BANDS || nearest <= -BANDS) continue;
      const rise = upwards[cell] as number;
      const up = rise + ((upwards[cell + 1] as number) - rise) * share;
      const slopes = (right * right + up * up) * scale * scale;
      const isMiddle = nearest === 0;
      const reach = (isMiddle ? HALF_MIDDLE : HALF_LINE) + 0.5;
      const off = level - nearest;
      if (!(off * off < reach * reach * slopes)) continue;
      // Across the slope.
      const slope = Math.max(Math.sqrt(slopes), 1e-9);
      const covered = Math.min(1, reach - Math.abs(off) / slope);
      const alpha = covered * (isMiddle ? 0.9 : 0.5 * Math.min(1, 1 / (slope * CROWDED)));
      const [fill, ink] = [palette.bands[band] as PlanePalette['line'], isMiddle ? palette.middle : palette.line];
      for (let c = 0; c < 3; c++) rgba[4 * pixel + c] = (fill[c] as number) * (1 - alpha) + (ink[c] as number) * alpha;
    }
  }
}
