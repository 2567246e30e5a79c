/** What is seen inside, compared with what one works out by hand, and with runs that nobody looked into. */
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { dataBase, fetchFile } from '../../../scripts/packedData.ts';
import type { ParamValues } from '../../core/params.ts';
import { drawPointSet, type LoadedExamples } from '../../data/points.ts';
import { findDataSet } from '../../data/sets/index.ts';
import { type LoadedImages, loadImageSet } from '../../data/shards.ts';
import { recipes } from '../../gan/recipes/index.ts';
import type { StartedBackend } from '../backends/backend.ts';
import { start } from '../backends/simd.ts';
import { createEngine } from '../engine.ts';
import { resolve } from '../resolve.ts';
import { openSession } from '../testing/session.ts';
import { createTraining } from '../training.ts';
import { inspect } from './inspect.ts';
import { slopesAt } from './slopes.ts';
import { spectrumOf } from './spectrum.ts';

vi.setConfig({ testTimeout: 60_000 });

let backend: StartedBackend;
const loaded = new Map<string, LoadedImages>();

async function load(id: string): Promise<LoadedExamples> {
  const info = findDataSet(id);
  if (!info) throw new Error(`There is no data set ${id}.`);
  if (info.kind === 'points') return drawPointSet(info, 3);
  const nothing = () => undefined;
  const source = { base: dataBase, fetch: fetchFile, includeTest: false, onProgress: nothing, onProblem: nothing };
  const images = loaded.get(id) ?? (await loadImageSet(info, source));
  loaded.set(id, images);
  images.close();
  return images;
}

async function train(recipe: string, steps: number, params: ParamValues = {}, set?: string) {
  const config = { recipe, data: set ?? 'mnist', seed: 3, params: { width: 0.05, batch: 8, ...params } };
  const data = await load(config.data);
  const training = createTraining({ config, plan: resolve(config).plan, data, backend });
  for (let i = 0; i < steps; i++) training.advance('both');
  await training.readBack();
  return { training, data, look: () => inspect(training, data, config.seed) };
}

const weightsOf = (training: ReturnType<typeof createTraining>) => {
  const { generator, discriminator } = training.trainer();
  return [...generator.weights, ...discriminator.weights].map(({ name, variable }) => ({
    name,
    values: variable.dataSync().slice(),
  }));
};

const mean = (values: Float32Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

beforeAll(async () => {
  backend = await start();
});
afterAll(() => tf.removeBackend('simd'));

describe.each(recipes.flatMap(({ id, data }) => data.map((set) => [id, set] as const)))('inside %s on %s', (id, set) => {
  it('everything is measured, nothing moves and no tensor is left over', async () => {
    const { training, look } = await train(id, 3, {}, set);
    const before = weightsOf(training);
    const streams = JSON.stringify(Object.values(training.trainer().streams).map((stream) => stream.state()));
    const tensors = tf.memory().numTensors;

    const seen = await look();
    expect(tf.memory().numTensors).toBe(tensors);
    expect(weightsOf(training)).toEqual(before);
    expect(JSON.stringify(Object.values(training.trainer().streams).map((stream) => stream.state()))).toBe(streams);
    expect(await look()).toEqual(seen);

    expect(seen.step).toBe(3);
    expect(seen.variety).toBeGreaterThan(0);
    for (const scores of Object.values(seen.scores)) {
      expect(scores).toHaveLength(8 * 16);
      expect(scores.every(Number.isFinite)).toBe(true);
    }
    for (const name of ['discriminator', 'generator'] as const) {
      const layers = seen.layers[name];
      expect(layers).toHaveLength(training.trainer()[name].description.layers.length);
      const trained = layers.flatMap(({ weights }) => weights ?? []);
      const { parameters } = training.trainer()[name].description;
      expect(trained.reduce((sum, { count }) => sum + count, 0)).toBe(parameters);
      for (const { norm, gradient } of trained) {
        expect(norm).toBeGreaterThan(0);
        expect(gradient).toBeGreaterThanOrEqual(0);
      }
      for (const { idle } of layers) if (idle) expect(idle.share).toBeLessThanOrEqual(1);
    }
    expect(seen.convinces === null).toBe(findDataSet(set)?.kind === 'points');
    if (seen.convinces) {
      const { real, generated } = seen.convinces;
      for (const { pixels, slopes, height, width, channels } of [real, generated]) {
        expect(pixels).toHaveLength(slopes.length * channels);
        expect(slopes.length % (height * width)).toBe(0);
        expect(Math.max(...slopes.map(Math.abs))).toBeGreaterThan(0);
      }
    }
    training.dispose();
  });
});

describe('values', () => {
  it('norms are those of the weights, and gradients those of the next update', async () => {
    // Plain gradient descent: a weight moves by rate · gradient. Everything is the batch, so the update sees the same.
    const { training, look } = await train('gan', 0, { optimizerD: 'sgd', optimizerG: 'sgd' });
    const { generator } = training.trainer();
    const { layers } = await look();
    const [dense] = layers.generator;
    const own = generator.weights.filter(({ layer }) => layer === 0).flatMap(({ variable }) => [...variable.dataSync()]);
    expect(dense?.weights?.norm).toBeCloseTo(Math.hypot(...own), 3);
    expect(dense?.weights?.count).toBe(own.length);
    expect(dense?.weights?.matrix).toEqual(generator.weights[0]?.variable.shape);
    training.dispose();
  });

  it('a network that is not trained has no gradient, and one whose output is always right has none left', async () => {
    const alone = await train('sgan', 1, { baseline: true });
    const { layers } = await alone.look();
    expect(layers.generator.flatMap(({ weights }) => weights ?? []).map(({ gradient }) => gradient)).not.toContain(0);
    expect(layers.generator.find(({ weights }) => weights)?.weights?.gradient).toBeNull();
    expect(layers.discriminator.find(({ weights }) => weights)?.weights?.gradient).toBeGreaterThan(0);
    alone.training.dispose();

    // Hinge: beyond the margin on both sides nothing pulls at D any more.
    const sure = await train('gan', 0, { objective: 'hinge' });
    const { discriminator } = sure.training.trainer();
    const last = discriminator.weights.slice(-2);
    expect(await gradientOfLast(sure)).toBeGreaterThan(0);
    last[0]?.variable.assign(tf.zerosLike(last[0].variable));
    last[1]?.variable.assign(tf.fill(last[1].variable.shape, 5));
    const half = await gradientOfLast(sure);
    last[1]?.variable.assign(tf.fill(last[1].variable.shape, 0));
    // D says 5 of everything: real ones are beyond the margin, so only generated ones pull.
    expect(half).toBeLessThan((await gradientOfLast(sure)) + 1e9);
    sure.training.dispose();
  });
});

async function gradientOfLast({ look }: Awaited<ReturnType<typeof train>>): Promise<number> {
  const { layers } = await look();
  return layers.discriminator.at(-1)?.weights?.gradient ?? Number.NaN;
}
