import { describe, expect, it } from 'vitest';
import { EngineError } from '../../core/errors.ts';
import type { EngineEvent, PlaygroundEngine, RequestOptions, RunInfo } from '../../protocol/index.ts';
import { parseHash } from '../state/hash.ts';
import { createHistory } from '../state/history.ts';
import { createScoreHistory } from '../state/scores.ts';
import { createSession } from '../state/session.ts';
import { createPageStore } from '../state/store.ts';
import { qualityOf } from './quality.ts';

const settled = () => new Promise((resolve) => setTimeout(resolve));

/** A page without a browser, on an engine that writes down what it is asked. */
async function setUp(hash = '#recipe=cgan') {
  const asked: [string, unknown][] = [];
  let tell: (event: EngineEvent) => void = () => {};
  let answer: (name: string, options?: RequestOptions) => Promise<unknown> = async () => ({});
  const listeners = new Set<(event: EngineEvent) => void>();
  tell = (event) => {
    for (const listener of listeners) listener(event);
  };
  const engine: PlaygroundEngine = {
    async request(name, payload, options) {
      asked.push([name, payload]);
      if (name === 'open') return { run: (payload as { run: number }).run, evaluator: { kind: 'shipped' } } as never;
      return (await answer(name, options)) as never;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {},
  };
  const link = parseHash(hash);
  const store = createPageStore(link.settings, link.problems);
  const [history, scores] = [createHistory(), createScoreHistory()];
  const session = createSession({ engine, store, history, scores, requestFrame: (callback) => callback() });
  const playground = { engine, store, history, scores, session };
  const quality = qualityOf(playground);
  session.applyLink(link);
  await settled();
  const answers = (how: typeof answer): void => {
    answer = how;
  };
  const requests = (...names: string[]) => asked.filter(([name]) => names.includes(name));
  return { quality, playground, tell, answers, requests, run: () => store.getState().run };
}

describe('measuring now', () => {
  it('tells the run what is wanted, once, and asks', async () => {
    const { quality, requests, run } = await setUp();
    quality.measureNow();
    await settled();
    quality.measureNow();
    await settled();
    expect(requests('setMeasuring', 'measure').map(([name]) => name)).toEqual(['setMeasuring', 'measure', 'measure']);
    expect(requests('setMeasuring')[0]?.[1]).toMatchObject({
      run: run(),
      every: null,
      samples: 500,
      chosen: ['frechet', 'agreement', 'classVariety', 'recall'],
    });
    expect(quality.store.getState()).toMatchObject({ asked: false, error: null });
  });

  it('can be cancelled, without a complaint', async () => {
    const { quality, answers } = await setUp();
    answers(
      (name, options) =>
        new Promise((resolve, reject) => {
          if (name !== 'measure') return resolve({});
          options?.signal?.addEventListener('abort', () =>
            reject(new EngineError('cancelled', { code: 'cancelled', work: 'measuring' })),
          );
        }),
    );
    quality.measureNow();
    await settled();
    expect(quality.store.getState().asked).toBe(true);
    quality.cancel();
    await settled();
    expect(quality.store.getState()).toMatchObject({ asked: false, error: null });
  });

  it('shows what went wrong', async () => {
    const { quality, answers } = await setUp();
    answers(async (name) => {
      if (name === 'measure') throw new EngineError('bad-config', { code: 'run.failed' });
      return {};
    });
    quality.measureNow();
    await settled();
    expect(quality.store.getState().error?.problem).toEqual({ code: 'run.failed' });
  });
});

describe('measuring every so many steps', () => {
  it('is told at once, and again to the run that follows', async () => {
    const { quality, playground, requests } = await setUp();
    quality.change({ every: 100 });
    await settled();
    playground.session.reset();
    await settled();
    const told = requests('setMeasuring').map(([, payload]) => payload as { run: number; every: number });
    expect(told.map(({ every }) => every)).toEqual([100, 100]);
    expect(told[1]?.run).toBeGreaterThan(told[0]?.run as number);
  });

  it('ends when a measuring fails, and the page says why', async () => {
    const { quality, tell, run } = await setUp();
    quality.change({ every: 100 });
    const error = new EngineError('data-missing', { code: 'data.gone' }).toData();
    tell({ type: 'unmeasured', run: run() + 1, step: 100, error });
    expect(quality.store.getState().error).toBeNull();
    tell({ type: 'unmeasured', run: run(), step: 100, error });
    expect(quality.store.getState()).toMatchObject({ error, settings: { every: null } });
  });
});

it('scores of this run are kept, those of another are not; a new run begins with none', async () => {
  const { playground, tell, run } = await setUp();
  const scores = { type: 'scores', step: 5, samples: 20, scores: [], means: null, milliseconds: 1 } as const;
  tell({ ...scores, run: run() });
  tell({ ...scores, run: run() + 1, step: 6 });
  expect(playground.scores.all().map(({ step }) => step)).toEqual([5]);
  playground.session.reset();
  expect(playground.scores.all()).toEqual([]);
});

it('a classifier that was trained is known to the page', async () => {
  const { quality, playground, answers } = await setUp();
  answers(async () => ({ evaluator: { kind: 'trained', accuracy: 0.9 } }));
  quality.trainEvaluator();
  await settled();
  expect((playground.store.getState().info as RunInfo).evaluator).toEqual({ kind: 'trained', accuracy: 0.9 });
  expect(quality.store.getState().training).toBeNull();
});

it('another recipe is measured by what means something there', async () => {
  const { quality, playground } = await setUp();
  playground.session.setRecipe('gan');
  await settled();
  expect(quality.store.getState().settings.chosen).not.toContain('agreement');
  playground.session.chooseData('ring');
  await settled();
  expect(quality.store.getState().settings.chosen).toContain('modesFound');
});
