/** Measures of class probabilities, by hand. */
import { describe, expect, it } from 'vitest';
import { divergence, entropy, marginal, rowEntropies } from '../classes.ts';
import { confusionMatrix } from '../confusion.ts';
import type { Matrix } from '../matrix.ts';
import { allOf } from '../resample.ts';
import { certain, matrix } from '../testing/samples.ts';
import { coveredClasses } from './coverage.ts';
import { inceptionScore } from './inceptionScore.ts';
import { modeScore } from './modeScore.ts';

const inception = (p: Matrix) => inceptionScore(p, rowEntropies(p), allOf(p.rows));
const mode = (p: Matrix, real: readonly number[]) =>
  modeScore(p, rowEntropies(p), Float64Array.from(real), allOf(p.rows));
const uniform = new Array<number>(10).fill(0.1);

describe('Inception score', () => {
  it('of certain examples of every class is the number of classes', () => {
    expect(inception(certain(100, 10, { sure: 1 }))).toBeCloseTo(10, 12);
  });
  it('of one class, or of nothing recognised, is 1', () => {
    expect(inception(certain(100, 10, { sure: 1, only: 1 }))).toBeCloseTo(1, 12);
    expect(inception(certain(100, 10, { sure: 0.1 }))).toBeCloseTo(1, 12);
  });
  it('of two examples', () => {
    const p = matrix([0.9, 0.1], [0.5, 0.5]);
    const term = (a: number, q: number) => a * Math.log(a / q);
    const mean = (term(0.9, 0.7) + term(0.1, 0.3) + term(0.5, 0.7) + term(0.5, 0.3)) / 2;
    expect(inception(p)).toBeCloseTo(Math.exp(mean), 12);
  });
});

describe('Mode score', () => {
  it('is the Inception score where classes are as frequent as in real data', () => {
    const p = certain(100, 10);
    expect(mode(p, uniform)).toBeCloseTo(inception(p), 12);
  });
  it('falls where they are not', () => {
    const half = certain(100, 10, { sure: 1, only: 5 });
    expect(inception(half)).toBeCloseTo(5, 12);
    // KL(uniform over 5 ‖ uniform over 10) = log 2
    expect(mode(half, uniform)).toBeCloseTo(2.5, 12);
  });
  it('would be the Inception score itself with the real marginal in both terms', () => {
    const p = matrix([0.9, 0.1], [0.5, 0.5], [0.2, 0.8]);
    const real = Float64Array.of(0.3, 0.7);
    const rows = [0, 1, 2].map((i) => Float64Array.from(p.values.slice(2 * i, 2 * i + 2)));
    const first = rows.reduce((sum, row) => sum + divergence(row, real), 0) / 3;
    expect(Math.exp(first - divergence(marginal(p, allOf(3)), real))).toBeCloseTo(inception(p), 12);
  });
});

it('entropy and divergence', () => {
  expect(entropy(Float64Array.of(0.5, 0.5, 0))).toBeCloseTo(Math.log(2), 15);
  expect(divergence(Float64Array.of(1, 0), Float64Array.of(0.25, 0.75))).toBeCloseTo(Math.log(4), 15);
  expect(divergence(Float64Array.of(0.5, 0.5), Float64Array.of(1, 0))).toBe(Number.POSITIVE_INFINITY);
});

it('coverage leaves out classes that are a tenth as frequent or less, and those that real data lacks', () => {
  const real = Float64Array.of(0.5, 0.3, 0.2, 0);
  expect(coveredClasses(Float64Array.of(0.9, 0.02, 0.03, 0.05), real)).toBe(2);
});

it('the confusion matrix counts what was asked for in rows', () => {
  expect(confusionMatrix(Int32Array.of(0, 0, 1, 2), Int32Array.of(0, 2, 1, 2), 3)).toEqual([
    [1, 0, 1],
    [0, 1, 0],
    [0, 0, 1],
  ]);
});
