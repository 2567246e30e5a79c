import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dataBase, fetchFile } from '../../scripts/build/packedData.ts';
import type { PlaygroundEngine } from '../protocol/index.ts';
import { createEngine } from './engine.ts';
import { nextEvent, openSession } from './testing/session.ts';

let engine: PlaygroundEngine;

beforeEach(() => {
  engine = createEngine({ dataBase, fetch: fetchFile });
});
afterEach(() => engine.close());

const tiny = { width: 0.02, batch: 4 };

describe.each(['cgan', 'dragan'])('%s', (recipe) => {
  it('trains, and every step arrives once and in order', async () => {
    const session = await openSession(engine, { recipe });
    expect(await session.trainTo(12)).toBeNull();
    expect(session.steps()).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
    for (const name of ['lossD', 'lossReal', 'lossFake', 'lossG', 'scoreReal', 'scoreFake'] as const) {
      expect(session.series(name).every(Number.isFinite)).toBe(true);
    }
    expect(new Set(session.series('lossD')).size).toBeGreaterThan(6);
    expect(session.frames.at(-1)).toMatchObject({ step: 12, running: false, epoch: 0 });
    expect(session.grid().step).toBe(12);
  });

  it('gives the same losses for the same seed, and others for another', async () => {
    const losses = async (run: number, seed: number) => {
      const session = await openSession(engine, { run, recipe, seed });
      await session.trainTo(6);
      return [session.series('lossD'), session.series('lossG')];
    };
    const first = await losses(1, 5);
    expect(await losses(2, 5)).toEqual(first);
    expect(await losses(3, 6)).not.toEqual(first);
  });

  it('holds the same number of tensors after 5 and after 50 steps', async () => {
    const session = await openSession(engine, { recipe });
    await session.trainTo(5);
    const early = session.frames.at(-1)?.memory;
    await session.trainTo(50);
    expect(session.frames.at(-1)?.memory).toEqual(early);
  });

  it('frees everything when it is closed', async () => {
    const before = tf.memory().numTensors;
    const session = await openSession(engine, { recipe });
    await session.trainTo(3);
    await engine.request('close', { run: 1 });
    expect(tf.memory().numTensors).toBe(before);
  });

  it('measures the gradient norm at perturbed real data', async () => {
    const session = await openSession(engine, { recipe });
    await session.trainTo(21);
    const measured = session.series('gradientNorm').filter(Number.isFinite);
    expect(measured.length).toBeGreaterThanOrEqual(recipe === 'dragan' ? 21 : 3);
    expect(measured.every((norm) => norm > 0)).toBe(true);
  });
});

describe('single steps', () => {
  it('update the network that was asked for, and only that', async () => {
    const session = await openSession(engine);
    await engine.request('step', { runs: [1], part: 'D' });
    expect(session.series('lossG').at(-1)).toBeNaN();
    expect(session.series('lossD').at(-1)).toBeGreaterThan(0);
    const before = session.grid().generated.pixels.slice();
    await engine.request('step', { runs: [1], part: 'D' });
    // G has not moved, nor have its running statistics.
    expect(session.grid().generated.pixels).toEqual(before);
    await engine.request('step', { runs: [1], part: 'G' });
    expect(session.series('lossD').at(-1)).toBeNaN();
    expect(session.grid().generated.pixels).not.toEqual(before);
    expect((await engine.request('step', { runs: [1], part: 'both' })).steps).toEqual([4]);
  });
});

