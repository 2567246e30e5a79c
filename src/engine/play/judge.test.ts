/** What D says of somebody's examples, against finite differences; and a run that is asked, against one that is not. */

import * as tf from '@tensorflow/tfjs-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { dataBase, fetchFile } from '../../../scripts/build/packedData.ts';
import { sizeOf } from '../../core/network.ts';
import type { ParamValues } from '../../core/params.ts';
import { initialState, openStream } from '../../core/random.ts';
import { dataSets } from '../../data/sets/index.ts';
import { shapeOf } from '../../gan/examples.ts';
import { asLogit } from '../../gan/losses/adversarial.ts';
import { offersOf } from '../../gan/offers.ts';
import { recipes } from '../../gan/recipes/index.ts';
import type { PlaygroundEngine } from '../../protocol/index.ts';
import type { StartedBackend } from '../backends/backend.ts';
import { start } from '../backends/simd.ts';
import { createEngine } from '../engine.ts';
import { resolve } from '../run/resolve.ts';
import { createTraining } from '../run/training.ts';
import { drawBatch } from '../step/batch.ts';
import { loadExamples } from '../testing/examples.ts';
import { openSession } from '../testing/session.ts';
import { judge } from './judge.ts';

vi.setConfig({ testTimeout: 60_000 });

const SEED = 3;
let backend: StartedBackend;
beforeAll(async () => {
  backend = await start();
});
afterAll(() => tf.removeBackend('simd'));

async function train(recipe: string, set: string, params: ParamValues = {}) {
  const config = { recipe, data: set, seed: SEED, params: { width: 0.05, batch: 8, ...params } };
  const data = await loadExamples(set);
  const training = createTraining({ config, plan: resolve(config).plan, data, backend });
  for (let i = 0; i < 3; i++) training.advance('both');
  await training.readBack();
  return { training, data, plan: training.trainer().plan };
}

/** Values are tried so far to either side. */
const FARTHEST = 0.2;
const noise = (count: number, name = 'judged'): Float32Array<ArrayBuffer> =>
  openStream(initialState(SEED, name)).uniform(
    new Float32Array(count),
    FARTHEST,
    1 - FARTHEST,
  ) as Float32Array<ArrayBuffer>;

/** Narrow ones whose slopes are too gentle for single precision. */
const STEEPER: Readonly<Record<string, ParamValues>> = {
  wgan: { clip: 0.1 },
  sgan: { width: 0.5 },
  cgan: { width: 0.2 },
};

describe.each([
  ...recipes.flatMap((recipe) =>
    offersOf(recipe, dataSets).map((set) => [recipe.id, set.id, STEEPER[recipe.id] ?? {}] as const),
  ),
  ['gan', 'mnist', { objective: 'relativistic' }] as const,
])('D’s word on %s, %s %o', (recipe, set, params) => {
  it('has the slope that its output has, and leaves nothing behind', async () => {
    const { training, data, plan } = await train(recipe, set, params);
    const size = sizeOf(shapeOf(plan.examples));
    const examples = noise(2 * size);
    const classes = plan.classes > 0 ? Uint8Array.of(1, 2) : null;
    const tensors = tf.memory().numTensors;
    const ask = (values: Float32Array<ArrayBuffer>) => judge(training, data, { examples: values, classes }, null);
    const verdict = await ask(examples);
    expect(tf.memory().numTensors).toBe(tensors);
    expect(verdict.step).toBe(3);
    expect(verdict.slopes).toHaveLength(examples.length);
    expect(verdict.readings).toBeNull();
    expect(await ask(examples)).toEqual(verdict);

    // Along the slope of the second example alone its output rises by its length, and the other's stays. Leaky units
    // bend, and single precision is coarse: at one of some distances there is neither too much of the one nor the other.
    const own = verdict.slopes.map((slope, i) => (i < size ? 0 : slope));
    const length = Math.hypot(...own);
    const largest = Math.max(...own.map(Math.abs));
    expect(length).toBeGreaterThan(0);
    const ratios: number[] = [];
    for (const far of [1, 1 / 4, 1 / 16, 1 / 64]) {
      const reach = (far * FARTHEST) / largest;
      const at = (by: number) => ask(examples.map((value, i) => value + by * (own[i] as number)));
      const [ahead, behind] = [await at(reach), await at(-reach)];
      ratios.push(((ahead.outputs[1] as number) - (behind.outputs[1] as number)) / (2 * reach) / length ** 2);
      expect(ahead.outputs[0]).toBeCloseTo(verdict.outputs[0] as number, 4);
      expect(ahead.scores[1]).toBeGreaterThanOrEqual(behind.scores[1] as number);
    }
    expect(Math.min(...ratios.map((ratio) => Math.abs(ratio - 1)))).toBeLessThan(0.05);
    training.dispose();
  });
});

