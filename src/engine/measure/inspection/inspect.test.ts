/** What is seen inside, compared with what one works out by hand, and with runs that nobody looked into. */

import * as tf from '@tensorflow/tfjs-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { dataBase, fetchFile } from '../../../../scripts/build/packedData.ts';
import type { NetworkName } from '../../../core/inspection.ts';
import { sizeOf } from '../../../core/network.ts';
import type { ParamValues } from '../../../core/params.ts';
import { dataSets, findDataSet } from '../../../data/sets/index.ts';
import type { LoadedImages } from '../../../data/shards.ts';
import { diagnose } from '../../../diagnosis/index.ts';
import { shapeOf } from '../../../gan/examples.ts';
import { asLogit } from '../../../gan/losses/adversarial.ts';
import { offersOf } from '../../../gan/offers.ts';
import { recipes } from '../../../gan/recipes/index.ts';
import type { StartedBackend } from '../../backends/backend.ts';
import { start } from '../../backends/simd.ts';
import { createEngine } from '../../engine.ts';
import { resolve } from '../../run/resolve.ts';
import { createTraining } from '../../run/training.ts';
import type { Batch } from '../../step/batch.ts';
import { openStreams } from '../../step/streams.ts';
import type { Trainer } from '../../step/trainer.ts';
import { generate, updateDiscriminator } from '../../step/updates.ts';
import { loadExamples } from '../../testing/examples.ts';
import { openSession } from '../../testing/session.ts';
import { drawBatches, inspect } from './inspect.ts';
import { chooseShown, slopesAt } from './slopes.ts';
import { spectrumOf } from './spectrum.ts';
import { createTwin, disposeTwin, recordGradients } from './twin.ts';

let backend: StartedBackend;

