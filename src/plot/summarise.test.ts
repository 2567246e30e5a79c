import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketsOf, type Summary, smoothed, summarise, WINDOW } from './summarise.ts';

const summaries = (column: Float32Array, budget: number): (Summary | null)[] =>
  bucketsOf(column.length, budget).map((bucket) => summarise(column, bucket));

const anyLength = fc.integer({ min: 1, max: 5000 });
const anyBudget = fc.integer({ min: 2, max: 200 });

describe('bucketsOf', () => {
  it('gives every row a bucket of its own while there are few', () => {
    expect(bucketsOf(0, 10)).toEqual([]);
    expect(bucketsOf(1, 10)).toEqual([{ start: 0, end: 1 }]);
    expect(bucketsOf(3, 3)).toEqual([0, 1, 2].map((start) => ({ start, end: start + 1 })));
  });

  it('covers all rows in order and within its budget', () => {
    fc.assert(
      fc.property(anyLength, anyBudget, (length, budget) => {
        const buckets = bucketsOf(length, budget);
        expect(buckets.length).toBeLessThanOrEqual(budget);
        expect(buckets.at(-1)?.end).toBe(length);
        buckets.forEach(({ start, end }, i) => {
          expect(start).toBe(i === 0 ? 0 : buckets[i - 1]?.end);
          expect(end).toBeGreaterThan(start);
        });
      }),
    );
  });

  it('has no bucket of fewer rows than the first, at either end', () => {
    fc.assert(
      fc.property(anyLength, anyBudget, (length, budget) => {
        const rows = bucketsOf(length, budget).map(({ start, end }) => end - start);
        expect(Math.min(...rows)).toBe(rows[0]);
        expect(Math.max(...rows)).toBeLessThan(2 * (rows[0] as number) || 2);
      }),
    );
  });

  it('uses at least half of a large budget', () => {
    for (let length = 100; length < 20_000; length += 37) {
      expect(bucketsOf(length, 100).length).toBeGreaterThanOrEqual(50);
    }
  });

  it('keeps full buckets while the series grows, or joins them in pairs', () => {
    fc.assert(
      fc.property(anyLength, fc.integer({ min: 1, max: 500 }), anyBudget, (length, more, budget) => {
        // The last bucket is not full for good: what comes next may cut it.
        const full = bucketsOf(length, budget).slice(0, -1);
        const ends = new Set(full.map(({ end }) => end));
        const settled = full.at(-1)?.end ?? 0;
        const later = bucketsOf(length + more, budget).slice(0, -1);
        for (const { end } of later) if (end <= settled) expect(ends).toContain(end);
      }),
    );
    expect(bucketsOf(1000, 200).slice(0, 100)).toEqual(bucketsOf(900, 200).slice(0, 100));
  });
});

describe('summarise', () => {
  it('passes over what is not finite', () => {
    const column = Float32Array.of(Number.NaN, 1, Number.POSITIVE_INFINITY, 3, Number.NaN);
    expect(summarise(column, { start: 0, end: 5 })).toEqual({ mean: 2, low: 1, high: 3 });
    expect(summarise(column, { start: 4, end: 5 })).toBeNull();
  });

  it('keeps a spike of one row among a hundred thousand', () => {
    const flat = new Float32Array(100_000).fill(1);
    flat[54_321] = 9;
    flat[77_777] = -9;
    const drawn = summaries(flat, 200);
    expect(drawn.filter((summary) => summary?.high === 9)).toHaveLength(1);
    expect(drawn.filter((summary) => summary?.low === -9)).toHaveLength(1);
  });

  it('makes no spike of the newest row', () => {
    // Steps that jump about a mean of 1, and end high.
    for (let length = 400; length < 1200; length++) {
      const column = Float32Array.from({ length }, (_, i) => (i === length - 1 || i % 2 === 0 ? 2 : 0));
      const means = summaries(column, 100).map((summary) => summary?.mean as number);
      expect(Math.max(...means)).toBeLessThan(1.6);
    }
  });

  it('keeps the extremes of any series, and means between them', () => {
    // Adding zero turns −0 into 0, which a sum cannot tell apart.
    const anyValue = fc.float({ noDefaultInfinity: true }).map((value) => value + 0);
    const anySeries = fc.array(anyValue, { minLength: 1, maxLength: 700 });
    fc.assert(
      fc.property(anySeries, anyBudget, (values, budget) => {
        const drawn = summaries(Float32Array.from(values), budget);
        const finite = values.filter(Number.isFinite);
        const measured = drawn.filter((summary) => summary !== null);
        expect(Math.max(...measured.map(({ high }) => high))).toBe(Math.max(...finite));
        expect(Math.min(...measured.map(({ low }) => low))).toBe(Math.min(...finite));
        for (const { mean, low, high } of measured) {
          const rounding = 1e-9 * Math.max(Math.abs(low), Math.abs(high));
          expect(mean).toBeGreaterThanOrEqual(low - rounding);
          expect(mean).toBeLessThanOrEqual(high + rounding);
        }
      }),
    );
  });

  it('leaves no gap in a column that is measured every tenth row, once buckets are that long', () => {
    const sparse = new Float32Array(5000).fill(Number.NaN);
    for (let i = 0; i < sparse.length; i += 10) sparse[i] = i;
    expect(summaries(sparse, 170)).not.toContain(null);
  });
});

describe('smoothed', () => {
  const exact = (value: number): Summary => ({ mean: value, low: value, high: value });

  it('takes in what lies around a point, and the range of it', () => {
    const points = Array.from({ length: 21 }, (_, i) => exact(i % 2));
    const around = smoothed(points);
    expect(around[10]).toEqual({ mean: 4 / WINDOW, low: 0, high: 1 });
    expect(around).toHaveLength(21);
  });

  it('passes over what was not measured, and leaves it so', () => {
    expect(smoothed([exact(1), null, exact(3)])).toEqual([
      { mean: 2, low: 1, high: 3 },
      null,
      { mean: 2, low: 1, high: 3 },
    ]);
    expect(smoothed([exact(4)])).toEqual([exact(4)]);
  });

  it('keeps a straight line straight, away from its ends', () => {
    const line = Array.from({ length: 40 }, (_, i) => exact(i));
    smoothed(line)
      .slice(4, -4)
      .forEach((point, i) => {
        expect(point?.mean).toBeCloseTo(i + 4);
      });
  });
});
