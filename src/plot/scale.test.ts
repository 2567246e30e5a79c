import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearScale, logScale } from './scale.ts';

const anyRange = fc
  .tuple(fc.double({ min: -1e5, max: 1e5, noNaN: true }), fc.double({ min: -1e5, max: 1e5, noNaN: true }))
  .map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }))
  .filter(({ low, high }) => Math.max(Math.abs(low), Math.abs(high)) > 1e-6);

describe('a linear scale', () => {
  it('goes from the first mark to the last', () => {
    const { place } = linearScale([-1, 0, 1, 2, 3]);
    expect([-1, 0, 3, 5].map(place)).toEqual([0, 0.25, 1, 1.5]);
  });
});

describe('a logarithmic scale', () => {
  it('has powers of ten at equal distances', () => {
    const { ticks, place } = logScale({ low: 0, high: 100 });
    expect(ticks).toEqual([0, 1, 10, 100]);
    const [, one, ten, hundred] = ticks.map(place) as [number, number, number, number];
    expect(ten - one).toBeCloseTo(hundred - ten, 1);
    expect(hundred).toBe(1);
  });

  it('has a side for losses below zero', () => {
    expect(logScale({ low: -30, high: 0.2 }).ticks).toEqual([-50, -10, -1, 0, 0.2]);
    const { place } = logScale({ low: -5, high: 5 });
    expect(place(0)).toBeCloseTo(0.5);
  });

  it('has no zero where everything is above it', () => {
    expect(logScale({ low: 0.3, high: 6 }).ticks).toEqual([0.2, 0.5, 1, 2, 5, 10]);
    expect(logScale({ low: 0.004, high: 30 }).ticks.map(String)).toEqual(['0.001', '0.01', '0.1', '1', '10', '100']);
    const { place } = logScale({ low: 1, high: 100 });
    expect(place(10)).toBeCloseTo(0.5);
    expect(place(0)).toBeLessThan(0);
  });

  it('cuts off what is a millionth of the largest', () => {
    expect(logScale({ low: 1e-300, high: 1 }).ticks[0]).toBeCloseTo(1e-6);
  });

  it('has room for everything, in order', () => {
    fc.assert(
      fc.property(anyRange, ({ low, high }) => {
        fc.pre(low <= 0 || low > high / 1e6);
        const { ticks, place } = logScale({ low, high });
        expect(ticks).toEqual(ticks.toSorted((a, b) => a - b));
        expect(new Set(ticks).size).toBe(ticks.length);
        expect(ticks.length).toBeLessThanOrEqual(9);
        for (const value of [low, high]) {
          expect(place(value)).toBeGreaterThan(-1e-6);
          expect(place(value)).toBeLessThan(1 + 1e-6);
        }
        expect(place(low)).toBeLessThanOrEqual(place(high));
      }),
    );
  });

  it('is linear where nothing but zero was measured', () => {
    expect(logScale({ low: 0, high: 0 }).kind).toBe('linear');
  });
});
