import { describe, expect, it } from 'vitest';
import type { PointSetInfo } from '../core/dataSet.ts';
import { drawPointSet, gatherPoints } from './points.ts';
import { info as grid } from './sets/grid.ts';
import { dataSets } from './sets/index.ts';
import { info as ring } from './sets/ring.ts';
import { info as roll } from './sets/swiss-roll.ts';

const sets = dataSets.filter((set): set is PointSetInfo => set.kind === 'points');

const column = (points: Float32Array, at: 0 | 1): number[] => [...points.filter((_, i) => i % 2 === at)];
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
function covariance(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  return mean(a.map((value, i) => (value - meanA) * ((b[i] as number) - meanB)));
}

describe.each(sets.map((info) => [info.id, info] as const))('%s', (_, info) => {
  it('is as many points as it says, all inside its square', () => {
    const { points, capacity, loaded } = drawPointSet(info, 7);
    expect(points).toHaveLength(2 * info.trainCount);
    expect([capacity, loaded]).toEqual([info.trainCount, info.trainCount]);
    expect(Math.max(...column(points, 0).map(Math.abs))).toBeLessThan(info.extent);
    expect(Math.max(...column(points, 1).map(Math.abs))).toBeLessThan(info.extent);
  });

  it('is the same for the same seed, bit for bit, and another for another', () => {
    const { points } = drawPointSet(info, 7);
    expect(drawPointSet(info, 7).points).toEqual(points);
    expect(drawPointSet(info, 8).points).not.toEqual(points);
  });
});

describe('moments', () => {
  /** Of 100,000 points: five standard errors are about 0.02. */
  const CLOSE = 0.02;

  it('of the roll are those of t(cos t, sin t)/7.5', () => {
    const { points } = drawPointSet(roll, 3);
    const [x, y] = [column(points, 0), column(points, 1)];
    // Integrals over t from 1.5π to 4.5π, by the midpoint rule.
    const steps = 100_000;
    const ts = Array.from({ length: steps }, (_, i) => Math.PI * (1.5 + (3 * (i + 0.5)) / steps));
    const [exactX, exactY] = [ts.map((t) => (t * Math.cos(t)) / 7.5), ts.map((t) => (t * Math.sin(t)) / 7.5)];
    const noise = (0.25 / 7.5) ** 2;
    expect(Math.abs(mean(x) - mean(exactX))).toBeLessThan(CLOSE);
    expect(Math.abs(mean(y) - mean(exactY))).toBeLessThan(CLOSE);
    expect(Math.abs(covariance(x, x) - covariance(exactX, exactX) - noise)).toBeLessThan(CLOSE);
    expect(Math.abs(covariance(y, y) - covariance(exactY, exactY) - noise)).toBeLessThan(CLOSE);
    expect(Math.abs(covariance(x, y) - covariance(exactX, exactY))).toBeLessThan(CLOSE);
  });

  it('of the ring: no mean, unit variance, eight modes alike on a circle of radius √2', () => {
    const { points } = drawPointSet(ring, 3);
    const [x, y] = [column(points, 0), column(points, 1)];
    for (const values of [x, y]) {
      expect(Math.abs(mean(values))).toBeLessThan(CLOSE);
      expect(Math.abs(covariance(values, values) - 1)).toBeLessThan(CLOSE);
    }
    let furthest = 0;
    const counts = new Array<number>(8).fill(0);
    for (const [i, value] of x.entries()) {
      const turn = Math.atan2(y[i] as number, value) / (2 * Math.PI);
      const mode = (Math.round(turn * 8) + 8) % 8;
      counts[mode] = (counts[mode] as number) + 1;
      furthest = Math.max(furthest, Math.abs(Math.hypot(value, y[i] as number) - Math.SQRT2));
    }
    expect(furthest).toBeLessThan(0.1);
    for (const count of counts) expect(Math.abs(count / x.length - 1 / 8)).toBeLessThan(0.01);
  });

  it('of the grid: no mean, variance 1, 25 modes alike', () => {
    const { points } = drawPointSet(grid, 3);
    const [x, y] = [column(points, 0), column(points, 1)];
    // Of −2 … 2, each with probability 1/5, the variance is 2; the spacing is 1/√2.
    for (const values of [x, y]) {
      expect(Math.abs(mean(values))).toBeLessThan(CLOSE);
      expect(Math.abs(covariance(values, values) - 1)).toBeLessThan(CLOSE);
    }
    const counts = new Map<string, number>();
    for (const [i, value] of x.entries()) {
      const mode = [value, y[i] as number].map((at) => Math.round(at * Math.SQRT2)).join();
      counts.set(mode, (counts.get(mode) ?? 0) + 1);
    }
    expect(counts.size).toBe(25);
    for (const count of counts.values()) expect(Math.abs(count / x.length - 1 / 25)).toBeLessThan(0.005);
  });
});

it('gatherPoints picks both coordinates', () => {
  expect([...gatherPoints(Float32Array.of(1, 2, 3, 4, 5, 6), Uint32Array.of(2, 0))]).toEqual([5, 6, 1, 2]);
});
