import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHistory } from '../../core/history.ts';
import { SCALARS } from '../../core/scalars.ts';
import { moved, readingAt, rowAt } from './cursor.ts';

/** A loss at each step, a gradient norm at every tenth. */
function measured(steps: number) {
  const history = createHistory();
  const values = new Float32Array(steps * SCALARS.length).fill(Number.NaN);
  for (let step = 1; step <= steps; step++) {
    values[(step - 1) * SCALARS.length + SCALARS.indexOf('lossD')] = step;
    if (step % 10 === 0) values[(step - 1) * SCALARS.length + SCALARS.indexOf('gradientNorm')] = -step;
  }
  history.append({ steps: Float64Array.from({ length: steps }, (_, i) => i + 1), values });
  return history;
}

describe('what is read under the cursor', () => {
  it('is what was measured at that step', () => {
    expect(readingAt(measured(50), 'lossD', 37)).toEqual({ step: 37, value: 37 });
  });

  it('is the last value and its step, where not every step measures it', () => {
    const history = measured(50);
    expect(readingAt(history, 'gradientNorm', 37)).toEqual({ step: 30, value: -30 });
    expect(readingAt(history, 'gradientNorm', 40)).toEqual({ step: 40, value: -40 });
    expect(readingAt(history, 'gradientNorm', 9)).toBeNull();
    expect(readingAt(history, 'penalty', 37)).toBeNull();
  });

  it('is the newest beyond the end, and nothing before the beginning', () => {
    expect(readingAt(measured(50), 'lossD', Number.POSITIVE_INFINITY)).toEqual({ step: 50, value: 50 });
    expect(readingAt(measured(50), 'lossD', 0)).toBeNull();
    expect(readingAt(createHistory(), 'lossD', 7)).toBeNull();
  });

  it('finds the row as one would by looking at each', () => {
    const rising = fc.uniqueArray(fc.nat(300)).map((steps) => steps.toSorted((a, b) => a - b));
    fc.assert(
      fc.property(rising, fc.nat(300), (steps, step) => {
        expect(rowAt(steps, step)).toBe(steps.findLastIndex((each) => each <= step));
      }),
    );
  });
});

describe('keys', () => {
  it('begin at the newest step, and stop at the ends', () => {
    expect(moved('ArrowLeft', null, 500)).toBe(495);
    expect(moved('ArrowRight', 498, 500)).toBe(500);
    expect(moved('Home', 300, 500)).toBe(0);
    expect(moved('End', 300, 500)).toBe(500);
    expect(moved('ArrowLeft', 3, 20)).toBe(2);
    expect(moved('PageDown', 3, 20)).toBe(0);
  });

  it('put the cursor away, or are none of its own', () => {
    expect(moved('Escape', 3, 20)).toBeNull();
    expect(moved('a', 3, 20)).toBeUndefined();
  });
});
