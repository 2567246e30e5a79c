/** Runs on points in the plane: what is drawn, what is kept, and several of them in lock step. */
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SCALARS } from '../../core/scalars.ts';
import { drawPointSet } from '../../data/points.ts';
import { info } from '../../data/sets/swiss-roll.ts';
import type { PlaygroundEngine } from '../../protocol/index.ts';
import type { StartedBackend } from '../backends/backend.ts';
import { start } from '../backends/cpu.ts';
import { createEngine } from '../engine.ts';
import { resolve } from '../run/resolve.ts';
import { createTraining } from '../run/training.ts';
import { nextEvent, openSession, type TestSession } from '../testing/session.ts';
import { drawPlane } from './plane.ts';

const params = { width: 0.02, batch: 8 };
/** Nothing is fetched: not even trying is allowed. */
const offline: typeof fetch = () => Promise.reject(new Error('A run in the plane asked the network.'));

let engine: PlaygroundEngine;
beforeEach(() => {
  engine = createEngine({ dataBase: 'http://nowhere.invalid/', fetch: offline });
});
afterEach(() => engine.close());

const inPlane = (recipe: string, run = 1): Promise<TestSession> =>
  openSession(engine, { run, recipe, data: 'swiss-roll', seed: 5, params });

async function train(recipe: string, backend: StartedBackend) {
  const config = { recipe, data: info.id, seed: 5, params };
  const data = drawPointSet(info, config.seed);
  const training = createTraining({ config, plan: resolve(config).plan, data, backend });
  const trainTo = async (step: number) => {
    while (training.step() < step) training.advance('both');
    return (await training.readBack()).rows.values;
  };
  return { training, trainTo, data };
}

describe.each(['gan', 'wgan-gp', 'dragan'])('%s', (recipe) => {
  it('shows D itself: each value is D at the centre of its cell', async () => {
    const backend = await start();
    const { training, trainTo, data } = await train(recipe, backend);
    await trainTo(5);
    const plane = await drawPlane(training.trainer(), data, { seed: 5, step: 5 }, backend.guard);
    expect(plane.values).toHaveLength(128 * 128);
    const { discriminator } = training.trainer();
    for (const [row, column] of [
      [0, 0],
      [0, 127],
      [127, 0],
      [31, 96],
      [32, 5],
    ] as const) {
      const at = (i: number): number => -info.extent + ((i + 0.5) * 2 * info.extent) / 128;
      const direct = tf.tidy(() =>
        discriminator.forward(tf.tensor2d([[at(column), at(row)]]), {
          labels: null,
          statistics: 'running',
          updatesRunning: false,
          dropout: null,
        }),
      );
      expect(plane.values[128 * row + column]).toBeCloseTo((await direct.data())[0] as number, 5);
      direct.dispose();
    }
    expect(plane.real).toEqual(data.points.slice(0, plane.real.length));
    training.dispose();
  });

  it('goes on exactly from where it was saved', async () => {
    const backend = await start();
    const { training, trainTo } = await train(recipe, backend);
    await trainTo(3);
    await training.keepSnapshot();
    const first = await trainTo(8);
    training.restore(backend);
    expect(training.step()).toBe(3);
    expect(await trainTo(8)).toEqual(first);
    training.dispose();
  });
});

describe('a run in the plane', () => {
  it('asks the network for nothing, and its points move with G', async () => {
    const session = await inPlane('gan');
    const before = session.plane();
    expect(before.step).toBe(0);
    await session.trainTo(10);
    const after = session.plane();
    expect(after.step).toBe(10);
    expect(after.real).toEqual(before.real);
    expect(after.generated).not.toEqual(before.generated);
    expect(after.values).not.toEqual(before.values);
  });

  it('has no parameters that mean nothing there', async () => {
    const config = { recipe: 'dragan', data: 'swiss-roll', seed: 1, params: { columnNorm: true } };
    await expect(engine.request('open', { run: 1, config, backend: 'cpu' })).rejects.toMatchObject({
      code: 'bad-config',
    });
  });
});

