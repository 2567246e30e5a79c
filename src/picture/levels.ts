/** Level sets of a function on a square grid: which levels, and what lies at a point. No colours, no canvas. */

/** A function at the centres of side × side cells: rows from below, each from the left. */
export interface Field {
  readonly side: number;
  readonly values: Float32Array;
}

/** Bands on each side of the middle; what lies further out belongs to the outermost. */
export const BANDS = 8;
/** So many levels lie between the middle and where nearly all values end. */
const WANTED = 6;
/** A spacing is kept while it gives between so many levels … */
const FEWEST = 3;
/** … and so many: levels that jump from frame to frame cannot be followed. */
const MOST = 10;
/** Values beyond these quantiles are let go: a critic plunges in the corners. */
const TAIL = 0.05;
/** Every so many values are looked at. */
const STRIDE = 7;

/** The smallest of 1, 2 or 5 times a power of ten that is not below `rough`. */
function roundUp(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * ([1, 2, 5].find((times) => times * power >= rough) ?? 10);
}

/**
 * The distance between neighbouring levels: 1, 2 or 5 times a power of ten.
 *
 * @param middle the level from which they are counted
 * @param before the distance at the moment before, kept as long as it serves; null at first
 */
export function levelStep(values: Float32Array, middle: number, before: number | null): number {
  const looked = values.filter((_, i) => i % STRIDE === 0).sort();
  const at = (share: number): number => looked[Math.round(share * (looked.length - 1))] ?? middle;
  const reach = Math.max(at(1 - TAIL) - middle, middle - at(TAIL));
  if (!(reach > 0 && Number.isFinite(reach))) return before ?? 1;
  if (before !== null && reach / before >= FEWEST && reach / before <= MOST) return before;
  return roundUp(reach / WANTED);
}

/** What a field is at one place, and how it changes from cell to cell. */
export interface Sampled {
  value: number;
  alongX: number;
  alongY: number;
}

/**
 * Reads between the cells, linearly in both directions; beyond the outermost centres, their values go on.
 *
 * @param x in cells from the left edge, in [0, side]
 * @param y in cells from the lower edge, in [0, side]
 * @param out written to, so that a picture of many places makes no garbage
 */
export function readField({ side, values }: Field, x: number, y: number, out: Sampled): void {
  const last = side - 1;
  const u = Math.min(Math.max(x - 0.5, 0), last);
  const v = Math.min(Math.max(y - 0.5, 0), last);
  const left = Math.min(Math.floor(u), last - 1);
  const below = Math.min(Math.floor(v), last - 1);
  const right = u - left;
  const up = v - below;
  const from = below * side + left;
  const a = values[from] as number;
  const b = values[from + 1] as number;
  const c = values[from + side] as number;
  const d = values[from + side + 1] as number;
  const lower = a + (b - a) * right;
  const upper = c + (d - c) * right;
  out.value = lower + (upper - lower) * up;
  out.alongX = (b - a) * (1 - up) + (d - c) * up;
  out.alongY = upper - lower;
}

/** An arrow at (x, y), in units of the square's side from its lower left corner; (dx, dy) is ∇ of the field there. */
export interface Arrow {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
}

/**
 * Gradients at across × across evenly spaced places, by central differences between the nearest cells.
 *
 * @param extent half the side of the square; the gradient is by these units
 */
export function gradientArrows({ side, values }: Field, extent: number, across: number): readonly Arrow[] {
  const cell = (2 * extent) / side;
  const at = (row: number, column: number): number => values[row * side + column] as number;
  const places = Array.from({ length: across }, (_, i) => Math.floor(((i + 0.5) * side) / across));
  return places.flatMap((row) =>
    places.map((column) => ({
      x: (column + 0.5) / side,
      y: (row + 0.5) / side,
      dx: (at(row, column + 1) - at(row, column - 1)) / (2 * cell),
      dy: (at(row + 1, column) - at(row - 1, column)) / (2 * cell),
    })),
  );
}
