/** What a step says that it did, against the updates themselves; and a run that is asked, against one that is not. */

import * as tf from '@tensorflow/tfjs-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { dataBase, fetchFile } from '../../../scripts/build/packedData.ts';
import type { StepPart } from '../../core/config.ts';
import type { ParamValues } from '../../core/params.ts';
import { dataSets } from '../../data/sets/index.ts';
import { adversarialLossOf } from '../../gan/losses/adversarial.ts';
import { offersOf } from '../../gan/offers.ts';
import type { Plan } from '../../gan/plan.ts';
import { recipes } from '../../gan/recipes/index.ts';
import type { PlaygroundEngine } from '../../protocol/index.ts';
import type { StartedBackend } from '../backends/backend.ts';
import { start } from '../backends/simd.ts';
import { createEngine } from '../engine.ts';
import { resolve } from '../run/resolve.ts';
import { createTraining } from '../run/training.ts';
import { generate, updateDiscriminator } from '../step/updates.ts';
import { loadExamples } from '../testing/examples.ts';
import { openSession } from '../testing/session.ts';
import { createEffects, movesOf } from './effect.ts';
import { drawBatches } from './inspection/inspect.ts';
import { createTwin, disposeTwin } from './inspection/twin.ts';

vi.setConfig({ testTimeout: 60_000 });

const SEED = 3;
const PARTS = ['D', 'G', 'both'] as const satisfies readonly StepPart[];
/** Masks are drawn anew for every pass of an update, so its losses are not those of the networks as they are. */
const drops = ({ generator, discriminator }: Plan): boolean =>
  JSON.stringify([generator, discriminator]).includes('"dropout"');

let backend: StartedBackend;
beforeAll(async () => {
  backend = await start();
});
afterAll(() => tf.removeBackend('simd'));

async function begin(recipe: string, set: string, params: ParamValues = {}) {
  const config = { recipe, data: set, seed: SEED, params: { width: 0.05, batch: 8, ...params } };
  const data = await loadExamples(set);
  const training = createTraining({ config, plan: resolve(config).plan, data, backend });
  const effects = createEffects(training, data, SEED);
  return {
    training,
    effects,
    effect: (part: StepPart) => effects.of(part, 'all', () => training.advance(part)),
    batch: async () => drawBatches(training.trainer().plan, data, SEED, training.school?.pool)[0],
  };
}

type Begun = Awaited<ReturnType<typeof begin>>;

/** Everything that the next steps depend on, and what was measured. */
async function allOf({ training }: Begun) {
  const { rows } = await training.readBack();
  const { generator, average, discriminator, streams } = training.trainer();
  const weights = [generator, average, discriminator].flatMap(({ weights }) =>
    weights.map(({ variable }) => variable.dataSync().slice()),
  );
  return { rows, weights, streams: Object.values(streams).map((stream) => stream.state()) };
}

/** What D's own update finds on the batch, and what G would lose, without moving anything. */
async function byUpdates({ training, batch }: Begun) {
  const examples = await batch();
  const trainer = training.trainer();
  const twin = createTwin(trainer, SEED);
  const scalars = tf.tidy(() => {
    const fake = generate(twin, examples.labels);
    const context = { labels: fake.labels, statistics: 'batch', updatesRunning: false, dropout: null } as const;
    const lossG = adversarialLossOf(twin.plan).generator(twin.discriminator.forward(fake.images, context), null);
    // Last: it may clip the twin's weights.
    const { lossD, scoreReal, scoreFake } = updateDiscriminator(twin, examples, fake, false);
    return [lossD, lossG, scoreReal, scoreFake].map((scalar) => scalar?.dataSync()[0] as number);
  });
  disposeTwin(twin);
  return scalars;
}

/** Each recipe on its first set of images, and of points. */
const cases = recipes.flatMap((recipe) => {
  const sets = offersOf(recipe, dataSets);
  const firsts = ['image', 'points'].flatMap((kind) => sets.find((set) => set.kind === kind) ?? []);
  return firsts.map((set) => [recipe.id, set.id] as const);
});

