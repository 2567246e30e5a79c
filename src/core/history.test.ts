import { describe, expect, it, vi } from 'vitest';
import { createHistory } from './history.ts';
import { SCALARS, type ScalarName, type ScalarRows } from './scalars.ts';

/** Rows in which every scalar is NaN except those given. */
function rowsOf(steps: readonly number[], given: Partial<Record<ScalarName, (step: number) => number>>): ScalarRows {
  const values = new Float32Array(steps.length * SCALARS.length).fill(Number.NaN);
  steps.forEach((step, row) => {
    for (const [name, value] of Object.entries(given)) {
      values[row * SCALARS.length + SCALARS.indexOf(name as ScalarName)] = value(step);
    }
  });
  return { steps: Float64Array.from(steps), values };
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);

describe('history', () => {
  it('keeps every row over many appends', () => {
    const history = createHistory();
    for (let step = 1; step <= 5000; step += 7) {
      history.append(rowsOf(range(step, step + 6), { lossD: (s) => s / 2 }));
    }
    expect(history.length).toBe(5005);
    expect(history.steps()[4321]).toBe(4322);
    expect(history.column('lossD')[4321]).toBe(2161);
  });

  it('knows the newest value of what is measured only now and then', () => {
    const history = createHistory();
    history.append(rowsOf(range(1, 25), { gradientNorm: (s) => (s % 10 === 0 ? s : Number.NaN) }));
    expect(history.latest('gradientNorm')).toBe(20);
    expect(history.latest('penalty')).toBeNull();
  });

  it('adds to the last row what comes later for its step', () => {
    const history = createHistory();
    history.append(rowsOf(range(1, 20), { lossD: (s) => s }));
    history.append(rowsOf([20], { accuracyTest: () => 0.5 }));
    history.append(rowsOf(range(21, 30), { lossD: (s) => s }));
    expect(history.length).toBe(30);
    expect(history.column('lossD')[19]).toBe(20);
    expect(history.column('accuracyTest')[19]).toBe(0.5);
    expect(history.latest('accuracyTest')).toBe(0.5);
  });

  it('replaces steps that come again after a return to a snapshot', () => {
    const history = createHistory();
    history.append(rowsOf(range(1, 100), { lossG: () => 1 }));
    history.truncate(60);
    expect(history.length).toBe(60);
    history.append(rowsOf(range(51, 80), { lossG: () => 2 }));
    expect(Array.from(history.steps())).toEqual(range(1, 80));
    expect(history.column('lossG')[49]).toBe(1);
    expect(history.column('lossG')[50]).toBe(2);
  });

  it('tells its listeners until they leave', () => {
    const history = createHistory();
    const listener = vi.fn();
    const leave = history.subscribe(listener);
    history.append(rowsOf([1], {}));
    history.clear();
    leave();
    history.append(rowsOf([1], {}));
    expect(listener).toHaveBeenCalledTimes(2);
  });
});
