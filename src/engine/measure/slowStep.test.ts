/** A step that is looked on at, against one that is not, and what it shows against networks as they were before it. */

import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { dataBase, fetchFile } from '../../../scripts/build/packedData.ts';
import type { StepPart } from '../../core/config.ts';
import type { ParamValues } from '../../core/params.ts';
import { dataSets } from '../../data/sets/index.ts';
import { algorithmOf } from '../../gan/algorithm.ts';
import { copyNetwork } from '../../gan/layers/network.ts';
import { offersOf } from '../../gan/offers.ts';
import { recipes } from '../../gan/recipes/index.ts';
import type { StartedBackend } from '../backends/backend.ts';
import { start } from '../backends/simd.ts';
import { createEngine } from '../engine.ts';
import { resolve } from '../run/resolve.ts';
import { createTraining } from '../run/training.ts';
import { loadExamples } from '../testing/examples.ts';
import { openSession } from '../testing/session.ts';
import { watchStep } from './slowStep.ts';

vi.setConfig({ testTimeout: 60_000 });

const SEED = 3;
const PARTS = ['D', 'G', 'both'] as const satisfies readonly StepPart[];

let backend: StartedBackend;
beforeAll(async () => {
  backend = await start();
});
afterAll(() => tf.removeBackend('simd'));

async function begin(recipe: string, set: string, params: ParamValues = {}) {
  const config = { recipe, data: set, seed: SEED, params: { width: 0.05, batch: 9, ...params } };
  const data = await loadExamples(set);
  return createTraining({ config, plan: resolve(config).plan, data, backend });
}

type Training = Awaited<ReturnType<typeof begin>>;

/** Takes a step slowly. */
async function slowly(training: Training, part: StepPart) {
  const slow = watchStep(training.trainer());
  training.advance(part, slow.watch);
  try {
    return await slow.read(training.step(), part, backend.guard);
  } finally {
    slow.dispose();
  }
}

/** Everything that the next steps depend on, and what was measured. */
async function allOf(training: Training) {
  const { rows } = await training.readBack();
  const { generator, average, discriminator, streams, optimizers } = training.trainer();
  const weights = [generator, average, discriminator].flatMap(({ weights }) =>
    weights.map(({ variable }) => variable.dataSync().slice()),
  );
  const slots = Object.values(optimizers).flatMap(({ slots }) =>
    slots.map(({ variable }) => variable.dataSync().slice()),
  );
  return { rows, weights, slots, streams: Object.values(streams).map((stream) => stream.state()) };
}

/** All trained weights of a network in one row. */
const weightsOf = ({ trainable }: { readonly trainable: readonly tf.Variable[] }) =>
  trainable.flatMap((variable) => [...variable.dataSync()]);

const normOf = (values: readonly number[]) => Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0));

/** Each recipe on its first set of images, and of points. */
const cases = recipes.flatMap((recipe) => {
  const sets = offersOf(recipe, dataSets);
  const firsts = ['image', 'points'].flatMap((kind) => sets.find((set) => set.kind === kind) ?? []);
  return firsts.map((set) => [recipe.id, set.id] as const);
});

describe.each(cases)('a slow step of %s on %s', (recipe, set) => {
  it('is the step that is taken when nobody looks, and shows what its lines name', async () => {
    const watched = await begin(recipe, set);
    const silent = await begin(recipe, set);
    const tensors = tf.memory().numTensors;
    for (const [i, part] of PARTS.entries()) {
      const trace = await slowly(watched, part);
      silent.advance(part);
      expect([trace.step, trace.part]).toEqual([i + 1, part]);
      const blocks = algorithmOf(watched.trainer().plan, part);
      const rounds = blocks.flatMap((block) => Array.from({ length: block.times }, () => block));
      expect(trace.updates.map(({ network }) => network)).toEqual(rounds.map(({ network }) => network));
      for (const [at, update] of trace.updates.entries()) {
        const acts = (rounds[at] as (typeof rounds)[number]).lines.map(({ act }) => act);
        // What a line names there is to be seen.
        if (acts.includes('real')) expect(update.real?.count).toBeGreaterThan(0);
        if (acts.includes('labelled')) expect(update.labelled?.count).toBeGreaterThan(0);
        expect(update.latent !== null).toBe(acts.includes('latent'));
        if (acts.includes('score')) expect(update.scores.fake).toHaveLength(9);
        expect(update.penalised !== null).toBe(acts.includes('penalty'));
        expect(update.weights.clipped !== null).toBe(acts.includes('clip'));
        expect(update.weights.move).toBeGreaterThan(0);
        expect(update.measured[update.network === 'D' ? 'lossD' : 'lossG']).toSatisfy(Number.isFinite);
      }
    }
    // Each keeps what was measured of three steps until it is read; the other is another run.
    expect(tf.memory().numTensors).toBe(tensors + 2 * PARTS.length);
    expect(await allOf(watched)).toEqual(await allOf(silent));
    watched.dispose();
    silent.dispose();
  });
});

