import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { between, CORNERS, mixed, moved, type Prior, quantile, weightsAt } from './latent.ts';

const PRIORS: readonly Prior[] = ['normal', 'uniform', 'unitUniform'];
const component = fc.float({ min: -1, max: 1, noNaN: true });
const point = (prior: Prior) =>
  fc
    .array(prior === 'unitUniform' ? component.map(Math.abs) : component, { minLength: 6, maxLength: 6 })
    .filter((values) => Math.hypot(...values) > 0.1)
    .map((values) => Float32Array.from(values));
const length = (z: Float32Array) => Math.hypot(...z);
const angle = (a: Float32Array, b: Float32Array) =>
  Math.acos(Math.min(1, a.reduce((sum, value, i) => sum + value * (b[i] as number), 0) / (length(a) * length(b))));
const near = (a: ArrayLike<number>, b: ArrayLike<number>, digits = 4) => {
  for (let i = 0; i < a.length; i++) expect(a[i]).toBeCloseTo(b[i] as number, digits);
};

describe.each(PRIORS)('between points whose components are %s', (prior) => {
  it('the way begins at one and ends at the other', () => {
    fc.assert(
      fc.property(point(prior), point(prior), (a, b) => {
        near(between(prior, a, b, 0), a);
        near(between(prior, a, b, 1), b);
      }),
    );
  });

  it('a mixture is at a corner where that has all weight', () => {
    fc.assert(
      fc.property(point(prior), point(prior), point(prior), (a, b, c) => {
        near(mixed(prior, [a, b, c], [0, 1, 0]), b);
      }),
    );
  });
});

it('a quarter turn is made in equal angles, on the circle', () => {
  const [a, b] = [Float32Array.of(2, 0), Float32Array.of(0, 2)];
  for (const t of [0.25, 1 / 3, 0.5]) {
    const at = between('normal', a, b, t);
    near(at, [2 * Math.cos((t * Math.PI) / 2), 2 * Math.sin((t * Math.PI) / 2)], 6);
  }
});

it('on a great circle angles grow evenly, and lengths by a constant factor', () => {
  fc.assert(
    fc.property(point('normal'), point('normal'), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (a, b, t) => {
      fc.pre(Math.sin(angle(a, b)) > 0.05);
      const at = between('normal', a, b, t);
      expect(length(at)).toBeCloseTo(length(a) ** (1 - t) * length(b) ** t, 4);
      expect(angle(a, at)).toBeCloseTo(t * angle(a, b), 3);
    }),
  );
});

it('opposite points have a straight line between them, not a leap', () => {
  near(between('normal', Float32Array.of(1, 0), Float32Array.of(-1, 0), 0.5), [0, 0]);
});

it('uniform points have a straight line between them, and nothing leaves the cube', () => {
  near(between('uniform', Float32Array.of(-1, 0), Float32Array.of(1, 0.5), 0.25), [-0.5, 0.125]);
  near(mixed('uniform', [Float32Array.of(1), Float32Array.of(-1)], [1.5, -0.5]), [1]);
  near(mixed('unitUniform', [Float32Array.of(0), Float32Array.of(1)], [1.5, -0.5]), [0]);
  near(moved('uniform', Float32Array.of(0.5, 0), [Float32Array.of(1, 0)], [2]), [1, 0]);
  near(moved('normal', Float32Array.of(0.5, 0), [Float32Array.of(1, 0), Float32Array.of(0, 1)], [2, -3]), [2.5, -3]);
});

it('a mixture of normal points is on their shell, also beyond the triangle', () => {
  const turned = (angleOf: number) => Float32Array.of(3 * Math.cos(angleOf), 3 * Math.sin(angleOf), 0.1);
  const corners = [turned(0), turned(1), turned(2)];
  for (const weights of [
    [1 / 3, 1 / 3, 1 / 3],
    [0.5, 0.7, -0.2],
  ])
    expect(length(mixed('normal', corners, weights))).toBeCloseTo(length(corners[0] as Float32Array), 4);
});

it('weights are those of the corners, sum to 1, and lead back to the place', () => {
  expect(CORNERS.map((corner) => weightsAt(corner).map((weight) => Math.round(1e9 * weight) / 1e9 + 0))).toEqual([
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ]);
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(share, share, (x, y) => {
      const weights = weightsAt({ x, y });
      expect(weights[0] + weights[1] + weights[2]).toBeCloseTo(1, 9);
      const back = (axis: 'x' | 'y') =>
        CORNERS.reduce((sum, corner, k) => sum + corner[axis] * (weights[k] as number), 0);
      expect(back('x')).toBeCloseTo(x, 9);
      expect(back('y')).toBeCloseTo(y, 9);
    }),
  );
});

it.each([
  // From tables of the normal distribution.
  ['normal', 0.5, 0],
  ['normal', 0.975, 1.959964],
  ['normal', 0.01, -2.326348],
  ['normal', 0.9999, 3.719016],
  ['uniform', 0.25, -0.5],
  ['unitUniform', 0.25, 0.25],
] as const)('of components that are %s, a share of %d lies below %d', (prior, share, value) => {
  expect(quantile(prior, share)).toBeCloseTo(value, 5);
});