async function train(recipe: string, steps: number, params: ParamValues = {}, set?: string) {
  const config = { recipe, data: set ?? 'mnist', seed: 3, params: { width: 0.05, batch: 8, ...params } };
  const data = await loadExamples(config.data);
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

const valuesOf = (tensor: tf.Tensor): Float32Array => tensor.dataSync<'float32'>().slice();

beforeAll(async () => {
  backend = await start();
});
afterAll(() => tf.removeBackend('simd'));

describe.each(recipes.flatMap((recipe) => offersOf(recipe, dataSets).map((set) => [recipe.id, set.id] as const)))(
  'inside %s on %s',
  (id, set) => {
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
      const { classes } = training.trainer().plan;
      expect(seen.variety.map(({ label }) => label)).toEqual([
        null,
        ...Array.from({ length: classes }, (_, label) => label),
      ]);
      for (const { share } of seen.variety) expect(share).toBeGreaterThan(0);
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
  },
);

/** What the run's own update would do from here: by plain gradient descent a weight moves by rate · gradient. */
function gradientsOfUpdate(trainer: Trainer, batch: Batch, rate: number): Record<NetworkName, number[]> {
  const before = [...trainer.discriminator.trainable, ...trainer.generator.trainable].map(valuesOf);
  tf.tidy(() => {
    updateDiscriminator(trainer, batch, generate(trainer), false);
  });
  const moved = [...trainer.discriminator.trainable, ...trainer.generator.trainable].map((variable, i) => {
    const from = before[i] as Float32Array;
    return Math.hypot(...valuesOf(variable).map((value, j) => value - (from[j] as number))) / rate;
  });
  const count = trainer.discriminator.trainable.length;
  return { discriminator: moved.slice(0, count), generator: moved.slice(count) };
}

it('records the gradients that the next update would follow', async () => {
  const rate = 0.5;
  const { training, data } = await train('gan', 2, { optimizerD: 'sgd', optimizerG: 'sgd', lrD: rate, lrG: rate });
  const trainer = training.trainer();
  const [batch] = drawBatches(trainer.plan, data, 3);
  const twin = createTwin(trainer, 3);
  tf.tidy(() => recordGradients(twin, batch));
  const recorded = twin.optimizers.discriminator.squares.map((square) => Math.sqrt(valuesOf(square)[0] as number));
  // The same random numbers as the twin's, on the run's own networks, which do move.
  const { discriminator } = gradientsOfUpdate({ ...trainer, streams: openStreams(3, 'inspection.') }, batch, rate);
  expect(recorded).toHaveLength(discriminator.length);
  for (const [i, norm] of recorded.entries()) expect(norm / (discriminator[i] as number)).toBeCloseTo(1, 2);
  expect(twin.optimizers.generator.squares).toHaveLength(trainer.generator.trainable.length);
  disposeTwin(twin);
  training.dispose();
});

it('weighs each layer by all that is trained in it', async () => {
  const { training, look } = await train('gan', 1);
  const { generator } = training.trainer();
  const { layers } = await look();
  const own = generator.weights.filter(({ layer }) => layer === 0);
  const report = layers.generator[0]?.weights;
  expect(report?.norm).toBeCloseTo(Math.hypot(...own.flatMap(({ variable }) => [...valuesOf(variable)])), 3);
  expect(report?.matrix).toEqual(own[0]?.variable.shape);
  // Running statistics of batch normalisation are not trained.
  const norm = layers.generator.find(({ kind }) => kind === 'batchNorm');
  expect(norm?.weights?.count).toBe(2 * (norm?.output.at(-1) ?? 0));
  training.dispose();
});

it('a network that is not trained has no gradient', async () => {
  const { training, look } = await train('sgan', 1, { baseline: true });
  const { layers } = await look();
  const gradients = (name: NetworkName) => layers[name].flatMap(({ weights }) => weights ?? []).map((w) => w.gradient);
  expect(new Set(gradients('generator'))).toEqual(new Set([null]));
  expect(Math.max(...gradients('discriminator').map(Number))).toBeGreaterThan(0);
  training.dispose();
});

it('scores are what the objective reads from D', async () => {
  for (const objective of ['crossEntropy', 'hinge']) {
    const { training, data, look } = await train('gan', 2, { objective });
    const { plan, discriminator } = training.trainer();
    const context = { labels: null, statistics: 'batch', updatesRunning: false, dropout: null } as const;
    const logits = drawBatches(plan, data, 3).flatMap(({ images }) =>
      tf.tidy(() => [...valuesOf(discriminator.forward(tf.tensor(images, [8, 28, 28, 1]), context))]),
    );
    const { real } = (await look()).scores;
    const expected = objective === 'hinge' ? logits : logits.map((logit) => 1 / (1 + Math.exp(-logit)));
    expect(Math.max(...expected.map((score, i) => Math.abs(score - (real[i] as number))))).toBeLessThan(1e-5);
    training.dispose();
  }
});

it.each(['gan', 'cgan', 'wgan', 'dragan', 'sgan'])('slopes of %s agree with finite differences', async (recipe) => {
  // At first SGAN's D is so flat that float32 sees no difference.
  const { training, data } = await train(recipe, recipe === 'sgan' ? 60 : 2);
  const trainer = training.trainer();
  const { plan } = trainer;
  const real = data as LoadedImages;
  const H = 0.004;
  const context = { statistics: 'running', updatesRunning: false, dropout: null } as const;
  tf.tidy(() => {
    const z = tf.zeros([plan.batch, 28, 28, 1]);
    const shown = chooseShown(trainer, real, { x: z, labels: plan.classes > 0 ? tf.zeros([8], 'int32') : null }).real;
    const slopes = valuesOf(slopesAt(trainer, shown));
    const steepest = Array.from(slopes.keys()).sort((a, b) => Math.abs(slopes[b] ?? 0) - Math.abs(slopes[a] ?? 0));
    for (const pixel of steepest.slice(0, 5)) {
      const outputAt = (moved: number) => {
        const x = valuesOf(shown.x);
        x[pixel] = (x[pixel] as number) + moved;
        const at = tf.tensor(x, shown.x.shape);
        return valuesOf(asLogit(plan, trainer.discriminator.forward(at, { ...context, labels: shown.labels })))[
          Math.floor(pixel / sizeOf(shapeOf(plan.examples)))
        ] as number;
      };
      const difference = (outputAt(H) - outputAt(-H)) / (2 * H);
      expect((slopes[pixel] as number) / difference).toBeCloseTo(1, 1);
    }
  });
  training.dispose();
});

it('finds units that are dead and outputs that are saturated', async () => {
  const { training, look } = await train('gan', 0, { width: 0.1 });
  const { generator } = training.trainer();
  const idleOf = async () => (await look()).layers.generator.flatMap(({ idle }) => idle ?? []);
  const before = await idleOf();
  expect(before.map(({ kind }) => kind)).toEqual(['dead', 'dead', 'dead', 'saturated']);
  expect(before[0]?.share).toBeLessThan(0.2);

  const bias = generator.weights[1]?.variable as tf.Variable;
  const half = Math.ceil(bias.size / 2);
  bias.assign(tf.tensor1d(Float32Array.from({ length: bias.size }, (_, i) => (i < half ? -1e4 : 1))));
  const last = generator.weights.at(-1)?.variable as tf.Variable;
  last.assign(tf.fill(last.shape, 20));
  const after = await idleOf();
  expect(after[0]?.share).toBeCloseTo(half / bias.size, 1);
  expect(after[3]?.share).toBe(1);
  training.dispose();
});

it.each([
  [{ lrG: 1 }, ['G']],
  [{}, []],
])('a G whose rate is far too high dies, and that of the preset does not: %o', async (params, dead) => {
  const { training, look } = await train('gan', 60, { width: 0.1, batch: 32, ...params }, 'ring');
  const inspection = await look();
  const none = new Float32Array(0);
  const history = { length: 0, steps: () => new Float64Array(0), column: () => none };
  const run = { scale: null, params: {}, specs: {}, accepts: () => true, scores: [], isNonFinite: false };
  const found = diagnose(history, { ...run, inspection }).filter(({ id }) => id === 'idle');
  expect(found.map(({ details }) => details?.network)).toEqual(dead);
  training.dispose();
});

it('variety is near nothing where G always draws the same', async () => {
  const { training, look } = await train('gan', 2);
  const last = training.trainer().generator.weights.at(-2)?.variable as tf.Variable;
  last.assign(tf.zerosLike(last));
  for (const { share } of (await look()).variety) expect(share).toBeLessThan(1e-6);
  training.dispose();
});

describe('spectrum', () => {
  it('is that of the kernel, and a layer without one, or with too large a one, says so', async () => {
    const { training } = await train('gan', 0);
    const trainer = training.trainer();
    const kernel = trainer.generator.weights[0]?.variable as tf.Variable;
    const [rows, columns] = kernel.shape as [number, number];
    const values = new Float32Array(rows * columns);
    for (let i = 0; i < Math.min(rows, columns); i++) values[i * columns + i] = i === 2 ? -7 : 1;
    kernel.assign(tf.tensor2d(values, [rows, columns]));
    const found = await spectrumOf(trainer, 'generator', 0, backend.guard);
    expect(found).toHaveLength(Math.min(rows, columns));
    expect(found[0]).toBeCloseTo(7, 10);
    expect(found[1]).toBeCloseTo(1, 10);
    // The kernel of a convolution, [5 · 5 · 1, filters].
    const conv = await spectrumOf(trainer, 'discriminator', 0, backend.guard);
    expect(conv.length).toBe(trainer.discriminator.weights[0]?.variable.shape.at(-1));
    await expect(spectrumOf(trainer, 'generator', 1, backend.guard)).rejects.toThrow('spectrum.noKernel');
    training.dispose();

    const wide = await train('gan', 0, { width: 0.6 });
    await expect(spectrumOf(wide.training.trainer(), 'generator', 3, backend.guard)).rejects.toThrow(
      'spectrum.tooLarge',
    );
    wide.training.dispose();
  });
});

describe('while training', () => {
  const engineOf = () => createEngine({ dataBase, fetch: fetchFile });
  // On a clock that goes on at every look, so that a slice of training is a step or two on every machine.
  beforeEach(() => {
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => {
      now += 5;
      return now;
    });
  });
  afterEach(() => vi.restoreAllMocks());

  it('the run is, bit for bit, what it is if nobody looks', async () => {
    const runOf = async (watched: boolean) => {
      const engine = engineOf();
      const session = await openSession(engine);
      const done = session.trainTo(24);
      const seen: number[] = [];
      while (watched && (seen.at(-1) ?? 0) < 24) {
        const { step } = await engine.request('inspect', { run: 1 });
        await engine.request('spectrum', { run: 1, network: 'generator', layer: 1 });
        seen.push(step);
        // On the page each request is a task of its own; here training would never get its turn.
        await new Promise((resolve) => setTimeout(resolve));
      }
      expect(await done).toBeNull();
      const series = ['lossD', 'lossG', 'gradientNorm'] as const;
      const all = { series: series.map((name) => session.series(name)), pixels: session.grid().generated.pixels };
      engine.close();
      return { all, seen };
    };
    const watched = await runOf(true);
    expect(watched.seen.length).toBeGreaterThan(2);
    expect(new Set(watched.seen).size).toBeGreaterThan(2);
    expect(watched.all).toEqual((await runOf(false)).all);
  });

  it('a layer that is not there is refused and the run goes on', async () => {
    const engine = engineOf();
    const session = await openSession(engine);
    await expect(engine.request('spectrum', { run: 1, network: 'generator', layer: 99 })).rejects.toThrow(
      'spectrum.noKernel',
    );
    expect(await session.trainTo(2)).toBeNull();
    engine.close();
  });
});
