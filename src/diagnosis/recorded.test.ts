/** The rules on recorded runs: each that was made to fail is told so in time, each that works is left alone. */
import { describe, expect, it } from 'vitest';
import { cases } from '../../scripts/lab/diagnosis/cases.ts';
import { type RecordedRun, readRecord } from '../../scripts/lab/diagnosis/recorded.ts';
import { checkParam, defaultsOf, type ParamValues } from '../core/params.ts';
import { findDataSet } from '../data/sets/index.ts';
import { scaleOf } from '../gan/objectives/index.ts';
import { findRecipe } from '../gan/recipes/index.ts';
import { unsound } from '../gan/soundness.ts';
import { rules } from './index.ts';
import type { Context, ScalarHistory } from './rule.ts';
import { nothingSaid, observe, type Said } from './watch.ts';
import { upTo } from './window.ts';

/** Each mean as if it had been measured at the last of its steps. */
function historyOf({ last, means }: RecordedRun): ScalarHistory {
  const steps = Float64Array.from({ length: last }, (_, i) => i + 1);
  const columns = new Map(
    Object.entries(means).map(([name, { of, values }]) => {
      const column = new Float32Array(last).fill(Number.NaN);
      for (const [i, value] of values.entries()) column[(i + 1) * of - 1] = value ?? Number.NaN;
      return [name, column];
    }),
  );
  const none = new Float32Array(last).fill(Number.NaN);
  return { length: last, steps: () => steps, column: (name) => columns.get(name) ?? none };
}

function contextAt({ of: { recipe: id, data: set, params: first, change }, isNonFinite, last }: RecordedRun) {
  const recipe = findRecipe(id);
  const data = findDataSet(set);
  if (!recipe || !data) throw new Error(`There is no ${id} on ${set}.`);
  const specs = recipe.paramsOn(data.kind);
  return (step: number): Context => {
    const params = { ...first, ...(change && step > change.at ? change.params : {}) };
    const planOf = (changes: ParamValues) =>
      recipe.plan({ ...params, ...changes }, { ...data, classes: data.classes.length });
    return {
      scale: scaleOf(planOf({}).objective),
      params: { ...defaultsOf(specs), ...params },
      specs,
      accepts: (changes) => unsound(planOf(changes)) === null,
      scores: [],
      inspection: null,
      isNonFinite: isNonFinite && step === last,
    };
  };
}

/** What has been said at any time of a run that was watched from the beginning, as it was when it was first said. */
function everSaid(run: RecordedRun): ReadonlyMap<string, Said> {
  const history = historyOf(run);
  const contextOf = contextAt(run);
  const said = new Map<string, Said>();
  let watch = nothingSaid;
  for (let step = 20; step < run.last + 20; step += 20) {
    const now = Math.min(step, run.last);
    watch = observe(watch, upTo(history, now), contextOf(now));
    for (const each of watch.said) if (!said.has(each.finding.id)) said.set(each.finding.id, each);
  }
  return said;
}

it('fail in every way that shows in what a run measures by itself', () => {
  const needsMore = ['memorising', 'idle'];
  const shown = rules.map(({ id }) => id).filter((id) => !needsMore.includes(id));
  expect([...new Set(cases.flatMap(({ expected }) => expected?.rule ?? []))].sort()).toEqual(shown.sort());
});

const recorded = cases.map((each) => [each.name, each, readRecord(each)] as const);

describe.each(recorded)('%s', (_, { expected }, run) => {
  if (!run) {
    it('is recorded');
    return;
  }
  const said = everSaid(run);

  it(expected ? `is told ${expected.rule} by step ${expected.by}` : 'is left alone', () => {
    const since = Object.fromEntries([...said].map(([id, { since: step }]) => [id, step]));
    if (!expected) expect(since).toEqual({});
    else expect(since[expected.rule], JSON.stringify(since)).toBeLessThanOrEqual(expected.by);
  });

  it('every suggestion can be followed', () => {
    for (const { finding, since } of said.values()) {
      const context = contextAt(run)(since);
      expect(finding.suggestion).not.toBeNull();
      const changes = finding.suggestion?.changes ?? {};
      expect(Object.keys(changes).length).toBeGreaterThan(0);
      for (const [name, value] of Object.entries(changes)) {
        const spec = context.specs[name];
        if (!spec) throw new Error(`${run.of.recipe} has no ${name}.`);
        expect(checkParam(name, spec, value).ok).toBe(true);
        expect(value).not.toBe(context.params[name]);
      }
      expect(context.accepts(changes)).toBe(true);
      const { fromStep, toStep, series } = finding.evidence;
      expect(fromStep).toBeLessThanOrEqual(toStep);
      expect(series.length).toBeGreaterThan(0);
    }
  });
});