describe('the grid', () => {
  it('shows one class in each column, with one z in each row', async () => {
    const session = await openSession(engine);
    const { rows, columns, labels } = session.grid().generated;
    expect([rows, columns]).toEqual([10, 10]);
    expect([...(labels ?? [])].slice(0, 12)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1]);
    expect([...(session.grid().real.labels ?? [])]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('shows the class that was chosen, also while paused', async () => {
    const session = await openSession(engine);
    const all = session.grid().generated.pixels;
    await engine.request('view', { run: 1, classes: 7 });
    const { generated, real, classes } = session.grid();
    expect(classes).toBe(7);
    expect([...(generated.labels ?? [])]).toEqual(Array(100).fill(7));
    expect([...(real.labels ?? [])]).toEqual(Array(10).fill(7));
    expect(generated.pixels).not.toEqual(all);
  });

  it('is the same for the same seed', async () => {
    const first = (await openSession(engine, { run: 1 })).grid().generated.pixels;
    expect((await openSession(engine, { run: 2 })).grid().generated.pixels).toEqual(first);
  });

  it('is 32×32 where that is asked for', async () => {
    const session = await openSession(engine, { params: { ...tiny, size: '32' } });
    await session.trainTo(1);
    expect(session.grid().generated).toMatchObject({ height: 32, width: 32 });
    expect(session.grid().real).toMatchObject({ height: 32, width: 32 });
  });
});

describe('pausing', () => {
  it('stops within a step and goes on from there', async () => {
    const session = await openSession(engine);
    const training = nextEvent(engine, (event) => event.type === 'frame' && event.step > 2);
    await engine.request('train', { runs: [1], until: null });
    await training;
    const {
      steps: [step = 0],
    } = await engine.request('pause', { runs: [1] });
    expect(session.frames.at(-1)?.step).toBe(step);
    // A loop that were still at work would have its turn in each of these.
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
    expect((await engine.request('runs', {})).runs[0]?.step).toBe(step);
    await session.trainTo(step + 2);
    expect(session.steps()).toEqual(Array.from({ length: step + 2 }, (_, i) => i + 1));
  });
});

describe('credits', () => {
  it('hold frames back without losing a row', async () => {
    const session = await openSession(engine, { credits: false });
    await session.trainTo(30);
    // One frame, for the credit that every run begins with.
    expect(session.frames).toHaveLength(1);
    await engine.request('credit', { run: 1 });
    expect(session.frames).toHaveLength(2);
    expect(session.steps()).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
  });
});

describe('live parameters', () => {
  it('act without a new run', async () => {
    const moved = async (run: number, lr: number) => {
      const session = await openSession(engine, { run });
      await session.trainTo(2);
      await engine.request('setParams', { run, params: { lrG: lr, lrD: lr } });
      const before = session.grid().generated.pixels;
      await session.trainTo(4);
      const changes = session.grid().generated.pixels.map((value, i) => Math.abs(value - (before[i] as number)));
      return changes.reduce((sum, change) => sum + change, 0);
    };
    expect(await moved(1, 0.1)).toBeGreaterThan(5 * (await moved(2, 1e-6)));
  });

  it('switch the weights that the grid is drawn with, and back, also while paused', async () => {
    const session = await openSession(engine);
    await session.trainTo(5);
    const draw = async (weights: string) => {
      await engine.request('setParams', { run: 1, params: { weights } });
      return session.grid().generated.pixels;
    };
    const current = session.grid().generated.pixels;
    expect(await draw('average')).not.toEqual(current);
    expect(await draw('current')).toEqual(current);
  });

  it.each([
    [{ width: 1 }, { code: 'param.restart', name: 'width' }],
    [{ lrG: 7 }, { code: 'param.range', name: 'lrG', value: 7 }],
    [{ tempo: 1 }, { code: 'param.unknown', recipe: 'CGAN', name: 'tempo' }],
  ])('refuse %o', async (params, problem) => {
    await openSession(engine);
    await expect(engine.request('setParams', { run: 1, params: params as never })).rejects.toMatchObject({
      code: 'bad-config',
      problem,
    });
  });
});

describe('bad requests', () => {
  const open = (config: object) =>
    engine.request('open', {
      run: 9,
      config: { recipe: 'cgan', data: 'mnist', seed: 1, params: tiny, ...config },
      backend: 'cpu',
    });

  it.each([
    [{ recipe: 'vae' }, { code: 'recipe.unknown', id: 'vae' }],
    [{ data: 'cats' }, { code: 'data.unknown', id: 'cats' }],
    [{ seed: -1 }, { code: 'seed.range', value: -1 }],
    [{ params: { batch: 1e9 } }, { code: 'param.range', name: 'batch', max: 512 }],
  ])('%o is refused with the reason', async (config, problem) => {
    await expect(open(config)).rejects.toMatchObject({ code: 'bad-config', problem });
  });

  it('name a run that is not there', async () => {
    await expect(engine.request('train', { runs: [5], until: null })).rejects.toMatchObject({ code: 'unknown-run' });
  });

  it('can be cancelled while the run opens', async () => {
    const aborting = new AbortController();
    const opening = engine.request(
      'open',
      { run: 1, config: { recipe: 'cgan', data: 'mnist', seed: 1, params: tiny }, backend: 'cpu' },
      { signal: aborting.signal },
    );
    aborting.abort();
    await expect(opening).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('say which backend does not start, and why', async () => {
    const opening = engine.request('open', {
      run: 1,
      config: { recipe: 'cgan', data: 'mnist', seed: 1, params: tiny },
      backend: 'webgl',
    });
    await expect(opening).rejects.toMatchObject({
      code: 'backend-unavailable',
      problem: { code: 'backend.noWebGl' },
    });
  });
});

describe('several runs', () => {
  it('are stepped in turn and do not disturb each other', async () => {
    const alone = await openSession(engine, { run: 1, seed: 3 });
    await alone.trainTo(8);
    const a = await openSession(engine, { run: 2, seed: 3 });
    const b = await openSession(engine, { run: 3, seed: 4, recipe: 'dragan' });
    await Promise.all([a.trainTo(8), b.trainTo(3)]);
    expect(a.series('lossD')).toEqual(alone.series('lossD'));
  });
});
