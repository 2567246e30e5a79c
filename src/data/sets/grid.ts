import type { DrawPoints, PointModes, PointSetInfo } from '../../core/dataSet.ts';

const SIDE = 5;
/** Between neighbouring centres. */
const SPACING = Math.SQRT1_2;
/** Standard deviation of each Gaussian, in both directions. */
const SPREAD = 0.05 / (2 * Math.SQRT2);

/** 25 Gaussians on a square grid, equally likely. As in the code of Gulrajani et al. 2017: spacing 2, deviation 0.05, divided by 2√2. */
export const info: PointSetInfo = {
  id: 'grid',
  name: 'Grid of 25',
  kind: 'points',
  place: 3,
  extent: 2,
  mixture: true,
  classes: [],
  trainCount: 100_000,
  testCount: 0,
};

const centreOf = (mode: number): readonly [number, number] => [
  SPACING * ((mode % SIDE) - 2),
  SPACING * (Math.floor(mode / SIDE) - 2),
];

export const modes: PointModes = {
  centres: Array.from({ length: SIDE * SIDE }, (_, mode) => centreOf(mode)),
  deviation: SPREAD,
};

export const drawPoints: DrawPoints = (stream, count) => {
  const chosen = stream.integers(new Int32Array(count), SIDE * SIDE);
  const points = stream.normal(new Float32Array(2 * count), 0, SPREAD) as Float32Array<ArrayBuffer>;
  for (let i = 0; i < count; i++) {
    const [x, y] = centreOf(chosen[i] as number);
    points[2 * i] = x + (points[2 * i] as number);
    points[2 * i + 1] = y + (points[2 * i + 1] as number);
  }
  return points;
};
