/** Rules on quality scores and looks inside, which losses do not show; and what is said when. */
import { describe, expect, it } from 'vitest';
import type { Inspection, LayerReport } from '../core/inspection.ts';
import { integer, number } from '../core/params.ts';
import { scoreAll } from '../metrics/index.ts';
import type { Examples, Subjects } from '../metrics/score.ts';
import { finish } from '../metrics/slices.ts';
import { subjects } from '../metrics/testing/samples.ts';
import { diagnose, rules } from './index.ts';
import type { Context, ScalarHistory } from './rule.ts';
import { nothingSaid, observe } from './watch.ts';

const specs = {
  width: number('run', { default: 1, min: 0.02, max: 2 }),
  lrG: number('optimizer', { default: 1e-3, min: 1e-6, max: 1, applies: 'live' }),
  lrD: number('optimizer', { default: 1e-3, min: 1e-6, max: 1, applies: 'live' }),
  kD: integer('optimizer', { default: 1, min: 1, max: 10, applies: 'live' }),
};
const calm: Context = {
  scale: { real: 1, fake: 0, lossBlind: 2 * Math.LN2, lossLeast: 0 },
  params: { width: 1, lrG: 1e-3, lrD: 1e-3, kD: 1 },
  specs,
  accepts: () => true,
  scores: [],
  inspection: null,
  isNonFinite: false,
};

/** A value for each scalar at each of so many steps; 0.5 for those that are not told. */
function historyOf(length: number, told: Partial<Record<string, (step: number) => number>> = {}): ScalarHistory {
  const steps = Float64Array.from({ length }, (_, i) => i + 1);
  return {
    length,
    steps: () => steps,
    column: (name) => Float32Array.from(steps, (step) => told[name]?.(step) ?? 0.5),
  };
}
const apart = { scoreReal: () => 0.7, scoreFake: () => 0.3 };
const idsOf = (history: ScalarHistory, context: Context): string[] => diagnose(history, context).map(({ id }) => id);

const scored = (of: Subjects) => finish(scoreAll(of, { seed: 1 }));
const twice = (of: Subjects): Context['scores'] => [100, 200].map((step) => ({ step, scores: scored(of) }));
const COUNT = 120;

describe('on the measures themselves', () => {
  const well = subjects(COUNT, 5);

  it('a generator as good as real data is left alone', () => {
    expect(idsOf(historyOf(300, apart), { ...calm, scores: twice(well) })).toEqual([]);
  });

  it('one that draws only what it was shown is told so', () => {
    const rows = well.real.features;
    if (!rows) throw new Error('There are no features.');
    const copied: Examples = { ...well.fake, features: { ...rows, values: rows.values.map((v) => v + 1e-4) } };
    const scores = twice({ ...well, fake: copied });
    expect(idsOf(historyOf(300, apart), { ...calm, scores })).toContain('memorising');
    // One score alone may be chance.
    expect(idsOf(historyOf(300, apart), { ...calm, scores: scores.slice(1) })).not.toContain('memorising');
  });

  it('one that draws a single example, over and over, has collapsed', () => {
    const { features, probabilities } = well.real;
    if (!features || !probabilities) throw new Error('There is nothing to repeat.');
    const repeat = <Of extends { rows: number; columns: number; values: Float32Array | Float64Array }>(of: Of): Of => ({
      ...of,
      values: of.values.map((_, i) => (of.values[i % of.columns] as number) + 1e-5 * Math.floor(i / of.columns)),
    });
    const same: Examples = { ...well.fake, features: repeat(features), probabilities: repeat(probabilities) };
    const findings = diagnose(historyOf(300, apart), { ...calm, scores: twice({ ...well, fake: same }) });
    const collapse = findings.find(({ id }) => id === 'collapse');
    expect(collapse?.evidence).toMatchObject({ fromStep: 100, toStep: 200 });
    expect(collapse?.evidence.series).toContain('coverage');
  });

  it('noise, far from everything real, is no collapse', () => {
    const noise = subjects(COUNT, 5, { mean: 30 });
    expect(idsOf(historyOf(300, apart), { ...calm, scores: twice(noise) })).toEqual([]);
  });
});

describe('D that has stopped', () => {
  /** Told apart for 400 steps, then for 300 more as it is told. */
  const stopped = (told: { apart?: number; swing?: number; slope?: number }) => {
    const { apart: gap = 0, swing = 0.005, slope = 1 } = told;
    const score = (own: number) => (step: number) =>
      step <= 400 ? 0.5 + 0.25 * own : 0.5 + (own * gap) / 2 + swing * Math.SQRT2 * Math.sin(step / 9);
    return idsOf(
      historyOf(700, {
        scoreReal: score(1),
        scoreFake: score(-1),
        gradientNorm: (step) => (step <= 400 ? 20 : slope),
      }),
      calm,
    );
  };

  it('is told so: scores that are equal and stand still, and no slope left', () => {
    expect(stopped({})).toEqual(['stillD']);
    expect(stopped({ apart: 0.04, swing: 0.025, slope: 1.8 })).toEqual(['stillD']);
  });

  it('one that still tells, still moves or still has its slope is left alone', () => {
    expect(stopped({ apart: 0.07 })).toEqual([]);
    expect(stopped({ swing: 0.04 })).toEqual([]);
    expect(stopped({ slope: 3 })).toEqual([]);
  });
});

