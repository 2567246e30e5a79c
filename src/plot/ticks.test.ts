import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatsOf } from '../i18n/format.ts';
import { enclosing, stepTicks, valueTicks, formatTicks as write } from './ticks.ts';

const formatTicks = (ticks: readonly number[]): string[] => write(ticks, formatsOf('en'));

describe('axis marks', () => {
  it('of one axis are in one style', () => {
    expect(formatTicks([0, 0.5, 1, 1.5])).toEqual(['0.0', '0.5', '1.0', '1.5']);
    expect(formatTicks([0, 0.25, 0.5, 0.75, 1])).toEqual(['0.00', '0.25', '0.50', '0.75', '1.00']);
    expect(formatTicks([-5, 0, 5])).toEqual(['-5', '0', '5']);
    expect(formatTicks([0, 2000, 4000])).toEqual(['0', '2,000', '4,000']);
    expect(formatTicks([0, 5000, 10000])).toEqual(['0', '5k', '10k']);
    expect(formatTicks([0, 500_000, 1_000_000])).toEqual(['0', '0.5M', '1.0M']);
    expect(formatTicks([0, 2e-7, 4e-7])).toEqual(['0', '2e-7', '4e-7']);
    expect(formatTicks([0])).toEqual(['0']);
  });

  it('end at 1, 2 or 5 times a power of ten', () => {
    expect([0.03, 0.5, 1, 1.1, 7, 20].map(enclosing)).toEqual([0.05, 0.5, 1, 2, 10, 20]);
  });

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
