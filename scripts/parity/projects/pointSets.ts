/** Points as an exported project draws them beside ours: from other random numbers, so what is compared is how they lie. */

/** Ways to look at the plane. */
const DIRECTIONS = 8;
/**
 * The greatest difference that two samples of 100,000 may show of one distribution: by chance alone 0.0073 is passed once in a
 * hundred looks (Kolmogorov and Smirnov).
 */
export const FARTHEST = 0.012;

/** [n] along a direction, in order. */
function along(points: ArrayLike<number>, angle: number): Float64Array {
  const [x, y] = [Math.cos(angle), Math.sin(angle)];
  return Float64Array.from(
    { length: points.length / 2 },
    (_, i) => x * (points[2 * i] as number) + y * (points[2 * i + 1] as number),
  ).sort();
}

/** The greatest distance between the distribution functions of two ordered samples. */
function distance(a: Float64Array, b: Float64Array): number {
  let [i, j, most] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    if ((a[i] as number) <= (b[j] as number)) i++;
    else j++;
    most = Math.max(most, Math.abs(i / a.length - j / b.length));
  }
  return most;
}

/** How differently two samples of points [n, 2] lie, in [0, 1]: the greatest distance along any of eight directions. */
export function farthest(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const angles = Array.from({ length: DIRECTIONS }, (_, i) => (Math.PI * (i + 0.3)) / DIRECTIONS);
  return Math.max(...angles.map((angle) => distance(along(a, angle), along(b, angle))));
}