it.each([
  ['gan', {}],
  ['dragan', {}],
  ['cgan', {}],
  ['sgan', { scaledTwice: true }],
])('brightness comes to D of %s %o as in real images', async (recipe, params) => {
  const { training, data, plan } = await train(recipe, 'mnist', params);
  if (data.kind !== 'image') throw new Error('These are points.');
  const brightness = Float32Array.from(data.pixels.subarray(0, 2 * 784), (byte) => byte / 255);
  const labels = data.labels.slice(0, 2);
  const classes = plan.classes > 0 ? labels : null;
  const { outputs } = await judge(training, data, { examples: brightness, classes }, null);
  const expected = tf.tidy(() => {
    const { images } = drawBatch(plan, data, Uint32Array.of(0, 1));
    const context = {
      labels: classes && tf.tensor1d(Int32Array.from(classes), 'int32'),
      statistics: 'running',
      updatesRunning: false,
      dropout: null,
    } as const;
    const x = tf.tensor(images, [2, 28, 28, 1]);
    return asLogit(plan, training.trainer().discriminator.forward(x, context)).dataSync().slice();
  });
  for (const [i, output] of outputs.entries()) expect(output).toBeCloseTo(expected[i] as number, 5);
  training.dispose();
});

describe('a run whose D is asked', () => {
  let engine: PlaygroundEngine;
  beforeEach(() => {
    engine = createEngine({ dataBase, fetch: fetchFile });
  });
  afterEach(() => engine.close());

  const lossesOf = async (asked: boolean): Promise<number[]> => {
    const own = createEngine({ dataBase, fetch: fetchFile });
    const session = await openSession(own, { recipe: 'cgan', seed: 5 });
    const end = session.trainTo(12);
    for (let i = 0; asked && i < 4; i++) {
      const classes = Uint8Array.of(i);
      await own.request('judge', { run: 1, examples: noise(784, `${i}`), classes });
    }
    await end;
    own.close();
    return [...session.series('lossD'), ...session.series('lossG')];
  };

  it('is bit for bit what it is alone, also while it trains', async () => {
    const alone = await lossesOf(false);
    expect(alone.length).toBeGreaterThanOrEqual(24);
    expect(await lossesOf(true)).toEqual(alone);
  });

  it('answers with what the classifier reads in digits', async () => {
    await openSession(engine);
    const one = new Float32Array(784);
    for (let y = 5; y < 23; y++) for (const x of [13, 14]) one[y * 28 + x] = 1;
    const { readings, scores } = await engine.request('judge', {
      run: 1,
      examples: one,
      classes: Uint8Array.of(1),
    });
    expect(scores).toHaveLength(1);
    expect(readings).toHaveLength(10);
    expect(readings?.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
    expect(readings?.indexOf(Math.max(...readings))).toBe(1);
  });

  it.each([
    ['no example', new Float32Array(0), Uint8Array.of(), 'judge.count'],
    ['too many', new Float32Array(65 * 784), new Uint8Array(65), 'judge.count'],
    ['half an example', new Float32Array(783), Uint8Array.of(1), 'judge.size'],
    ['what is no number', new Float32Array(784).fill(Number.NaN), Uint8Array.of(1), 'judge.value'],
    ['more than white', new Float32Array(784).fill(1.5), Uint8Array.of(1), 'judge.value'],
    ['no class', new Float32Array(784), null, 'judge.classes'],
    ['a class that there is not', new Float32Array(784), Uint8Array.of(10), 'judge.classes'],
  ])('refuses %s', async (_, examples, classes, code) => {
    await openSession(engine);
    await expect(engine.request('judge', { run: 1, examples, classes })).rejects.toMatchObject({
      code: 'bad-config',
      problem: { code },
    });
    // It is as sound as before.
    await engine.request('judge', { run: 1, examples: new Float32Array(784), classes: Uint8Array.of(0) });
  });

  it('refuses points that are nowhere, classes where there are none, and a plain classifier', async () => {
    await openSession(engine, { recipe: 'gan', data: 'ring', params: { width: 0.05, batch: 8 } });
    const ask = (examples: Float32Array<ArrayBuffer>, classes: Uint8Array<ArrayBuffer> | null = null) =>
      engine.request('judge', { run: 1, examples, classes });
    await expect(ask(Float32Array.of(0, Number.POSITIVE_INFINITY))).rejects.toMatchObject({
      problem: { code: 'judge.value', index: 1 },
    });
    await expect(ask(new Float32Array(2), Uint8Array.of(0))).rejects.toMatchObject({
      problem: { code: 'judge.classes' },
    });
    expect((await ask(Float32Array.of(0, 20))).readings).toBeNull();
    await openSession(engine, { run: 2, recipe: 'sgan', params: { width: 0.05, batch: 4, baseline: true } });
    await expect(
      engine.request('judge', { run: 2, examples: new Float32Array(784), classes: null }),
    ).rejects.toMatchObject({ problem: { code: 'judge.baseline' } });
  });
});
