/** Just this side and just that side of thresholds that no recorded run comes near. */
import { describe, expect, it } from 'vitest';
import { diagnose } from './index.ts';
import type { Context, ScalarHistory } from './rule.ts';
import { isPeriodic } from './rules/oscillation.ts';

const calm: Context = {
  scale: null,
  params: {},
  specs: {},
  accepts: () => true,
  scores: [],
  inspection: null,
  isNonFinite: false,
};

function historyOf(length: number, gradientNorm: (step: number) => number): ScalarHistory {
  const steps = Float64Array.from({ length }, (_, i) => i + 1);
  return {
    length,
    steps: () => steps,
    column: (name) => Float32Array.from(steps, (step) => (name === 'gradientNorm' ? gradientNorm(step) : Number.NaN)),
  };
}

describe('collapse by two scores in a row', () => {
  const floors: Readonly<Record<string, number>> = { coverage: 10 };
  const idsWith = (values: Readonly<Record<string, number>>) => {
    const scores = Object.entries(values).map(([id, value]) => ({
      id,
      value,
      floor: floors[id] ?? 0.9,
      interval: { low: value, high: value },
    }));
    const context = { ...calm, scores: [100, 200].map((step) => ({ step, scores })) };
    return diagnose(
      historyOf(300, () => 1),
      context,
    ).map(({ id }) => id);
  };
  const well = { precision: 0.5, coverage: 10, recall: 0.5, classVariety: 0.5 };

  it.each([
    ['classes that are missing', { coverage: 6 }, { coverage: 8 }],
    ['real examples that nothing is near', { recall: 0.03 }, { recall: 0.1 }],
    ['a class that is drawn alike', { classVariety: 0.06 }, { classVariety: 0.2 }],
  ])('%s', (_, gone, there) => {
    expect(idsWith({ ...well, ...gone })).toEqual(['collapse']);
    expect(idsWith({ ...well, ...there })).toEqual([]);
  });

  it('only where what is drawn looks real', () => {
    expect(idsWith({ ...well, coverage: 3, precision: 0.3 })).toEqual(['collapse']);
    expect(idsWith({ ...well, coverage: 3, precision: 0.1 })).toEqual([]);
  });

  it('or is of the class that was asked for, where precision was not measured', () => {
    expect(idsWith({ recall: 0, agreement: 0.9 })).toEqual(['collapse']);
    expect(idsWith({ recall: 0, agreement: 0.3 })).toEqual([]);
    expect(idsWith({ recall: 0 })).toEqual([]);
  });
});

it.each([
  [1, 400, ['exploding']],
  [2, 400, ['exploding']],
  [0.1, 100, []],
  [10, 400, []],
])('a gradient that goes from %f to %f', (begin, norm, expected) => {
  const history = historyOf(300, (step) => (step < 100 ? begin : norm));
  expect(diagnose(history, calm).map(({ id }) => id)).toEqual(expected);
});

describe('a swing is regular', () => {
  const series = (value: (i: number) => number): number[] => {
    const values = Array.from({ length: 100 }, (_, i) => value(i));
    const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
    return values.map((each) => each - mean);
  };

  it('if it goes the other way and comes back', () => {
    expect(isPeriodic(series((i) => Math.sin((2 * Math.PI * i) / 30)))).toBe(true);
  });

  it('and not if it only comes back, or comes back ever sooner', () => {
    expect(isPeriodic(series((i) => Number(i % 6 === 0)))).toBe(false);
    expect(isPeriodic(series((i) => Math.sin(2 * Math.PI * (i / 30 + 4 * (i / 100) ** 2))))).toBe(false);
  });
});
