/** A distribution in the plane that somebody paints: how many points lie in each cell of a square. Pure functions. */
import { MOST_POINTS } from '../../core/ownPoints.ts';
import { initialState, openStream } from '../../core/random.ts';
import type { Spot } from './drawing.ts';

/** Cells along each side. */
export const CELLS = 96;

/** Points in each cell, rows from the top. A cell may have a part of a point. */
export type Density = Float32Array<ArrayBuffer>;

export interface DensityBrush {
  /** Standard deviation of what a touch leaves, in cells. */
  readonly radius: number;
  /** Takes away instead. */
  readonly erases: boolean;
}

/** A touch leaves so many points … */
const TOUCH = 60;
/** … or leaves of those within its radius such a share. */
const ERASED = 0.4;
/** Fewer in a cell are none, so that nothing unseen is left behind. */
const FAINT = 0.05;
/** Touches of a stroke are so many radii apart. */
const APART = 0.5;
/** So many radii away there is nothing of a touch any more. */
const REACH = 3;

export const nothing = (): Density => new Float32Array(CELLS * CELLS);

const sumOf = (density: Density): number => {
  let sum = 0;
  for (const points of density) sum += points;
  return sum;
};

/** In points that are whole. */
export const countOf = (density: Density): number => Math.round(sumOf(density));

/** How strongly a touch is felt in the cells around it, 1 in its middle. */
function feltAround({ x, y }: Spot, radius: number): readonly (readonly [cell: number, share: number])[] {
  const felt: (readonly [number, number])[] = [];
  const reach = REACH * radius;
  const [top, bottom] = [Math.max(0, Math.floor(y - reach)), Math.min(CELLS - 1, Math.floor(y + reach))];
  const [left, right] = [Math.max(0, Math.floor(x - reach)), Math.min(CELLS - 1, Math.floor(x + reach))];
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++) {
      const away = (column + 0.5 - x) ** 2 + (row + 0.5 - y) ** 2;
      felt.push([row * CELLS + column, Math.exp(-away / (2 * radius * radius))]);
    }
  return felt;
}

/** Changes the density that it is given. */
function touch(density: Density, at: Spot, { radius, erases }: DensityBrush, room: number): number {
  const felt = feltAround(at, radius);
  if (erases) {
    for (const [cell, share] of felt) {
      const left = (density[cell] as number) * (1 - (1 - ERASED) * share);
      density[cell] = left < FAINT ? 0 : left;
    }
    return 0;
  }
  // At the edge all of it lies inside: nobody paints outside the square.
  const whole = felt.reduce((sum, [, share]) => sum + share, 0);
  const added = Math.min(TOUCH, room);
  if (whole === 0 || added <= 0) return 0;
  for (const [cell, share] of felt) density[cell] = (density[cell] as number) + (added * share) / whole;
  return added;
}

/** A stroke from one place to another, its beginning included: touches one behind the other, as long as there is room. */
export function stroked(density: Density, from: Spot, to: Spot, brush: DensityBrush): Density {
  const painted = density.slice();
  const long = Math.hypot(to.x - from.x, to.y - from.y);
  const touches = Math.floor(long / (APART * brush.radius)) + 1;
  let room = MOST_POINTS - sumOf(painted);
  for (let i = 0; i < touches; i++) {
    const share = touches === 1 ? 1 : i / (touches - 1);
    const at = { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
    room -= touch(painted, at, brush, room);
  }
  return painted;
}

/**
 * The points themselves, each cell's evenly within it, in no order. The same painting makes the same points.
 *
 * @param extent half the side of the square
 * @returns [countOf(density), 2]: x to the right and y upwards
 */
export function pointsOf(density: Density, extent: number): Float32Array<ArrayBuffer> {
  const count = countOf(density);
  const total = sumOf(density);
  const stream = openStream(initialState(1, 'drawn points'));
  const places = stream.permutation(count);
  const within = stream.uniform(new Float32Array(2 * count), 0, 1);
  const points = new Float32Array(2 * count);
  let [cell, passed] = [0, density[0] as number];
  for (let i = 0; i < count; i++) {
    // The cell in which this share of all points has come by.
    const wanted = ((i + 0.5) / count) * total;
    while (passed < wanted && cell < density.length - 1) passed += density[++cell] as number;
    const place = places[i] as number;
    const x = (cell % CELLS) + (within[2 * i] as number);
    const y = Math.floor(cell / CELLS) + (within[2 * i + 1] as number);
    points[2 * place] = extent * ((2 * x) / CELLS - 1);
    points[2 * place + 1] = extent * (1 - (2 * y) / CELLS);
  }
  return points;
}

/** As much as half the ink of a cell on the screen, in points. */
const HALF_INK = 4;

/** RGBA in one grey, the denser the less one sees through. */
export function paintDensity(density: Density, out: Uint8ClampedArray): void {
  for (const [cell, points] of density.entries())
    out.set([118, 118, 118, 255 * (1 - 0.5 ** (points / HALF_INK))], 4 * cell);
}
