/** Points that somebody places in the plane: x and y of one after the other. Pure functions. */

export const MOST_POINTS = 64;
/** A step moves the point at which D is steepest by such a share of the square's half side. */
const STEP = 0.05;

export type Points = Float32Array<ArrayBuffer>;

const within = (value: number, extent: number): number => Math.max(-extent, Math.min(extent, value));

/** All of them and one more, as long as there is room. */
export const withPoint = (points: Points, x: number, y: number): Points =>
  points.length / 2 < MOST_POINTS ? Float32Array.of(...points, x, y) : points;

export const without = (points: Points, place: number): Points => points.filter((_, i) => Math.floor(i / 2) !== place);

export function movedTo(points: Points, place: number, x: number, y: number, extent: number): Points {
  const moved = points.slice();
  moved[2 * place] = within(x, extent);
  moved[2 * place + 1] = within(y, extent);
  return moved;
}

/** The nearest within a distance; −1 for none. */
export function nearest(points: Points, x: number, y: number, reach: number): number {
  let [best, least] = [-1, reach];
  for (let place = 0; place < points.length / 2; place++) {
    const far = Math.hypot((points[2 * place] as number) - x, (points[2 * place + 1] as number) - y);
    if (far <= least) [best, least] = [place, far];
  }
  return best;
}

/** The steepest of the slopes at some points; above 0. */
export const steepestOf = (slopes: Float32Array): number => {
  let most = 0;
  for (let i = 0; i < slopes.length; i += 2)
    most = Math.max(most, Math.hypot(slopes[i] as number, slopes[i + 1] as number));
  return most || 1;
};

/** Each point moved along D's slope there, the steepest the farthest. */
export function along(points: Points, slopes: Float32Array, extent: number): Points {
  const far = (STEP * extent) / steepestOf(slopes);
  return points.map((value, i) => within(value + far * (slopes[i] as number), extent));
}
