import { describe, expect, it } from 'vitest';
import { hasRun, isMet } from './judge.ts';
import type { Goal } from './lesson.ts';
import type { SeenRun } from './seen.ts';

const run = (seen: Partial<SeenRun>): SeenRun => ({
  recipe: 'gan',
  data: 'ring',
  params: {},
  step: 0,
  history: { length: 0, steps: () => new Float64Array(0), column: () => new Float32Array(0) },
  scores: [],
  view: null,
  effect: null,
  ...seen,
});
const view = (step: number) => ({ step }) as NonNullable<SeenRun['view']>;

describe('a goal', () => {
  const goal: Goal = { value: () => null, is: 'atLeast', target: 7, unit: 'count' };

  it('is met from its target on', () => {
    expect([6, 7, 8].map((value) => isMet(goal, value))).toEqual([false, true, true]);
    expect([6, 7, 8].map((value) => isMet({ ...goal, is: 'atMost' }, value))).toEqual([true, true, false]);
  });

  it('is not met by what cannot be measured', () => {
    expect(isMet(goal, null)).toBe(false);
    expect(isMet({ ...goal, is: 'atMost' }, null)).toBe(false);
  });
});

describe('training', () => {
  const act = { kind: 'train', until: 100 } as const;

  it('has run when each run is there, and drawn', () => {
    expect(hasRun(act, 0, [run({ step: 100, view: view(100) })])).toBe(true);
    expect(hasRun(act, 0, [run({ step: 99, view: view(99) })])).toBe(false);
    expect(hasRun(act, 0, [run({ step: 100, view: view(90) })])).toBe(false);
    expect(hasRun(act, 0, [run({ step: 100, view: view(100) }), run({ step: 50, view: view(50) })])).toBe(false);
    expect(hasRun(act, 0, [])).toBe(false);
  });

  it('waits for scores where there are to be some', () => {
    const there = { step: 100, view: view(100) };
    const scored = { ...act, scored: { samples: 100, chosen: ['coverage'] } };
    expect(hasRun(scored, 0, [run(there)])).toBe(false);
    expect(hasRun(scored, 0, [run({ ...there, scores: [{ step: 100, scores: [] }] })])).toBe(true);
  });
});

it('a single step has run when it was of this network, after the beginning', () => {
  const effect = { step: 201, part: 'D' } as NonNullable<SeenRun['effect']>;
  const act = { kind: 'step', part: 'D' } as const;
  expect(hasRun(act, 200, [run({ step: 201, effect })])).toBe(true);
  expect(hasRun(act, 201, [run({ step: 201, effect })])).toBe(false);
  expect(hasRun({ kind: 'step', part: 'G' }, 200, [run({ step: 201, effect })])).toBe(false);
  expect(hasRun(act, 200, [run({ step: 201 })])).toBe(false);
});
