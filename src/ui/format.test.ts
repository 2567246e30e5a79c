import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatExact, formatShort, stepTicks, valueTicks } from './format.ts';

describe('numbers', () => {
  it('are short where they are read at a glance', () => {
    expect([0, 0.03125, 1.2345, 45.67, 153.2, 123456, 0.00012, null].map(formatShort)).toEqual([
      '0.000',
      '0.031',
      '1.23',
      '45.7',
      '153',
      '1.2e+5',
      '1.2e-4',
      '–',
    ]);
  });

  it('are exact where they are typed', () => {
    for (const value of [2e-4, 1e-6, 0.999, 0.9999, 64, 0]) expect(Number(formatExact(value))).toBe(value);
    expect(formatExact(2e-4)).toBe('2e-4');
  });
});

describe('axis marks', () => {
  it('are round', () => {
    expect(stepTicks(0)).toEqual([0]);
    expect(stepTicks(3)).toEqual([0, 1, 2, 3]);
    expect(stepTicks(2340)).toEqual([0, 500, 1000, 1500, 2000]);
    expect(valueTicks(0.3, 3.1)).toEqual([0, 1, 2, 3, 4]);
    expect(valueTicks(-2, 7)).toEqual([-5, 0, 5, 10]);
    expect(valueTicks(0, 0)).toEqual([0, 1]);
  });

  it('enclose whatever is drawn, in a handful of marks', () => {
    const anyValue = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(anyValue, anyValue, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        fc.pre(high - low > 1e-9);
        const ticks = valueTicks(low, high);
        const hair = (high - low) * 1e-9;
        expect(ticks[0]).toBeLessThanOrEqual(low + hair);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(high - hair);
        expect(ticks.length).toBeLessThanOrEqual(7);
      }),
    );
  });
});