describe('variety that a run measures by itself', () => {
  /** Measured after each 50th step. */
  const every = (length: number, told: Readonly<Record<string, (step: number) => number>>) => {
    const sparse = Object.entries(told).map(
      ([name, value]) => [name, (step: number) => (step % 50 === 0 ? value(step) : Number.NaN)] as const,
    );
    return historyOf(length, { ...apart, ...Object.fromEntries(sparse) });
  };
  const within = (least: number, { whole = 0.9, length = 700 } = {}) =>
    diagnose(
      every(length, { variety: () => whole, varietyWithin: () => least, varietyClass: (step) => (step % 200 ? 3 : 7) }),
      calm,
    );

  it('of one class that is nearly gone is told, with the class', () => {
    const [finding] = within(0.06);
    expect(finding).toMatchObject({ id: 'sameClass', evidence: { label: 3 }, details: { percent: 6 } });
    expect(within(0.09).map(({ id }) => id)).toEqual(['sameClass']);
  });

  it('that is there, or that G has not begun with, is no finding', () => {
    expect(within(0.15)).toEqual([]);
    expect(within(0.06, { whole: 0.2 })).toEqual([]);
    expect(within(0.06, { length: 550 })).toEqual([]);
  });

  const whole = (now: number, before: number) =>
    idsOf(every(700, { variety: (step) => (step <= 400 ? before : now) }), calm);

  it('of all together that was there and is gone is a collapse', () => {
    expect(whole(0.015, 0.5)).toEqual(['collapse']);
    expect(whole(0.03, 0.5)).toEqual([]);
    expect(whole(0.015, 0.05)).toEqual([]);
  });
});

describe('on a look inside', () => {
  const layer = (index: number, idle: LayerReport['idle']): LayerReport => ({
    index,
    kind: 'relu',
    output: [8],
    weights: null,
    idle,
  });
  const seen = (generator: LayerReport[], { step = 300, variety = 0.9 } = {}): Inspection => ({
    step,
    variety: [{ label: null, share: variety }],
    scores: { real: new Float32Array(1), generated: new Float32Array(1) },
    layers: { generator, discriminator: [layer(0, null)] },
    convinces: null,
  });
  const idsAfter = (inspection: Inspection) => idsOf(historyOf(300, apart), { ...calm, inspection });

  it('dead layers are named, with a remedy for a new run', () => {
    const inspection = seen([layer(1, { kind: 'dead', share: 0.97 }), layer(5, { kind: 'saturated', share: 0.99 })]);
    const [finding] = diagnose(historyOf(300, apart), { ...calm, inspection });
    expect(finding).toMatchObject({
      id: 'idle',
      details: { network: 'G', layer: 2, percent: 97, kind: 'dead' },
      suggestion: { restart: true, changes: { lrG: 2.5e-4 } },
    });
  });

  it('some dead units, and black borders of digits, are as they should be', () => {
    const usual = [layer(1, { kind: 'dead', share: 0.89 }), layer(5, { kind: 'saturated', share: 0.97 })];
    expect(idsAfter(seen(usual))).toEqual([]);
    expect(idsAfter(seen([layer(1, { kind: 'saturated', share: 0.6 }), ...usual]))).toEqual([]);
    expect(idsAfter(seen([layer(1, { kind: 'saturated', share: 0.97 }), ...usual]))).toEqual(['idle']);
  });

  it('the same digit everywhere is a collapse, but not before G has begun', () => {
    expect(idsAfter(seen([], { variety: 0.01 }))).toEqual(['collapse']);
    expect(idsAfter(seen([], { variety: 0.01, step: 150 }))).toEqual([]);
  });
});

describe('what is said when', () => {
  const strong = (from: number, to: number) => (step: number) => (step > from && step <= to ? 1e-3 : 0.5);
  const failing = (length: number) =>
    historyOf(length, { ...apart, lossReal: strong(0, 400), lossFake: strong(0, 400) });
  const saidAt = (length: number) => observe(nothingSaid, failing(length), calm).said.map(({ finding }) => finding.id);

  it('a finding has to hold for a while, and stays for a while', () => {
    expect(saidAt(240)).toEqual([]);
    expect(saidAt(250)).toEqual(['strongD']);
    expect(saidAt(400)).toEqual(['strongD']);
    // From step 450 on its window holds some of the better steps.
    expect(saidAt(500)).toEqual(['strongD']);
    expect(saidAt(560)).toEqual([]);
  });

  it('is the same however often one looks', () => {
    let watch = nothingSaid;
    for (let length = 7; length <= 480; length += 7) watch = observe(watch, failing(length), calm);
    expect(watch.said).toEqual(observe(nothingSaid, failing(476), calm).said);
    expect(observe(watch, failing(476), calm)).toBe(watch);
  });

  it('a return to an earlier step begins anew', () => {
    const watch = observe(nothingSaid, failing(400), calm);
    expect(observe(watch, failing(60), calm).said).toEqual([]);
  });

  it('numbers that have run away are told at once, with lower rates', () => {
    const { said } = observe(nothingSaid, historyOf(3), { ...calm, isNonFinite: true });
    expect(said.map(({ finding }) => finding)).toMatchObject([
      { id: 'nonFinite', suggestion: { restart: false, changes: { lrG: 1e-4, lrD: 1e-4 } } },
    ]);
  });

  it('suggests nothing that cannot be trained', () => {
    const { said } = observe(nothingSaid, failing(300), { ...calm, accepts: () => false });
    expect(said[0]?.finding.suggestion).toBeNull();
  });
});

it('each rule has a name of its own', () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  expect(rules.length).toBe(10);
});
