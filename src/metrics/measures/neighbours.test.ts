/** Measures of neighbourhood, on points of a line. */
import { describe, expect, it } from 'vitest';
import { manifoldRadii } from '../manifold.ts';
import { distancesToReal, nearestReal } from '../neighbours.ts';
import { ofAll } from '../pairScore.ts';
import { type Pairs, squaredDistances } from '../pairs.ts';
import { allOf } from '../resample.ts';
import { finish } from '../slices.ts';
import { matrix } from '../testing/samples.ts';
import { closestPair, collisions, supportSize } from './birthday.ts';
import { psnr } from './meanImage.ts';
import { neighbourAccuracies } from './neighbourTest.ts';
import { precision } from './precision.ts';
import { recall } from './recall.ts';

const line = (...points: number[]) => matrix(...points.map((point) => [point]));
function pairsOf(real: number[], other: number[]): Pairs {
  const x = line(...real);
  const y = line(...other);
  return {
    real: finish(squaredDistances(x, x)),
    cross: finish(squaredDistances(x, y)),
    other: finish(squaredDistances(y, y)),
  };
}
const accuracies = (real: number[], other: number[]) =>
  neighbourAccuracies(pairsOf(real, other), allOf(real.length), allOf(other.length));

describe('1-NN', () => {
  it('two heaps: every neighbour is of the same kind', () => {
    expect(accuracies([0, 1, 2.5], [10, 11, 12.5])).toEqual({ real: 1, other: 1, both: 1 });
  });
  it('one heap within the other: generated examples stay among themselves', () => {
    // 0 → 0.4 and 1 → 0.5 are other, 5 → 1 is real.
    expect(accuracies([0, 1, 5], [0.4, 0.45, 0.5])).toEqual({ real: 1 / 3, other: 1, both: 4 / 6 });
  });
  it('a tie counts half', () => {
    expect(accuracies([0, 2], [1, 9]).real).toBe(0);
    expect(accuracies([0, 2], [-2, 4])).toEqual({ real: 0.5, other: 0, both: 0.25 });
  });
});

describe('precision and recall', () => {
  const real = [0, 1, 2, 3];
  it('radii reach to the third neighbour', () => {
    expect([...manifoldRadii(pairsOf(real, [0]).real, allOf(4))]).toEqual([9, 4, 4, 9]);
  });
  it('what lies beyond every ball is outside', () => {
    expect(finish(ofAll(precision, pairsOf(real, [-3, -3.1, 6, 6.1, 1.5])))).toBe(3 / 5);
    expect(finish(ofAll(recall, pairsOf([0, 1, 2, 30], [0, 1, 2, 3])))).toBe(3 / 4);
  });
});

it('birthday: three of four examples nearly equal', () => {
  const { real, other } = pairsOf([0, 1, 3], [5, 5.5, 6, 9]);
  const threshold = closestPair(real);
  expect(threshold).toBe(1);
  expect(collisions(other, allOf(4), threshold)).toBe(3);
  expect(supportSize(4, 3)).toBe(2);
  expect(supportSize(4, 0)).toBe(6);
});

it('nearest real neighbours', () => {
  const { cross } = pairsOf([0, 4, 10], [3, 9]);
  expect(nearestReal(cross, 0, 2)).toEqual([
    { real: 1, distance: 1 },
    { real: 0, distance: 3 },
  ]);
  expect([...distancesToReal(cross)]).toEqual([1, 1]);
});

it('PSNR: an error of one grey level, and none', () => {
  expect(psnr(Float64Array.of(10, 20), Float64Array.of(11, 19))).toBeCloseTo(20 * Math.log10(255), 12);
  expect(psnr(Float64Array.of(10), Float64Array.of(10))).toBe(Number.POSITIVE_INFINITY);
});
