/** Every lesson, on the real engine: its point is made in its way, and not in its wrong way. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ParamValues } from '../core/params.ts';
import { checkParam } from '../core/params.ts';
import { fetchLessonTexts, lessonsIn, loadPart, partNow } from '../i18n/index.ts';
import { languages } from '../i18n/languages.ts';
import { begin } from '../ui/lessons/attempt.ts';
import { seenNow } from '../ui/lessons/seenNow.ts';
import { settingsOf } from '../ui/lessons/settings.ts';
import { fetchModel } from '../ui/models/fetchModel.ts';
import { refusalOf } from '../ui/state/plan.ts';
import { dataOf, specsOf } from '../ui/state/settings.ts';
import { openRealPage, type RealPage } from '../ui/state/testing/realPage.ts';
import { lessons } from './index.ts';
import { hasRun, type Verdict } from './judge.ts';
import type { LessonStep, Prediction } from './lesson.ts';

vi.setConfig({ testTimeout: 600_000 });

const each = lessons.map((lesson) => [lesson.id, lesson] as const);
const allSteps = lessons.flatMap((lesson) =>
  lesson.steps.map((step) => [`${lesson.id}/${step.id}`, step, lesson] as const),
);

/** What the learner does whose choices are right. */
const rightOf = ({ choose }: LessonStep): ParamValues => (choose ? { [choose.param]: choose.right } : {});

describe('the list', () => {
  it('has each lesson at a place of its own, under the name of its file', () => {
    expect(new Set(lessons.map(({ place }) => place)).size).toBe(lessons.length);
    const files = Object.keys(import.meta.glob('./course/*.ts')).map((path) => /([\w-]+)\.ts$/.exec(path)?.[1]);
    expect(lessons.map(({ id }) => id).sort()).toEqual(files.sort());
  });

  it.each(Object.keys(languages))('has its texts in %s', async (language) => {
    const ids = lessons.map(({ id }) => id);
    expect(lessonsIn(language, ids)).toEqual(ids);
    for (const { id, steps } of lessons) {
      const texts = await fetchLessonTexts(language, id);
      expect(Object.keys(texts).sort(), id).toEqual(steps.map((step) => step.id).sort());
      for (const step of steps) {
        const words = texts[step.id];
        const predict: Prediction | undefined = step.predict;
        const options = predict && predict.kind !== 'sketch' ? predict.options : [];
        expect(Object.keys(words?.options ?? {}).sort(), `${id}/${step.id}`).toEqual([...options].sort());
        expect('curve' in (words ?? {}), `${id}/${step.id}`).toBe(predict?.kind === 'sketch');
        expect(JSON.stringify(words)).not.toMatch(/""/);
      }
    }
  });

  it('has a recorded picture of each step', () => {
    const pictures = readdirSync('public/lessons');
    expect(pictures.sort()).toEqual(allSteps.map(([name]) => `${name.replace('/', '-')}.png`).sort());
    const bytes = pictures.reduce((sum, file) => sum + statSync(`public/lessons/${file}`).size, 0);
    expect(bytes).toBeLessThan(1.5e6);
  });

  it('has a title and a line for each lesson, and for nothing else', async () => {
    await loadPart('lessons');
    const { title, shows } = partNow('lessons');
    const ids = lessons.map(({ id }) => id).sort();
    expect(Object.keys(title).sort()).toEqual(ids);
    expect(Object.keys(shows).sort()).toEqual(ids);
  });
});

describe.each(each)('%s', (_, lesson) => {
  it.each(lesson.steps.map((step) => [step.id, step] as const))('can be set up at %s', (__, step) => {
    const { setup, choose, wrong, act }: LessonStep = step;
    const predict: Prediction | undefined = step.predict;
    for (const { recipe, params } of setup.members) {
      expect(dataOf([recipe])).toContain(setup.data);
      const specs = specsOf({ recipe, data: setup.data });
      const named = [
        ...Object.entries({ ...params, ...wrong.params }),
        ...(choose?.options.map((option) => [choose.param, option] as const) ?? []),
      ];
      for (const [name, value] of named) {
        const spec = specs[name];
        expect(spec, name).toBeDefined();
        if (spec) expect(checkParam(name, spec, value), name).toMatchObject({ ok: true });
      }
    }
    for (const changes of [{}, rightOf(step), wrong.params ?? {}])
      for (const settings of settingsOf(setup, changes, 'simd')) expect(refusalOf(settings)).toBeNull();
    if (choose) expect(choose.options).toContain(choose.right);
    if (predict?.kind === 'sketch') {
      expect(act.kind).toBe('train');
      expect(setup.members[predict.member ?? 0]).toBeDefined();
    }
  });
});

describe('on the engine', () => {
  let real: RealPage;
  beforeEach(async () => {
    real = await openRealPage('#recipe=gan&data=ring&width=0.02&batch=2&backend=simd');
  });
  afterEach(() => real.close());

  /** As the page does, with the file in place of the server's answer. */
  const openModel = async (id: string): Promise<boolean> => {
    const fetchFile = async (address: string): Promise<Response> =>
      new Response(new Uint8Array(readFileSync(`public/models/${address.split('/').at(-1)}`)));
    const options = { signal: new AbortController().signal, onProgress: () => undefined, fetch: fetchFile };
    real.controller.openKept([await fetchModel({ id, name: id }, 'http://localhost/', options)]);
    return true;
  };

  const played = (step: LessonStep, changes: ParamValues): Promise<Verdict> =>
    new Promise((resolve, reject) => {
      begin({ ...real.controller, openModel }, step, changes, {
        onAttempt: ({ kind }) => kind === 'failed' && reject(new Error('The run has failed.')),
        onVerdict: resolve,
      });
    });

  it.each(allSteps)('%s is not passed before it has run', (_, step) => {
    expect(hasRun(step.act, step.from ?? 0, seenNow(real.page()))).toBe(false);
  });

  it.each(allSteps)('%s makes its point', async (_, step) => {
    const verdict = await played(step, rightOf(step));
    expect(verdict).toMatchObject({ met: true });
    const { predict } = step;
    if (predict?.kind === 'sketch') {
      const [low, high] = predict.range;
      // There is room for the truth on the axis.
      for (const value of verdict.course ?? [Number.NaN]) {
        expect(value).toBeGreaterThanOrEqual(low);
        expect(value).toBeLessThanOrEqual(high);
      }
    } else if (predict) expect(predict.options).toContain(verdict.happened);
  });

  it.each(allSteps)('%s does not make it in its wrong way', async (_, step) => {
    const { params = {}, act = step.act } = step.wrong;
    expect(await played({ ...step, act }, { ...rightOf(step), ...params })).toMatchObject({ met: false });
  });
});