describe('what is shown', () => {
  it('is what the networks make of this z and these points, as they were before', async () => {
    const training = await begin('wgan-gp', 'ring');
    const { generator, discriminator } = training.trainer();
    const before = { g: copyNetwork(generator), d: copyNetwork(discriminator) };
    const context = { labels: null, statistics: 'batch', updatesRunning: false, dropout: null } as const;
    const { updates } = await slowly(training, 'D');
    const [first] = updates;
    if (!first?.latent || first.fake?.kind !== 'points' || first.real?.kind !== 'points' || !first.slopes)
      throw new Error('It has no points.');
    const z = tf.tensor2d(first.latent.values, [8, first.latent.size]);
    const made = before.g.forward(z, context);
    expect([...first.fake.points.slice(0, 16)]).toEqual([...made.dataSync()]);
    const scoreOf = (points: Float32Array) => [...before.d.forward(tf.tensor2d(points, [9, 2]), context).dataSync()];
    for (const [of, points] of [
      ['real', first.real.points],
      ['fake', first.fake.points],
    ] as const)
      for (const [i, score] of scoreOf(points).entries()) expect(first.scores[of]?.[i]).toBeCloseTo(score, 5);
    // Slopes, by differences.
    const h = 1e-2;
    const moved = (by: readonly [number, number]) =>
      scoreOf(
        first.fake?.kind === 'points'
          ? first.fake.points.map((x, i) => x + (by[i % 2] as number))
          : (made.dataSync() as Float32Array),
      );
    for (const axis of [0, 1] as const) {
      const [up, down] = [moved(axis === 0 ? [h, 0] : [0, h]), moved(axis === 0 ? [-h, 0] : [0, -h])];
      for (const [i, high] of up.entries())
        expect(first.slopes[2 * i + axis]).toBeCloseTo((high - (down[i] as number)) / (2 * h), 2);
    }
    for (const network of Object.values(before)) network.dispose();
    training.dispose();
  });

  it('says how far the weights went, as they are found before and after', async () => {
    const training = await begin('wgan', 'ring', { kD: 1 });
    const { generator, discriminator } = training.trainer();
    const before = { D: weightsOf(discriminator), G: weightsOf(generator) };
    const { updates } = await slowly(training, 'both');
    const after = { D: weightsOf(discriminator), G: weightsOf(generator) };
    expect(updates.map(({ network }) => network)).toEqual(['D', 'G']);
    for (const { network, weights } of updates) {
      const moves = after[network].map((weight, i) => weight - (before[network][i] as number));
      expect(weights.norm).toBeCloseTo(normOf(before[network]), 3);
      expect(weights.move).toBeCloseTo(normOf(moves), 4);
    }
    const bound = Math.fround(training.trainer().plan.constraint?.bound ?? 0);
    const clipped = after.D.filter((weight) => Math.abs(weight) >= bound).length / after.D.length;
    expect(clipped).toBeGreaterThan(0.1);
    expect(updates[0]?.weights.clipped).toBeCloseTo(clipped, 4);
    training.dispose();
  });

  it('has the pictures of the batch, and the norms that the penalty is made of', async () => {
    const training = await begin('dragan', 'mnist');
    const { updates } = await slowly(training, 'D');
    const [update] = updates;
    const { plan } = training.trainer();
    if (!update?.penalised || !plan.penalty) throw new Error('It has no penalty.');
    const { norms } = update.penalised;
    const distance = norms.reduce((sum, norm) => sum + (norm - plan.gradientNorm.target) ** 2, 0) / norms.length;
    expect(update.measured.penalty).toBeCloseTo(plan.penalty.weight * distance, 3);
    expect(update.measured.gradientNorm).toBeCloseTo(norms.reduce((sum, norm) => sum + norm, 0) / norms.length, 4);
    expect(update.real).toMatchObject({ kind: 'images', count: 8, height: 28, width: 28, channels: 1 });
    expect(update.slopes).toHaveLength(8 * 28 * 28);
    training.dispose();
  });
});

it('an engine that is asked takes the same step, and says what it did', async () => {
  const engine = createEngine({ dataBase, fetch: fetchFile });
  const slow = await openSession(engine, { run: 1, data: 'ring', recipe: 'dragan' });
  const quick = await openSession(engine, { run: 2, data: 'ring', recipe: 'dragan' });
  for (let step = 1; step <= 3; step++) {
    const told = await engine.request('stepSlowly', { runs: [1], part: 'both' });
    const { steps, effects } = await engine.request('step', { runs: [2], part: 'both' });
    expect(told.steps).toEqual(steps);
    expect(told.effects).toEqual(effects);
    expect(told.traces.map((trace) => trace?.step)).toEqual([step]);
  }
  expect(slow.series('lossD')).toEqual(quick.series('lossD'));
  expect(slow.plane().values).toEqual(quick.plane().values);
  await expect(engine.request('stepSlowly', { runs: [9], part: 'D' })).rejects.toMatchObject({ code: 'unknown-run' });
  engine.close();
});
