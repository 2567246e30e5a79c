import { describe, expect, it } from 'vitest';
import { EngineError } from '../../core/errors.ts';
import { stateOf } from '../state/member.ts';
import { openPage, settled } from '../state/testing/page.ts';
import { qualityOf } from './quality.ts';

async function setUp(hash = '#recipe=cgan') {
  const page = await openPage(hash);
  return { page, quality: qualityOf(page.controller, page.member()), run: () => page.member().run };
}

describe('measuring now', () => {
  it('tells the run what is wanted, once, and asks', async () => {
    const { page, quality, run } = await setUp();
    quality.measureNow();
    await settled();
    quality.measureNow();
    await settled();
    expect(page.payloads('measure')).toHaveLength(2);
    expect(page.payloads('setMeasuring')).toHaveLength(1);
    expect(page.payloads('setMeasuring')[0]).toMatchObject({
      run: run(),
      every: null,
      samples: 500,
      chosen: ['frechet', 'agreement', 'classVariety', 'recall'],
    });
    expect(quality.store.getState()).toMatchObject({ asked: false, error: null });
  });

  it('can be cancelled, without a complaint', async () => {
    const { page, quality } = await setUp();
    page.answers.measure = (options) =>
      new Promise((_, reject) => {
        options?.signal?.addEventListener('abort', () =>
          reject(new EngineError('cancelled', { code: 'cancelled', work: 'measuring' })),
        );
      });
    quality.measureNow();
    await settled();
    expect(quality.store.getState().asked).toBe(true);
    quality.cancel();
    await settled();
    expect(quality.store.getState()).toMatchObject({ asked: false, error: null });
  });

  it('shows what went wrong', async () => {
    const { page, quality } = await setUp();
    page.answers.measure = () => Promise.reject(new EngineError('bad-config', { code: 'run.failed' }));
    quality.measureNow();
    await settled();
    expect(quality.store.getState().error?.problem).toEqual({ code: 'run.failed' });
  });
});

describe('measuring every so many steps', () => {
  it('is told at once, and again to the run that follows', async () => {
    const { page, quality } = await setUp();
    quality.change({ every: 100 });
    await settled();
    page.controller.reset();
    await settled();
    const told = page.payloads('setMeasuring');
    expect(told.map(({ every }) => every)).toEqual([100, 100]);
    expect(told[1]?.run).toBeGreaterThan(told[0]?.run as number);
  });

  it('ends when a measuring fails, and the page says why', async () => {
    const { page, quality, run } = await setUp();
    quality.change({ every: 100 });
    const error = new EngineError('data-missing', { code: 'data.gone' }).toData();
    page.tell({ type: 'unmeasured', run: run() + 1, step: 100, error });
    expect(quality.store.getState().error).toBeNull();
    page.tell({ type: 'unmeasured', run: run(), step: 100, error });
    expect(quality.store.getState()).toMatchObject({ error, settings: { every: null } });
  });
});

it('scores of this run are kept, those of another are not; a new run begins with none', async () => {
  const { page, run } = await setUp();
  const scores = { type: 'scores', step: 5, samples: 20, scores: [], means: null, milliseconds: 1 } as const;
  page.tell({ ...scores, run: run() });
  page.tell({ ...scores, run: run() + 1, step: 6 });
  expect(
    page
      .member()
      .scores.all()
      .map(({ step }) => step),
  ).toEqual([5]);
  page.controller.reset();
  expect(page.member().scores.all()).toEqual([]);
});

it('a classifier that was trained is known to the page', async () => {
  const { page, quality } = await setUp();
  page.answers.trainEvaluator = async () => ({ evaluator: { kind: 'trained', accuracy: 0.9 } });
  quality.trainEvaluator();
  await settled();
  expect(page.state().info?.evaluator).toEqual({ kind: 'trained', accuracy: 0.9 });
  expect(quality.store.getState().training).toBeNull();
});

it('another recipe is measured by what means something there', async () => {
  const { page, quality } = await setUp();
  quality.change({ every: 100 });
  const chosenNow = () => qualityOf(page.controller, page.member()).store.getState().settings;
  page.controller.setRecipe('gan');
  await settled();
  expect(chosenNow().every).toBe(100);
  expect(chosenNow().chosen).not.toContain('agreement');
  page.controller.chooseData('ring');
  await settled();
  expect(chosenNow().chosen).toContain('modesFound');
  expect(stateOf(page.member()).opened.data).toBe('ring');
});
