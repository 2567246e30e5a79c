/** What can be read of points in the plane, real and generated: pure functions over the picture's own points. */
import type { PlaneView } from '../core/views.ts';

type Points = Float32Array;

const squaredDistance = (a: Points, i: number, b: Points, j: number): number => {
  const [x, y] = [(a[2 * i] as number) - (b[2 * j] as number), (a[2 * i + 1] as number) - (b[2 * j + 1] as number)];
  return x * x + y * y;
};

/** Which points of `a` have one of `b` within this distance. Each is [n, 2]. */
const near = (a: Points, b: Points, within: number): readonly boolean[] =>
  Array.from({ length: a.length / 2 }, (_, i) => {
    for (let j = 0; j < b.length / 2; j++) if (squaredDistance(a, i, b, j) <= within * within) return true;
    return false;
  });

const share = (found: readonly boolean[]): number => found.filter(Boolean).length / Math.max(1, found.length);

/** Near, as a share of the picture's half side. */
const WITHIN = 0.06;

/** Share of the generated points that lie where data lie, in [0, 1]. */
export const precisionOf = ({ generated, real, extent }: PlaneView): number =>
  share(near(generated, real, WITHIN * extent));

/** Share of the data that have a generated point nearby, in [0, 1]. */
export const coverageOf = ({ generated, real, extent }: PlaneView): number =>
  share(near(real, generated, WITHIN * extent));

/** A cluster that fewer generated points lie at, as a share of its own, is not found. */
const FOUND = 0.2;
/** The distance, as a share of half the side, within which points belong to one cluster. */
const CLUSTER = 0.15;

/** Share of the generated points that lie at no cluster of the data, in [0, 1]. */
export const betweenOf = ({ generated, real, extent }: PlaneView): number =>
  1 - share(near(generated, real, CLUSTER * extent));

/** Clusters of the real points: a point of each, in the order of the points. */
function clustersOf(real: Points, within: number): readonly number[] {
  const firsts: number[] = [];
  for (let i = 0; i < real.length / 2; i++)
    if (!firsts.some((first) => squaredDistance(real, i, real, first) <= within * within)) firsts.push(i);
  return firsts;
}

/** How many clusters of the data G draws: each with at least a fifth of its share of the points. */
export function clustersFound({ generated, real, extent }: PlaneView): number {
  const within = CLUSTER * extent;
  const count = (points: Points, first: number): number => {
    let found = 0;
    for (let i = 0; i < points.length / 2; i++)
      if (squaredDistance(points, i, real, first) <= within * within) found += 1;
    return found / (points.length / 2);
  };
  return clustersOf(real, within).filter((first) => count(generated, first) >= FOUND * count(real, first)).length;
}

/** Away from the data, as a share of half the side. */
const AWAY = 0.08;

/**
 * How well D knows where data lie: the share of pairs, a point of the data and a place between or beside them, in which
 * D finds the point more real. In [0, 1]; 0.5 where it knows nothing. Places lie no farther out than the data do.
 */
export function followingOf({ values, side, extent, real }: PlaneView): number {
  const cellOf = (at: number): number =>
    Math.min(side - 1, Math.max(0, Math.floor(((at + extent) / (2 * extent)) * side)));
  const middleOf = (cell: number): number => (2 * extent * (cell + 0.5)) / side - extent;
  const valueIn = (row: number, column: number): number => values[row * side + column] as number;
  const onData: number[] = [];
  let farthest = 0;
  for (let i = 0; i < real.length / 2; i++) {
    const [x, y] = [real[2 * i] as number, real[2 * i + 1] as number];
    onData.push(valueIn(cellOf(y), cellOf(x)));
    farthest = Math.max(farthest, Math.hypot(x, y));
  }
  const beside: number[] = [];
  // Every third cell each way is enough, and keeps this within a few milliseconds.
  for (let row = 0; row < side; row += 3)
    for (let column = 0; column < side; column += 3) {
      const place = Float32Array.of(middleOf(column), middleOf(row));
      const isWithin = Math.hypot(place[0] as number, place[1] as number) <= farthest;
      if (isWithin && near(place, real, AWAY * extent)[0] === false) beside.push(valueIn(row, column));
    }
  let won = 0;
  for (const on of onData) for (const off of beside) won += on > off ? 1 : on === off ? 0.5 : 0;
  return won / Math.max(1, onData.length * beside.length);
}
