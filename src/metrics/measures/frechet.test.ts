import { describe, expect, it } from 'vitest';
import type { Moments } from '../moments.ts';
import { momentsOf } from '../moments.ts';
import { allOf } from '../resample.ts';
import { choleskyFactor, squareRoot } from '../symmetric.ts';
import { matrix } from '../testing/samples.ts';
import { frechetDistance } from './frechet.ts';

const gaussianOf = (mean: number[], ...covariance: number[][]): Moments => ({
  mean: Float64Array.from(mean),
  covariance: matrix(...covariance),
});

describe('Gaussians with a known distance', () => {
  it('apart: the squared difference of the means', () => {
    const covariance = [
      [2, 0.5],
      [0.5, 1],
    ];
    expect(frechetDistance(gaussianOf([1, 2], ...covariance), gaussianOf([4, -2], ...covariance))).toBeCloseTo(25, 12);
  });

  it('independent features: Σ (σ₁ − σ₂)²', () => {
    const first = gaussianOf([0, 0, 0], [4, 0, 0], [0, 9, 0], [0, 0, 0]);
    const second = gaussianOf([0, 0, 0], [1, 0, 0], [0, 16, 0], [0, 0, 0.25]);
    expect(frechetDistance(first, second)).toBeCloseTo(1 + 1 + 0.25, 12);
  });

  it('covariances that do not commute', () => {
    // Tr (Σ₁Σ₂)^½ = (Tr Σ₁Σ₂ + 2 (det Σ₁Σ₂)^½)^½ in two dimensions: Tr = 10, det = 3 · 4.
    const first = gaussianOf([0, 0], [2, 1], [1, 2]);
    const second = gaussianOf([0, 0], [4, 0], [0, 1]);
    const expected = 4 + 5 - 2 * Math.sqrt(10 + 2 * Math.sqrt(12));
    expect(frechetDistance(first, second)).toBeCloseTo(expected, 12);
    expect(frechetDistance(first, second, choleskyFactor(first.covariance))).toBeCloseTo(expected, 12);
  });
});

it('moments of three points, by hand', () => {
  const { mean, covariance } = momentsOf(matrix([1, 2], [3, 2], [5, 8]), allOf(3));
  expect([...mean]).toEqual([3, 4]);
  expect([...covariance.values]).toEqual([4, 6, 6, 12]);
});

it('the root, multiplied by itself, is the matrix', () => {
  const root = squareRoot(matrix([5, 2, 0], [2, 3, 0], [0, 0, 0]));
  expect(
    root
      .mmul(root)
      .to2DArray()
      .flat()
      .map((value) => Math.round(value * 1e10) / 1e10),
  ).toEqual([5, 2, 0, 2, 3, 0, 0, 0, 0]);
});
