/** Every recipe on every data set it names, as it comes and with its switches thrown. */

import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ParamValues } from '../../core/params.ts';
import { SCALARS } from '../../core/scalars.ts';
import { dataSets } from '../../data/sets/index.ts';
import { objectives } from '../../gan/objectives/index.ts';
import { firstOffer, offersOf } from '../../gan/offers.ts';
import { recipes } from '../../gan/recipes/index.ts';
import type { StartedBackend } from '../backends/backend.ts';
import { start } from '../backends/simd.ts';
import { inspect } from '../measure/inspection/inspect.ts';
import { changePlan, resolve } from '../run/resolve.ts';
import { createTraining } from '../run/training.ts';
import { loadExamples } from '../testing/examples.ts';
import { drawView } from '../view/draw.ts';

let backend: StartedBackend;

beforeAll(async () => {
  backend = await start();
});
afterAll(() => tf.removeBackend('simd'));

const SMALL: ParamValues = { width: 0.03, batch: 4 };

async function open(recipe: string, data: string, params: ParamValues = {}) {
  const config = { recipe, data, seed: 3, params: { ...SMALL, ...params } };
  const resolved = resolve(config);
  const examples = await loadExamples(data);
  const training = createTraining({ config, plan: resolved.plan, data: examples, backend });
  const trainTo = async (step: number) => {
    while (training.step() < step) training.advance('both');
    const { rows, bad } = await training.readBack();
    expect(bad).toBeNull();
    return rows.values;
  };
  return { training, trainTo, resolved, config, examples };
}

describe.each(recipes.flatMap((recipe) => offersOf(recipe, dataSets).map((set) => [recipe.id, set.id] as const)))(
  '%s on %s',
  (id, set) => {
    it('trains with finite losses and no tensor left over, draws, and goes on exactly from where it was saved', async () => {
      const before = tf.memory().numTensors;
      const { training, trainTo, examples } = await open(id, set);
      await trainTo(4);
      const tensors = tf.memory().numTensors;
      await training.keepSnapshot();
      const first = await trainTo(20);
      expect(tf.memory().numTensors).toBe(tensors);
      const measured = SCALARS.filter((_, i) => Number.isFinite(first[i + 6 * SCALARS.length] as number));
      expect(measured).toEqual(expect.arrayContaining(['lossD', 'lossG', 'scoreReal', 'scoreFake', 'gradientNorm']));

      const view = { seed: 1, classes: 'all', step: 20 } as const;
      const drawn = await drawView(training.trainer(), examples, view, backend.guard);
      if (drawn.kind === 'images') {
        const { generated, real } = drawn;
        expect(generated.pixels).toHaveLength(
          generated.rows * generated.columns * generated.height * generated.width * generated.channels,
        );
        expect([real.height, real.width, real.channels]).toEqual([
          generated.height,
          generated.width,
          generated.channels,
        ]);
      } else {
        expect(drawn.values).toHaveLength(drawn.side * drawn.side);
        expect(drawn.generated).toHaveLength(drawn.real.length);
      }

      training.restore(backend);
      expect(training.step()).toBe(4);
      expect(await trainTo(20)).toEqual(first);
      training.dispose();
      expect(tf.memory().numTensors).toBe(before);
    });
  },
);

describe.each(recipes.map((recipe) => [recipe.id, recipe] as const))('%s', (id, recipe) => {
  const set = firstOffer(recipe, dataSets).id;

  it.each(recipe.points ? [set, 'ring'] : [set])('trains in every position on %s', async (on) => {
    for (const [name, spec] of Object.entries(recipe.paramsOn(on === set ? 'image' : 'points'))) {
      // What the combination offers is compared with PyTorch.
      if (spec.kind !== 'switch' && (spec.kind !== 'choice' || ['objective', 'penalty'].includes(name))) continue;
      for (const value of spec.kind === 'switch' ? [true, false] : spec.options) {
        const { training, trainTo } = await open(id, on, { [name]: value });
        const rows = await trainTo(2);
        expect(rows.some(Number.isFinite), `${name} ${value}`).toBe(true);
        training.dispose();
      }
    }
  });

  it('takes what applies live without losing its optimisers', async () => {
    const { training, trainTo, resolved, config } = await open(id, set);
    await trainTo(3);
    const { optimizers } = training.trainer();
    const changes: ParamValues = { lrD: 1e-5, kD: 2, kG: 2, k: 0.5, penalty: 'wganGp', lambda: 1, smoothing: 0.3 };
    const changed = changePlan(resolved, config.params, changes);
    training.setPlan(changed.plan);
    await trainTo(6);
    expect(training.trainer().optimizers).toBe(optimizers);
    expect(optimizers.discriminator.updates).toBe(3 * resolved.plan.schedule.kD + 3 * 2);
    expect(optimizers.generator.updates).toBe(3 + 3 * 2);
    expect(() => changePlan(resolved, config.params, { objective: 'hinge', optimizerG: 'rmsProp' })).toThrow(
      'param.restart',
    );
    const critic = { ...config, params: { ...config.params, objective: 'wasserstein', penalty: 'clip' } };
    expect(() => changePlan(resolve(critic), critic.params, { penalty: 'none' })).toThrow('sound.unbounded');
    training.dispose();
  });
});

describe.each(objectives.map((objective) => [objective.kind, objective] as const))('%s', (kind, { needsHold }) => {
  const held = needsHold ? { penalty: 'wganGp' } : {};

  it.each([
    ['gan', 'mnist'],
    ['gan', 'ring'],
    ['cgan', 'mnist'],
    ['sgan', 'mnist'],
  ])('trains %s on %s, each network alone too, and can be looked into', async (recipe, set) => {
    const { training, examples } = await open(recipe, set, { objective: kind, ...held });
    for (const part of ['G', 'D', 'both'] as const) training.advance(part);
    const { rows, bad } = await training.readBack();
    expect(bad).toBeNull();
    const measured = (row: number) =>
      SCALARS.filter((_, i) => Number.isFinite(rows.values[row * SCALARS.length + i] as number));
    expect(measured(0)).toEqual(expect.arrayContaining(['lossG', 'scoreFake']));
    expect(measured(1)).toEqual(expect.arrayContaining(['lossD', 'scoreReal', 'scoreFake']));
    const { real, generated } = (await inspect(training, examples, 3)).scores;
    expect([...real, ...generated].every(Number.isFinite)).toBe(true);
    training.dispose();
  });
});

const normalised = recipes.filter(({ params }) => 'statistics' in params);

it.each(normalised.map((recipe) => [recipe.id, firstOffer(recipe, dataSets).id]))(
  '%s on %s draws otherwise with the statistics of the grid',
  async (id, set) => {
    const { training, trainTo, resolved, config, examples } = await open(id, set);
    await trainTo(3);
    const draw = async (statistics: string) => {
      training.setPlan(changePlan(resolved, config.params, { statistics }).plan);
      const view = await drawView(training.trainer(), examples, { seed: 1, classes: 'all', step: 3 }, backend.guard);
      return view.kind === 'images' ? view.generated.pixels : null;
    };
    const [running, ofGrid] = [await draw('running'), await draw('batch')];
    expect(running).not.toBeNull();
    expect(ofGrid).not.toEqual(running);
    expect(await draw('running')).toEqual(running);
    training.dispose();
  },
);
