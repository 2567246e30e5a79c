import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cheapestAssignment } from '../assignment.ts';
import type { Matrix } from '../matrix.ts';
import { squaredDistances } from '../pairs.ts';
import { finish } from '../slices.ts';
import { gaussian } from '../testing/samples.ts';
import { transport } from './wasserstein.ts';

const solve = (rows: number[][]) => finish(cheapestAssignment(Float64Array.from(rows.flat()), rows.length));
const distance = (x: Matrix, y: Matrix): number => finish(transport(finish(squaredDistances(x, y)), x.rows)).value;

/** The cheapest of all orders. */
function byTrial(costs: number[][], row = 0, used = new Set<number>()): number {
  if (row === costs.length) return 0;
  let least = Number.POSITIVE_INFINITY;
  for (let j = 0; j < costs.length; j++) {
    if (used.has(j)) continue;
    const rest = byTrial(costs, row + 1, new Set(used).add(j));
    least = Math.min(least, (costs[row]?.[j] as number) + rest);
  }
  return least;
}

const square = (n: number) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: n, maxLength: n }), { minLength: n, maxLength: n });

describe('the cheapest assignment', () => {
  it('of three rows, by hand', () => {
    const { cost, columnOf } = solve([
      [4, 1, 3],
      [2, 0, 5],
      [3, 2, 2],
    ]);
    expect(cost).toBe(5);
    expect([...columnOf]).toEqual([1, 0, 2]);
  });

  it('is the best of all orders', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }).chain(square), (costs) => {
        expect(solve(costs).cost).toBe(byTrial(costs));
      }),
    );
  });

  it('comes with potentials that prove it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }).chain(square), (costs) => {
        const { cost, columnOf, rowPotentials: u, columnPotentials: v } = solve(costs);
        for (const [i, row] of costs.entries())
          for (const [j, value] of row.entries())
            expect((u[i] as number) + (v[j] as number)).toBeLessThanOrEqual(value + 1e-9);
        expect([...u, ...v].reduce((sum, potential) => sum + potential, 0)).toBeCloseTo(cost, 9);
        expect([...columnOf].sort((a, b) => a - b)).toEqual(costs.map((_, i) => i));
      }),
    );
  });
});

describe('the earth mover’s distance', () => {
  it('to a shifted copy is the length of the shift', () => {
    const x = { ...gaussian(1, 100, 3), values: Float64Array.from(gaussian(1, 100, 3).values) };
    const shifted = { ...x, values: x.values.map((value, i) => value + ([3, 4, 12][i % 3] as number)) };
    expect(distance(x, shifted)).toBeCloseTo(13, 12);
  });

  it('on a line is that of the sorted numbers', () => {
    const x = gaussian(1, 80, 1);
    const y = gaussian(2, 80, 1, { mean: 1, std: 2 });
    const [a, b] = [x, y].map(({ values }) => values.toSorted()) as [Float32Array, Float32Array];
    const expected = a.reduce((sum, value, i) => sum + Math.abs(value - (b[i] as number)), 0) / 80;
    expect(distance(x, y)).toBeCloseTo(expected, 12);
  });

  it('between N(0, 1) and N(2, 1) comes near 2', () => {
    const found = distance(gaussian(1, 500, 1), gaussian(2, 500, 1, { mean: 2 }));
    // Four standard errors of a difference of two means.
    expect(Math.abs(found - 2)).toBeLessThan(4 * Math.sqrt(2 / 500));
  });
});
