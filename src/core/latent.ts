/** Ways through the space in which z lies: plain numbers, no network. */

/** How each component of z is drawn: from N(0, 1), U(−1, 1) or U(0, 1). */
export type Prior = 'normal' | 'uniform' | 'unitUniform';

const lengthOf = (z: Float32Array): number => Math.hypot(...z);

const weighed = (points: readonly Float32Array[], weights: readonly number[]): Float32Array<ArrayBuffer> => {
  const sum = new Float32Array((points[0] as Float32Array).length);
  for (const [k, point] of points.entries())
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + (weights[k] as number) * (point[i] as number);
  return sum;
};

/** Into the cube from which uniform components are drawn; outside it G was never asked. */
function within(prior: Prior, z: Float32Array<ArrayBuffer>): Float32Array<ArrayBuffer> {
  if (prior === 'normal') return z;
  const low = prior === 'uniform' ? -1 : 0;
  return z.map((value) => Math.min(1, Math.max(low, value)));
}

/** Below this sine the arc between two directions is a straight line, or could lead anywhere. */
const FLAT = 1e-6;

/**
 * The point at `t` of the way from a to b: t = 0 is a, t = 1 is b.
 *
 * Where components are normal, nearly all z of many dimensions lie on a shell of radius √n, and the straight line leads
 * through its empty inside: then along the great circle (Shoemake 1985), lengths changing by a constant factor. Where they
 * are uniform, along the straight line, which stays in the cube.
 */
export function between(prior: Prior, a: Float32Array, b: Float32Array, t: number): Float32Array<ArrayBuffer> {
  if (prior !== 'normal') return weighed([a, b], [1 - t, t]);
  const [lengthA, lengthB] = [lengthOf(a), lengthOf(b)];
  const cosine = a.reduce((sum, value, i) => sum + value * (b[i] as number), 0) / (lengthA * lengthB);
  const angle = Math.acos(Math.min(1, Math.max(-1, cosine)));
  const sine = Math.sin(angle);
  if (!(sine > FLAT)) return weighed([a, b], [1 - t, t]);
  const length = lengthA ** (1 - t) * lengthB ** t;
  return weighed(
    [a, b],
    [(length * Math.sin((1 - t) * angle)) / (sine * lengthA), (length * Math.sin(t * angle)) / (sine * lengthB)],
  );
}

/**
 * The mean of several points by weights that sum to 1, some of which may be negative. Where components are normal, its
 * length is the geometric mean of theirs by the same weights: on the shell, as each of them is.
 */
export function mixed(prior: Prior, points: readonly Float32Array[], weights: readonly number[]) {
  const mean = weighed(points, weights);
  if (prior !== 'normal') return within(prior, mean);
  const length = Math.exp(
    points.reduce((sum, point, k) => sum + (weights[k] as number) * Math.log(lengthOf(point)), 0),
  );
  const now = lengthOf(mean);
  return now > 0 && Number.isFinite(length) ? mean.map((value) => (value * length) / now) : mean;
}

/** From z so far along a direction of length 1; within the cube where there is one. */
export const moved = (prior: Prior, z: Float32Array, directions: readonly Float32Array[], far: readonly number[]) =>
  within(prior, weighed([z, ...directions], [1, ...far]));

/** A place in a square with sides of 1: x from the left, y from the top. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Where three points are in it: an equilateral triangle about the middle, the first on top. */
export const CORNERS: readonly [Place, Place, Place] = [
  { x: 0.5, y: 0.14 },
  { x: 0.85, y: 0.74 },
  { x: 0.15, y: 0.74 },
];

/** By how much each of the corners counts at a place: barycentric coordinates, which sum to 1. */
export function weightsAt({ x, y }: Place): [number, number, number] {
  const [a, b, c] = CORNERS;
  const area = (b.y - c.y) * (a.x - c.x) + (c.x - b.x) * (a.y - c.y);
  const first = ((b.y - c.y) * (x - c.x) + (c.x - b.x) * (y - c.y)) / area;
  const second = ((c.y - a.y) * (x - c.x) + (a.x - c.x) * (y - c.y)) / area;
  return [first, second, 1 - first - second];
}

/** Φ(x) for the standard normal, by its series (Marsaglia 2004): exact to rounding for |x| < 6. */
function normalShare(x: number): number {
  let term = x;
  let sum = x;
  for (let k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) {
    term *= (x * x) / k;
    sum += term;
  }
  return 0.5 + (sum * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI);
}

/** The value below which a component lies with probability `share`, in (0, 1); of normal ones within ±6. */
export function quantile(prior: Prior, share: number): number {
  if (prior === 'uniform') return 2 * share - 1;
  if (prior === 'unitUniform') return share;
  let [low, high] = [-6, 6];
  // Half the interval each time: 60 times is more than a number can tell apart.
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (normalShare(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