describe('three systems together', () => {
  const RECIPES = ['gan', 'wgan-gp', 'dragan'];
  const runs = RECIPES.map((_, i) => i + 1);
  const openAll = () => Promise.all(RECIPES.map((recipe, i) => inPlane(recipe, i + 1)));

  /** Until every run has stopped. */
  const allStopped = (count: number): Promise<void> =>
    new Promise((done) => {
      let stopped = 0;
      engine.subscribe((event) => {
        if (event.type === 'stopped' && ++stopped === count) done();
      });
    });

  it('are each what they are alone', async () => {
    const sessions = await openAll();
    const stopped = allStopped(3);
    await engine.request('train', { runs, until: 12 });
    await stopped;
    for (const [i, recipe] of RECIPES.entries()) {
      const alone = await inPlane(recipe, 10 + i);
      await alone.trainTo(12);
      for (const name of SCALARS) expect(sessions[i]?.series(name), name).toEqual(alone.series(name));
      expect(sessions[i]?.plane().values).toEqual(alone.plane().values);
    }
  });

  it('are never more than a step apart, and pause after the same one', async () => {
    const sessions = await openAll();
    let widest = 0;
    const steps = new Map(runs.map((run) => [run, 0]));
    engine.subscribe((event) => {
      if (event.type !== 'frame') return;
      steps.set(event.run, event.step);
    });
    for (let i = 0; i < 4; i++) {
      const from = steps.get(3) ?? 0;
      const training = nextEvent(engine, (event) => event.type === 'frame' && event.run === 3 && event.step > from + i);
      await engine.request('train', { runs, until: null });
      await training;
      const paused = await engine.request('pause', { runs });
      expect(new Set(paused.steps).size).toBe(1);
      expect(paused.steps[0]).toBeGreaterThan(0);
      widest = Math.max(widest, Math.max(...steps.values()) - Math.min(...steps.values()));
    }
    expect(widest).toBeLessThanOrEqual(1);
    const stepped = await engine.request('step', { runs, part: 'both' });
    expect(new Set(stepped.steps).size).toBe(1);
    for (const session of sessions) expect(session.plane().step).toBe(stepped.steps[0]);
  });

  it('go on without one that fails', async () => {
    await inPlane('gan', 1);
    await inPlane('dragan', 3);
    // Plain descent at such a rate on a power of the weights is not finite for long.
    const steep = { ...params, width: 0.1, optimizerD: 'sgd', lrD: 1, penalty: 'wganGp', k: 10, lambda: 100 };
    await openSession(engine, { run: 2, recipe: 'gan', data: 'swiss-roll', seed: 5, params: steep });
    const failure = nextEvent(engine, (event) => event.type === 'stopped' && event.error !== null);
    await engine.request('train', { runs, until: null });
    expect(await failure).toMatchObject({ run: 2 });
    const [before = 0] = (await engine.request('pause', { runs: [1, 3] })).steps;
    const goingOn = nextEvent(engine, (event) => event.type === 'frame' && event.run === 3 && event.step > before);
    await engine.request('train', { runs, until: null });
    await goingOn;
    const { steps } = await engine.request('pause', { runs });
    expect(steps[0]).toBe(steps[2]);
    expect(steps[0]).toBeGreaterThan(before);
  });

  it('hold no more memory after a hundred steps, and none when they are closed', async () => {
    const backend = await start();
    backend.activate();
    const empty = tf.memory().numTensors;
    await openAll();
    const count = async (until: number): Promise<number> => {
      const stopped = allStopped(3);
      await engine.request('train', { runs, until });
      await stopped;
      return tf.memory().numTensors;
    };
    const early = await count(5);
    expect(await count(105)).toBe(early);
    for (const run of runs) await engine.request('close', { run });
    expect(tf.memory().numTensors).toBe(empty);
  });
});
