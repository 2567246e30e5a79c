import type { DrawPoints, PointSetInfo } from '../../core/dataSet.ts';

/** Standard deviation of the noise on each coordinate, before the division. */
const NOISE = 0.25;
/** Brings the standard deviation of the data near 1. */
const UNIT = 7.5;

/**
 * A spiral, seen from the side of the Swiss roll: t(cos t, sin t) for t uniform in [1.5π, 4.5π), plus noise, divided
 * by 7.5. As in the code of Gulrajani et al. 2017, which takes x and z of scikit-learn's `make_swiss_roll`.
 */
export const info: PointSetInfo = {
  id: 'swiss-roll',
  name: 'Swiss roll',
  kind: 'points',
  place: 1,
  extent: 2.25,
  mixture: false,
  classes: [],
  trainCount: 100_000,
  testCount: 0,
};

export const drawPoints: DrawPoints = (stream, count) => {
  const angles = stream.uniform(new Float32Array(count), 1.5 * Math.PI, 4.5 * Math.PI);
  const points = stream.normal(new Float32Array(2 * count), 0, NOISE) as Float32Array<ArrayBuffer>;
  for (let i = 0; i < count; i++) {
    const t = angles[i] as number;
    points[2 * i] = (t * Math.cos(t) + (points[2 * i] as number)) / UNIT;
    points[2 * i + 1] = (t * Math.sin(t) + (points[2 * i + 1] as number)) / UNIT;
  }
  return points;
};
