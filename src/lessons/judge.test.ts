import { describe, expect, it } from 'vitest';
import { createHistory } from '../core/history.ts';
import { SCALARS } from '../core/scalars.ts';
import { hasRun, isMet, isPassed, judge } from './judge.ts';
import type { Goal, LessonStep } from './lesson.ts';
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

  it('waits for D’s marks where it is examined', () => {
    const row = (marks: number): SeenRun['history'] => ({
      length: 1,
      steps: () => Float64Array.of(100),
      column: () => Float32Array.of(marks),
    });
    const there = { step: 100, view: view(100) };
    const examined = { ...act, examined: true } as const;
    expect(hasRun(examined, 0, [run({ ...there, history: row(Number.NaN) })])).toBe(false);
    expect(hasRun(examined, 0, [run({ ...there, history: row(0.5) })])).toBe(true);
    expect(hasRun({ ...examined, until: 101 }, 0, [run({ step: 101, view: view(101), history: row(0.5) })])).toBe(
      false,
    );
  });

  it('waits for scores where there are to be some', () => {
    const there = { step: 100, view: view(100) };
    const scored = { ...act, scored: { samples: 100, chosen: ['coverage'] } };
    expect(hasRun(scored, 0, [run(there)])).toBe(false);
    expect(hasRun(scored, 0, [run({ ...there, scores: [{ step: 100, scores: [] }] })])).toBe(true);
  });
});

describe('a step whose question follows the run', () => {
  const goal: Goal = { value: () => 1, is: 'atLeast', target: 1, unit: 'count' };
  const setup = { data: 'ring', seed: 1, members: [] };
  const act = { kind: 'train', until: 1 } as const;
  const predict = { options: ['this', 'that'], happened: () => 'this' };
  const asked: LessonStep = {
    ...{ id: 'one', setup, act, goal, wrong: {} },
    predict: { ...predict, afterwards: true },
  };
  const verdict = { value: 1, met: true, happened: 'this', course: null };

  it('is passed by the right answer alone', () => {
    expect(['this', 'that', null].map((answer) => isPassed(asked, verdict, answer))).toEqual([true, false, false]);
    expect(isPassed(asked, { ...verdict, met: false }, 'this')).toBe(false);
    expect(isPassed(asked, { ...verdict, happened: null }, null)).toBe(false);
  });

  it('is another matter than one that is foretold', () => {
    expect(isPassed({ ...asked, predict }, verdict, 'that')).toBe(true);
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

describe('what was to be predicted', () => {
  const step: LessonStep = {
    id: 'any',
    setup: { data: 'ring', seed: 1, members: [] },
    from: 100,
    act: { kind: 'train', until: 148 },
    goal: { value: () => 1, is: 'atLeast', target: 1, unit: 'count' },
    wrong: {},
  };
  /** G's loss is the step, times a number. */
  const losing = (times: number): SeenRun => {
    const history = createHistory();
    const steps = Float64Array.from({ length: 148 }, (_, i) => i + 1);
    const values = new Float32Array(steps.length * SCALARS.length).fill(Number.NaN);
    for (const [row, at] of steps.entries()) values[row * SCALARS.length + SCALARS.indexOf('lossG')] = times * at;
    history.append({ steps, values });
    return run({ step: 148, history });
  };

  it('is one of several, as it was measured', () => {
    const predict = { options: ['up', 'down'], happened: () => 'up' };
    expect(judge({ ...step, predict }, [run({})])).toEqual({ value: 1, met: true, happened: 'up', course: null });
    expect(judge(step, [run({})])).toMatchObject({ happened: null, course: null });
  });

  it('is the course of a scalar, of the run that is meant, from where the step begins', () => {
    const predict = { kind: 'sketch', scalar: 'lossG', range: [0, 300] } as const;
    const seen = [losing(1), losing(2)];
    const { course, happened } = judge({ ...step, predict }, seen);
    expect(happened).toBeNull();
    expect(course?.[12]).toBe(123.5);
    expect(judge({ ...step, predict: { ...predict, member: 1 } }, seen).course?.[12]).toBe(247);
    expect(judge({ ...step, predict: { ...predict, member: 2 } }, seen).course).toBeNull();
  });
});
