/** Measuring while training: what is told, that nothing is disturbed, and that a pause is obeyed. */
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dataBase, fetchFile } from '../../../scripts/build/packedData.ts';
import type { MeasuringSettings, PlaygroundEngine } from '../../protocol/index.ts';
import { createEngine } from '../engine.ts';
import { nextEvent, openSession, type TestSession } from '../testing/session.ts';

let engine: PlaygroundEngine;
beforeEach(() => {
  engine = createEngine({ dataBase, fetch: fetchFile });
});
afterEach(() => engine.close());

const settings: MeasuringSettings = { every: null, samples: 60, chosen: ['frechet', 'agreement', 'neighbourTest'] };
const set = (more: Partial<MeasuringSettings> = {}, run = 1) =>
  engine.request('setMeasuring', { run, ...settings, ...more });
const measure = (run = 1) => engine.request('measure', { run });
/** The run has been measured, or is now. */
const measured = async ({ scores }: TestSession, run = 1): Promise<unknown> =>
  scores.length > 0 || nextEvent(engine, (event) => event.type === 'scores' && event.run === run);

describe('a measuring that is asked for', () => {
  it('scores G at the step where it stands, beside the floor, and tells how far it is', async () => {
    const session = await openSession(engine, { backend: 'simd' });
    await session.trainTo(3);
    // In one breath: what is asked for first counts.
    await Promise.all([set(), measure()]);
    const [{ step, samples, scores, means, milliseconds }] = session.scores as [TestSession['scores'][number]];
    expect([step, samples, scores.map(({ id }) => id).sort()]).toEqual([3, 60, settings.chosen.toSorted()]);
    expect(milliseconds).toBeGreaterThan(0);
    const scoreOf = (id: string) => scores.find((score) => score.id === id) as (typeof scores)[number];
    // Hardly trained: far from real digits, which are near each other.
    expect(scoreOf('frechet').value).toBeGreaterThan(3 * scoreOf('frechet').floor);
    expect(scoreOf('neighbourTest').value).toBeGreaterThan(0.9);
    expect(scoreOf('agreement').floor).toBeGreaterThan(0.9);
    expect(scoreOf('agreement').table).toHaveLength(10);
    // Six samples of each digit were asked for.
    expect(means?.pairs.map(({ fake }) => [fake?.count, fake?.pixels.length])).toEqual(new Array(10).fill([6, 784]));
    expect(means?.psnr).toBeLessThan(means?.floor ?? 0);
    const stages = session.measuring.map((event) => event.type === 'measuring' && event.stage);
    expect(stages).toEqual(expect.arrayContaining(['evaluator', 'features', 'samples', 'measures']));
  });

  it('finds the same again, and says nothing else of another run from the same seed', async () => {
    const [first, second] = [
      await openSession(engine, { run: 1, backend: 'simd' }),
      await openSession(engine, { run: 2, backend: 'simd' }),
    ];
    for (const run of [1, 2]) {
      await set({}, run);
      await measure(run);
      await measure(run);
    }
    const found = [...first.scores, ...second.scores].map(({ scores, means }) => ({ scores, means }));
    expect(found).toHaveLength(4);
    for (const judged of found) expect(judged).toEqual(found[0]);
  });

  it('can be cancelled, and leaves no tensor behind', async () => {
    const session = await openSession(engine, { backend: 'simd' });
    await set({ samples: 300 });
    await measure();
    const before = tf.memory().numTensors;
    const cancelling = new AbortController();
    engine.subscribe((event) => {
      if (event.type === 'measuring' && event.stage === 'features') cancelling.abort();
    });
    const asked = engine.request('measure', { run: 1 }, { signal: cancelling.signal });
    await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
    expect(session.scores).toHaveLength(1);
    expect(tf.memory().numTensors).toBe(before);
  });
});

it('can be cancelled while the data is not there yet, which may be for ever', async () => {
  const onlyFirst: typeof fetch = (input) =>
    /train-[1-9]/.test(String(input)) ? new Promise(() => undefined) : fetchFile(input);
  engine.close();
  engine = createEngine({ dataBase, fetch: onlyFirst });
  await openSession(engine, { backend: 'simd' });
  await set();
  const cancelling = new AbortController();
  const waiting = nextEvent(engine, (event) => event.type === 'measuring' && event.stage === 'data');
  const asked = engine.request('measure', { run: 1 }, { signal: cancelling.signal });
  await waiting;
  cancelling.abort();
  await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
});

