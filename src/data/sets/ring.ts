import type { DrawPoints, PointModes, PointSetInfo } from '../../core/dataSet.ts';

const MODES = 8;
/** Of the circle on which the centres lie. */
const RADIUS = Math.SQRT2;
/** Standard deviation of each Gaussian, in both directions. */
const SPREAD = 0.02 / Math.SQRT2;

/** Eight Gaussians on a circle, equally likely. As in the code of Gulrajani et al. 2017: radius 2, deviation 0.02, divided by √2. */
export const info: PointSetInfo = {
  id: 'ring',
  name: 'Ring of 8',
  kind: 'points',
  place: 2,
  extent: 2,
  mixture: true,
  classes: [],
  trainCount: 100_000,
  testCount: 0,
};

const centreOf = (mode: number): readonly [number, number] => {
  const angle = (2 * Math.PI * mode) / MODES;
  return [RADIUS * Math.cos(angle), RADIUS * Math.sin(angle)];
};

export const modes: PointModes = {
  centres: Array.from({ length: MODES }, (_, mode) => centreOf(mode)),
  deviation: SPREAD,
};

export const drawPoints: DrawPoints = (stream, count) => {
  const chosen = stream.integers(new Int32Array(count), MODES);
  const points = stream.normal(new Float32Array(2 * count), 0, SPREAD) as Float32Array<ArrayBuffer>;
  for (let i = 0; i < count; i++) {
    const [x, y] = centreOf(chosen[i] as number);
    points[2 * i] = x + (points[2 * i] as number);
    points[2 * i + 1] = y + (points[2 * i + 1] as number);
  }
  return points;
};
