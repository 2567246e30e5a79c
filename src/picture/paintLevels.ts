import { BANDS, type Field, readField, type Sampled } from './levels.ts';
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
  const sampled: Sampled = { value: 0, alongX: 0, alongY: 0 };
  const cells = field.side / size;
  let o = 0;
  for (let row = 0; row < size; row++) {
    const y = field.side - (row + 0.5) * cells;
    for (let column = 0; column < size; column++, o += 4) {
      readField(field, (column + 0.5) * cells, y, sampled);
      const level = (sampled.value - middle) / step;
      const band = Math.min(2 * BANDS - 1, Math.max(0, Math.floor(level) + BANDS));
      const fill = palette.bands[band] as PlanePalette['line'];

      const nearest = Math.round(level);
      const isMiddle = nearest === 0;
      // Levels for each pixel of the picture, across the slope.
      const slope = (Math.hypot(sampled.alongX, sampled.alongY) * cells) / step;
      const distance = Math.abs(level - nearest) / Math.max(slope, 1e-9);
      const covered = Math.min(1, Math.max(0, (isMiddle ? HALF_MIDDLE : HALF_LINE) + 0.5 - distance));
      const room = Math.min(1, 1 / (slope * CROWDED));
      const alpha = Math.abs(nearest) >= BANDS ? 0 : covered * (isMiddle ? 0.9 : 0.5 * room);
      const ink = isMiddle ? palette.middle : palette.line;
      for (let c = 0; c < 3; c++) rgba[o + c] = (fill[c] as number) * (1 - alpha) + (ink[c] as number) * alpha;
      rgba[o + 3] = 255;
    }
  }
}
