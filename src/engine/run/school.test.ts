/** Learning classes: examinations between steps, the best model, the baseline, and each erratum's own effect. */
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataBase, fetchFile } from '../../../scripts/build/packedData.ts';
import type { ParamValues } from '../../core/params.ts';
import { SCALARS } from '../../core/scalars.ts';
import { info as mnist } from '../../data/sets/mnist.ts';
import type { LoadedImages } from '../../data/shards.ts';
import { loadImageSet } from '../../data/shards.ts';
import type { PlaygroundEngine } from '../../protocol/index.ts';
import type { StartedBackend } from '../backends/backend.ts';
import { start } from '../backends/simd.ts';
import { createEngine } from '../engine.ts';
import { openSession } from '../testing/session.ts';
import { resolve } from './resolve.ts';
import { createTraining } from './training.ts';

let backend: StartedBackend;
let data: LoadedImages;

beforeAll(async () => {
  backend = await start({ threads: 1 });
  const options = { base: dataBase, fetch: fetchFile, onProgress: () => undefined, onProblem: () => undefined };
  data = await loadImageSet(mnist, {
    ...options,
    includeTest: true,
  });
  await data.whenComplete;
});
afterAll(() => tf.removeBackend('simd'));

function open(params: ParamValues) {
  const config = {
    recipe: 'sgan',
    data: 'mnist',
    seed: 1,
    params: { width: 0.03, batch: 8, labelledBatch: 5, examineEvery: 3, ...params },
  };
  return createTraining({ config, plan: resolve(config).plan, data, backend });
}

const weightsOf = (training: ReturnType<typeof open>, part: 'generator' | 'discriminator'): Float32Array[] =>
  training.trainer()[part].weights.map(({ variable }) => variable.dataSync<'float32'>().slice());

const allLoaded = (engine: PlaygroundEngine): Promise<void> =>
  new Promise((resolve) => {
    engine.subscribe((event) => event.type === 'data' && event.loaded === event.total && resolve());
  });

describe('an examination', () => {
  it('is due at its step, takes many questions, and changes nothing', async () => {
    const training = open({});
    const examined: number[] = [];
    while (training.step() < 7) {
      training.advance('both');
      if (!training.isExamining()) continue;
      const before = weightsOf(training, 'discriminator');
      let questions = 1;
      let marks = await training.examine();
      for (; !marks; questions++) marks = await training.examine();
      expect(questions).toBe(48); // 2,000 and 10,000 digits, 250 at a time
      expect(weightsOf(training, 'discriminator')).toEqual(before);
      const test = marks.values[SCALARS.indexOf('accuracyTest')] as number;
      expect(test).toBeGreaterThan(0.02);
      expect(test).toBeLessThan(0.6);
      examined.push(training.step());
    }
    expect(examined).toEqual([3, 6]);
    expect([3, 6]).toContain(training.school?.best()?.step);
    training.dispose();
  });

  it('is repeated after a return to an earlier step', async () => {
    const training = open({});
    const examine = async () => {
      while (training.step() < 3) training.advance('both');
      let marks = null;
      while (training.isExamining()) marks = await training.examine();
      return marks;
    };
    training.advance('both');
    await training.keepSnapshot();
    const first = await examine();
    training.restore(backend);
    expect(await examine()).toEqual(first);
    expect(first).not.toBeNull();
    training.dispose();
  });

  it('is pursued between steps of a running run, and its marks arrive', async () => {
    const engine = createEngine({ dataBase, fetch: fetchFile });
    const params = { width: 0.03, batch: 8, examineEvery: 5 };
    const loaded = allLoaded(engine);
    const session = await openSession(engine, { recipe: 'sgan', params, backend: 'simd' });
    expect(session.info.labelled).toMatchObject({ count: 100, shown: { rows: 4, columns: 25 } });
    // Until the last shard is there, nobody can be examined.
    await loaded;
    await session.trainTo(10);
    const rows = session.series('accuracyTest');
    const marked = session.steps().filter((_, row) => Number.isFinite(rows[row] as number));
    expect(marked).toEqual([5, 10]);
    engine.close();
  });
});