describe.each(cases)('a step of %s on %s', (recipe, set) => {
  it('says what it did, and the run is as if nobody had asked', async () => {
    const asked = await begin(recipe, set);
    const silent = await begin(recipe, set);
    let last = null;
    const tensors = tf.memory().numTensors;
    for (const [i, part] of PARTS.entries()) {
      const byHand = drops(asked.training.trainer().plan) ? null : await byUpdates(asked);
      // Where one step ends the next begins: as it was found then, or looked at again.
      if (part === 'both') asked.effects.forget();
      const effect = await asked.effect(part);
      silent.training.advance(part);
      expect([effect.step, effect.part]).toEqual([i + 1, part]);
      const { lossD, lossG, scoreReal, scoreFake } = effect.before;
      const before = [lossD, lossG, scoreReal, scoreFake] as number[];
      for (const value of before) expect(value).toSatisfy(Number.isFinite);
      for (const [at, value] of byHand?.entries() ?? []) expect(before[at]).toBeCloseTo(value, 4);
      if (last) expect(effect.before).toEqual(last.after);
      if (last?.shown) expect(effect.shown?.before).toBe(last.shown.after);
      expect(effect.after.lossD).not.toBe(lossD);
      if (part === 'G') expect(effect.after.scoreReal).toBe(scoreReal);
      const { count = 0, rose = 0, fell = 0 } = effect.shown ?? {};
      expect(count).toBeGreaterThanOrEqual(16);
      expect(rose + fell).toBeGreaterThan(0);
      expect(rose + fell).toBeLessThanOrEqual(count);
      last = effect;
    }
    // Each keeps what was measured of three steps until it is read.
    expect(tf.memory().numTensors).toBe(tensors + 2 * PARTS.length);
    expect(await allOf(asked)).toEqual(await allOf(silent));
    asked.training.dispose();
    silent.training.dispose();
  });
});

it('G that is to match features, and D that learns classes alone, have their own losses', async () => {
  const matching = await begin('sgan', 'mnist', { matching: 1, adversarial: false });
  const { before } = await matching.effect('both');
  expect(before.lossG).toBeGreaterThan(0);
  matching.training.dispose();

  const baseline = await begin('sgan', 'mnist', { baseline: true });
  const { before: alone, after, shown } = await baseline.effect('both');
  expect(alone).toEqual({ lossD: alone.lossD, lossG: null, scoreReal: null, scoreFake: null });
  expect(after.lossD).not.toBe(alone.lossD);
  expect(shown).toBeNull();
  baseline.training.dispose();
});

it('scores that rise and fall are counted, and the largest move has its sign', () => {
  const moves = movesOf(Float32Array.of(0.5, 0.5, 0.5, 0.5), Float32Array.of(0.75, 0.5, 0, 0.25));
  expect(moves).toEqual({ count: 4, before: 0.5, after: 0.375, rose: 1, fell: 2, largest: -0.5 });
  expect(movesOf(new Float32Array(), new Float32Array())).toBeNull();
});

describe('runs of an engine', () => {
  let engine: PlaygroundEngine;
  beforeEach(() => {
    engine = createEngine({ dataBase, fetch: fetchFile });
  });
  afterEach(() => engine.close());

  it('stepped one by one it is what it is when it trains, and each step says what it did', async () => {
    const stepped = await openSession(engine, { run: 1, data: 'ring', recipe: 'dragan' });
    const trained = await openSession(engine, { run: 2, data: 'ring', recipe: 'dragan' });
    for (let step = 1; step <= 4; step++) {
      const { steps, effects } = await engine.request('step', { runs: [1], part: 'both' });
      expect(steps).toEqual([step]);
      expect(effects.map((effect) => effect?.step)).toEqual([step]);
    }
    await trained.trainTo(4);
    for (const name of ['lossD', 'lossG', 'gradientNorm'] as const)
      expect(stepped.series(name)).toEqual(trained.series(name));
    expect(stepped.plane().values).toEqual(trained.plane().values);
  });

  it('of a group each has its own, and one that is ahead none', async () => {
    for (const [i, recipe] of ['gan', 'wgan-gp'].entries())
      await openSession(engine, { run: i + 1, data: 'ring', recipe });
    await engine.request('step', { runs: [2], part: 'D' });
    const uneven = await engine.request('step', { runs: [1, 2], part: 'D' });
    expect(uneven.steps).toEqual([1, 1]);
    expect(uneven.effects.map((effect) => effect?.step ?? null)).toEqual([1, null]);
    const { effects } = await engine.request('step', { runs: [1, 2], part: 'G' });
    expect(effects.map((effect) => [effect?.step, effect?.part])).toEqual([
      [2, 'G'],
      [2, 'G'],
    ]);
    expect(effects[0]?.before).not.toEqual(effects[1]?.before);
  });
});
