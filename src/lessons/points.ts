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