describe('the best model', () => {
  it('is returned to, and the run goes on as it did from there', async () => {
    const training = open({});
    const trainTo = async (step: number) => {
      while (training.step() < step) training.advance('both');
      return (await training.readBack()).rows.values;
    };
    await trainTo(3);
    while (training.isExamining()) await training.examine();
    const kept = weightsOf(training, 'discriminator');
    const first = await trainTo(5);
    const best = training.school?.best();
    expect(best?.step).toBe(3);

    training.restore(backend, best?.snapshot);
    expect(training.step()).toBe(3);
    expect(weightsOf(training, 'discriminator')).toEqual(kept);
    expect(training.school?.best()).toBe(best);
    expect(await trainTo(5)).toEqual(first);
    training.dispose();
  });

  it('is the better one', async () => {
    const training = open({});
    const found: number[] = [];
    while (found.length < 3) {
      training.advance('both');
      let marks = null;
      while (training.isExamining()) marks = await training.examine();
      if (marks) found.push(marks.values[SCALARS.indexOf('accuracyValidation')] as number);
    }
    expect(new Set(found).size).toBeGreaterThan(1);
    expect(training.school?.best()?.validation).toBeCloseTo(Math.max(...found), 6);
    training.dispose();
  });

  it('is forgotten after a return to a step before it', async () => {
    const training = open({});
    await training.keepSnapshot();
    while (training.step() < 3) training.advance('both');
    while (training.isExamining()) await training.examine();
    training.restore(backend);
    expect(training.school?.best()).toBeNull();
    training.dispose();
  });

  it('is what a running run goes back to on request, and then it waits', async () => {
    const engine = createEngine({ dataBase, fetch: fetchFile });
    const loaded = allLoaded(engine);
    const session = await openSession(engine, {
      recipe: 'sgan',
      params: { width: 0.03, batch: 8, examineEvery: 4 },
      backend: 'simd',
    });
    await expect(engine.request('returnToBest', { run: 1 })).rejects.toMatchObject({
      problem: { code: 'run.noBest' },
    });
    await loaded;
    await session.trainTo(6);
    const best = session.frames.at(-1)?.best;
    expect(best?.step).toBe(4);
    expect(best?.test).toBeCloseTo(session.series('accuracyTest')[4] as number);
    const after = session.series('lossD').slice(5);

    expect(await engine.request('returnToBest', { run: 1 })).toEqual({ step: 4 });
    await engine.request('credit', { run: 1 });
    expect(session.frames.at(-1)).toMatchObject({ step: 4, running: false, best });
    expect(session.grid().step).toBe(4);
    await session.trainTo(6);
    expect(session.series('lossD').slice(-2)).toEqual(after.slice(-2));
    engine.close();
  });
});

describe('the baseline', () => {
  it('never moves G, and learns from the labels', () => {
    const training = open({ baseline: true });
    const [g, d] = [weightsOf(training, 'generator'), weightsOf(training, 'discriminator')];
    for (let step = 0; step < 3; step++) training.advance('both');
    expect(weightsOf(training, 'generator')).toEqual(g);
    expect(weightsOf(training, 'discriminator')).not.toEqual(d);
    training.dispose();
  });

  it('sees the same labelled digits as the run that it is compared with', () => {
    expect(open({ baseline: true }).school?.pool).toEqual(open({}).school?.pool);
  });
});

const weightsAfter = (params: ParamValues) => {
  const training = open(params);
  for (let step = 0; step < 2; step++) training.advance('both');
  const weights = weightsOf(training, 'discriminator');
  training.dispose();
  return weights;
};

describe('labelled digits', () => {
  it.each([false, true])('are shifted, with labels alone: %s', (baseline) => {
    const unmoved = weightsAfter({ baseline, labelledShift: 0 });
    expect(weightsAfter({ baseline, labelledShift: 0 })).toEqual(unmoved);
    expect(weightsAfter({ baseline, labelledShift: 2 })).not.toEqual(unmoved);
  });
});

describe('an erratum', () => {
  it.each(['scaledTwice', 'labelsByPosition', 'logOfRounded', 'sharedStatistics'])('%s changes a step', (name) => {
    expect(weightsAfter({ [name]: true })).not.toEqual(weightsAfter({}));
  });

  it('swappedRates gives each network the other’s rate', () => {
    const rates = { lrG: 1e-3, lrD: 4e-3 };
    expect(weightsAfter({ ...rates, swappedRates: true })).toEqual(weightsAfter({ lrG: 4e-3, lrD: 1e-3 }));
  });
});
