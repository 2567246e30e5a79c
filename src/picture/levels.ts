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

/** Where a row of places lies in a field. */
export interface FieldRows {
  /** Of each place the cell whose centre is left of it, or the outermost, and how far it is towards the next: 0 to 1. */
  readonly cells: Int32Array;
  readonly shares: Float64Array;
  /**
   * At the centres of columns, what the field is along a row of places, of which 0 is the uppermost, and how it changes
   * there from cell to cell upwards. Written over by the next row.
   */
  read(row: number): { readonly along: Float64Array; readonly upwards: Float64Array };
}

/**
 * For reading a field at the middles of across × across equal places: between the centres of cells linearly in both
 * directions; beyond the outermost, their values go on.
 */
export function fieldRows({ side, values }: Field, across: number): FieldRows {
  const within = (place: number): number => Math.min(Math.max(((place + 0.5) * side) / across - 0.5, 0), side - 1);
  const cellOf = (at: number): number => Math.min(Math.floor(at), side - 2);
  const cells = Int32Array.from({ length: across }, (_, column) => cellOf(within(column)));
  const shares = Float64Array.from(cells, (cell, column) => within(column) - cell);
  const [along, upwards] = [new Float64Array(side), new Float64Array(side)];
  return {
    cells,
    shares,
    read(row) {
      const v = within(across - 1 - row);
      const below = cellOf(v);
      for (let i = 0; i < side; i++) {
        const lower = values[below * side + i] as number;
        const rise = (values[(below + 1) * side + i] as number) - lower;
        upwards[i] = rise;
        along[i] = lower + rise * (v - below);
      }
      return { along, upwards };
    },
  };
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
