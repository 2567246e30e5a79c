/** The rules on recorded runs: each that was made to fail is told so, each that works is left alone. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cases } from '../../scripts/lab/diagnosis/cases.ts';
import { RECORDED, type RecordedRun } from '../../scripts/lab/diagnosis/recorded.ts';
import { checkParam, defaultsOf, type ParamValues } from '../core/params.ts';
import { findDataSet } from '../data/sets/index.ts';
import { scaleOf } from '../gan/objectives/index.ts';
import { findRecipe } from '../gan/recipes/index.ts';
import { unsound } from '../gan/soundness.ts';
import { rules } from './index.ts';
import type { Context, ScalarHistory } from './rule.ts';
import { nothingSaid, observe } from './watch.ts';
import { upTo } from './window.ts';

const runs = JSON.parse(readFileSync(RECORDED, 'utf8')) as readonly RecordedRun[];

function historyOf({ steps, scalars }: RecordedRun): ScalarHistory {
  const none = new Float32Array(steps.length).fill(Number.NaN);
  const columns = Object.entries(scalars).map(
    ([name, values]) => [name, Float32Array.from(values, (value) => value ?? Number.NaN)] as const,
  );
  const byName = new Map<string, Float32Array>(columns);
  return {
    length: steps.length,
    steps: () => Float64Array.from(steps),
    column: (name) => byName.get(name) ?? none,
  };
}

function contextOf({ recipe: id, data: set, params, isNonFinite }: RecordedRun): Context {
  const recipe = findRecipe(id);
  const data = findDataSet(set);
  if (!recipe || !data) throw new Error(`There is no ${id} on ${set}.`);
  const specs = recipe.paramsOn(data.kind);
  const planOf = (changes: ParamValues) =>
    recipe.plan({ ...params, ...changes }, { ...data, classes: data.classes.length });
  return {
    scale: scaleOf(planOf({}).objective),
    params: { ...defaultsOf(specs), ...params },
    specs,
    accepts: (changes) => unsound(planOf(changes)) === null,
    scores: [],
    inspection: null,
    isNonFinite,
  };
}

/** What has been said at any time of a run that was watched from the beginning. */
function everSaid(run: RecordedRun) {
  const history = historyOf(run);
  const context = contextOf(run);
  const said = new Map<string, ReturnType<typeof observe>['said'][number]>();
  let watch = nothingSaid;
  for (const step of [...run.steps.filter((at) => at % 20 === 0), run.steps.at(-1) ?? 0]) {
    const isEnd = step === run.steps.at(-1);
    watch = observe(watch, upTo(history, step), isEnd ? context : { ...context, isNonFinite: false });
    for (const each of watch.said) said.set(each.finding.id, each);
  }
  return said;
}

it('are of the cases as they are now', () => {
  expect(runs.map(({ name, expected, params }) => ({ name, expected, params }))).toEqual(
    cases.map(({ name, expected, params }) => ({ name, expected, params })),
  );
});

it('fail in every way that losses and scores of D can show', () => {
  const needsMore = ['collapse', 'memorising', 'idle'];
  const shown = rules.map(({ id }) => id).filter((id) => !needsMore.includes(id));
  expect([...new Set(runs.flatMap(({ expected }) => expected ?? []))].sort()).toEqual(shown.sort());
});

describe.each(runs.map((run) => [run.name, run] as const))('%s', (_, run) => {
  const said = everSaid(run);

  it(run.expected ? `is told ${run.expected}` : 'is left alone', () => {
    if (run.expected) expect([...said.keys()]).toContain(run.expected);
    else expect([...said.keys()]).toEqual([]);
  });

  it('every suggestion can be followed', () => {
    const context = contextOf(run);
    for (const { finding } of said.values()) {
      expect(finding.suggestion).not.toBeNull();
      const changes = finding.suggestion?.changes ?? {};
      expect(Object.keys(changes).length).toBeGreaterThan(0);
      for (const [name, value] of Object.entries(changes)) {
        const spec = context.specs[name];
        if (!spec) throw new Error(`${run.recipe} has no ${name}.`);
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
