import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimate } from './decimate.ts';

const noise = (length: number, seed: number): Float32Array =>
  Float32Array.from(
    { length },
    (_, i) => Math.sin(i * 12.9898 + seed) * 43758.5453 - Math.floor(Math.sin(i * 12.9898 + seed) * 43758.5453),
  );

describe('decimate', () => {
  it('keeps every row while there are few', () => {
    expect(decimate([noise(5, 1)], 5, 100)).toEqual([0, 1, 2, 3, 4]);
    expect(decimate([], 0, 100)).toEqual([]);
  });

  it('keeps a spike of one row among a hundred thousand', () => {
    const flat = new Float32Array(100_000).fill(1);
    flat[54_321] = 9;
    flat[77_777] = -9;
    const picked = decimate([flat], flat.length, 200);
    expect(picked).toContain(54_321);
    expect(picked).toContain(77_777);
  });

  it('stays within its budget, ascends, and keeps both ends and every extreme', () => {
    const anySeries = fc.array(fc.float({ noDefaultInfinity: true }), { minLength: 1, maxLength: 700 });
    fc.assert(
      fc.property(anySeries, fc.integer({ min: 10, max: 120 }), (values, budget) => {
        const column = Float32Array.from(values);
        const mirrored = column.map((value) => -value);
        const picked = decimate([column, mirrored], column.length, budget);
        expect(picked.length).toBeLessThanOrEqual(Math.max(budget, 1));
        expect(picked[0]).toBe(0);
        expect(picked.at(-1)).toBe(column.length - 1);
        for (let i = 1; i < picked.length; i++) expect(picked[i]).toBeGreaterThan(picked[i - 1] as number);
        const finite = values.filter(Number.isFinite);
        if (finite.length === 0) return;
        const kept = picked.map((index) => column[index] as number).filter(Number.isFinite);
        expect(Math.max(...kept)).toBe(Math.max(...finite));
        expect(Math.min(...kept)).toBe(Math.min(...finite));
      }),
    );
  });

  it('does not change finished buckets while the series grows', () => {
    const column = noise(1000, 3);
    const before = decimate([column], 900, 200);
    const after = decimate([column], 1000, 200);
    const settled = before.filter((index) => index < 880);
    expect(after.slice(0, settled.length)).toEqual(settled);
  });

  it('draws a column that is measured only now and then', () => {
    const sparse = new Float32Array(5000).fill(Number.NaN);
    for (let i = 0; i < sparse.length; i += 10) sparse[i] = i;
    const measured = decimate([sparse], sparse.length, 100).filter((index) => Number.isFinite(sparse[index]));
    expect(measured.length).toBeGreaterThan(40);
  });
});
