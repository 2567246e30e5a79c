/** Points in the plane that a person has drawn, as page and engine both see them. */
import type { PointSetInfo } from './dataSet.ts';
import type { Problem } from './problems.ts';

/** Half the side of the square around the origin in which they lie. */
export const OWN_EXTENT = 2;
/** Fewer show no distribution: two batches of the default size, and as many again for a measure. */
export const LEAST_POINTS = 1000;
export const MOST_POINTS = 100_000;

const PREFIX = 'file:points-';

/** The id of such a set. What a network takes depends on it, so it says what it is of. */
export const ownPointsId = (number: number): string => `${PREFIX}${number}`;
export const isOwnPoints = (id: string): boolean => id.startsWith(PREFIX);

export const ownPointsInfo = (id: string, name: string, trainCount: number): PointSetInfo => ({
  id,
  name,
  kind: 'points',
  extent: OWN_EXTENT,
  mixture: false,
  classes: [],
  trainCount,
  testCount: 0,
});

/**
 * Why nothing can be trained on these points; null if it can.
 *
 * @param points [n, 2]: x and y of one point after the other
 */
export function pointsProblem(points: Float32Array): Problem | null {
  const count = Math.ceil(points.length / 2);
  if (count < LEAST_POINTS) return { code: 'points.few', count, least: LEAST_POINTS };
  if (count > MOST_POINTS) return { code: 'points.many', count, most: MOST_POINTS };
  for (let i = 0; i < count; i++) {
    const [x, y] = [points[2 * i] ?? Number.NaN, points[2 * i + 1] ?? Number.NaN];
    const inside = Math.abs(x) <= OWN_EXTENT && Math.abs(y) <= OWN_EXTENT;
    if (!inside) return { code: 'points.outside', place: i + 1, x, y, extent: OWN_EXTENT };
  }
  return null;
}