describe('measuring while training', () => {
  it('goes on every so many steps and changes nothing: the run is the same, bit for bit', async () => {
    const watched = await openSession(engine, { run: 1, backend: 'simd' });
    await set({ every: 10, samples: 20, chosen: ['agreement'] });
    await watched.trainTo(60);
    await measured(watched);
    expect(watched.measuring.filter(({ type }) => type === 'unmeasured')).toEqual([]);
    expect(watched.scores[0]?.step).toBe(10);

    const alone = await openSession(engine, { run: 2, backend: 'simd' });
    await alone.trainTo(60);
    for (const name of ['lossD', 'lossG', 'scoreReal', 'scoreFake'] as const)
      expect(watched.series(name)).toEqual(alone.series(name));
    expect(watched.grid().generated.pixels).toEqual(alone.grid().generated.pixels);
  });

  it('belongs to the step at which it began, however far the training has come', async () => {
    const beside = await openSession(engine, { run: 1, backend: 'simd' });
    await set({ every: 20 });
    await beside.trainTo(300);
    await measured(beside);

    const still = await openSession(engine, { run: 2, backend: 'simd' });
    await still.trainTo(20);
    await set({}, 2);
    await measure(2);
    expect(beside.scores[0]).toMatchObject({ step: 20, scores: still.scores[0]?.scores });
  });

  it('obeys a pause within 200 ms of the processor', async () => {
    const session = await openSession(engine, { backend: 'simd' });
    await set({ samples: 200, chosen: ['frechet', 'kid', 'neighbourTest'] });
    // Until all data is there: beside a training that takes some time.
    await measure();
    const waits: number[] = [];
    for (const wanted of ['features', 'samples', 'measures'] as const) {
      void engine.request('train', { runs: [1], until: null });
      const paused = new Promise<number>((resolve) => {
        const leave = engine.subscribe((event) => {
          if (event.type !== 'measuring' || event.stage !== wanted) return;
          leave();
          const began = process.cpuUsage();
          void engine.request('pause', { runs: [1] }).then(() => {
            const { user, system } = process.cpuUsage(began);
            resolve((user + system) / 1000);
          });
        });
      });
      const asked = measure();
      waits.push(await paused);
      await asked;
    }
    expect(session.scores).toHaveLength(4);
    // One may meet code that the compiler is still busy with.
    expect(waits.filter((wait) => wait < 200).length).toBeGreaterThanOrEqual(2);
  });
});

describe('points in the plane', () => {
  it('are measured as they are, without a classifier', async () => {
    const session = await openSession(engine, { recipe: 'gan', data: 'ring', params: { width: 0.1 }, backend: 'simd' });
    expect(session.info.evaluator).toEqual({ kind: 'none' });
    await set({ samples: 300, chosen: ['frechet', 'modesFound', 'highQuality', 'agreement'] });
    await measure();
    const scores = session.scores[0]?.scores ?? [];
    expect(session.scores[0]?.means).toBeNull();
    // Class agreement means nothing here.
    expect(scores.map(({ id }) => id).sort()).toEqual(['frechet', 'highQuality', 'modesFound']);
    expect(scores.find(({ id }) => id === 'modesFound')).toMatchObject({ floor: 1 });
    expect(scores.find(({ id }) => id === 'highQuality')?.floor).toBeGreaterThan(0.95);
  });
});

describe('what cannot be measured is refused with the reason', () => {
  it.each<[Partial<MeasuringSettings>, object]>([
    [{ every: 0 }, { code: 'measuring.every', value: 0 }],
    [{ samples: 5 }, { code: 'measuring.samples', least: 20, most: 2000, value: 5 }],
    [{ chosen: [] }, { code: 'measuring.none' }],
    [{ chosen: ['beauty'] }, { code: 'measure.unknown', id: 'beauty', known: expect.arrayContaining(['frechet']) }],
  ])('%o', async (bad, problem) => {
    await openSession(engine);
    await expect(set(bad)).rejects.toMatchObject({ problem });
  });

  it('images that no classifier knows yet', async () => {
    const params = { width: 0.02, batch: 4, size: '32' };
    const session = await openSession(engine, { recipe: 'cgan', params, backend: 'simd' });
    expect(session.info.evaluator).toEqual({ kind: 'missing' });
    await set();
    await expect(measure()).rejects.toMatchObject({ problem: { code: 'evaluator.missing', data: 'MNIST' } });

    const cancelling = new AbortController();
    const cancelled = engine.request('trainEvaluator', { run: 1 }, { signal: cancelling.signal });
    cancelling.abort();
    await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('while training, an evaluator that cannot be fetched stops the measuring, not the run', async () => {
    const withoutEvaluator: typeof fetch = (input) =>
      String(input).includes('evaluator') ? Promise.resolve(new Response(null, { status: 404 })) : fetchFile(input);
    engine.close();
    engine = createEngine({ dataBase, fetch: withoutEvaluator });
    const session = await openSession(engine, { backend: 'simd' });
    await set({ every: 5 });
    const unmeasured = nextEvent(engine, ({ type }) => type === 'unmeasured');
    expect(await session.trainTo(40)).toBeNull();
    expect(await unmeasured).toMatchObject({ error: { code: 'data-missing' } });
  });
});
