/** A step that is compiled is the step that is taken: the same bits, for whatever can be trained. */

import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ParamValues } from '../../core/params.ts';
import { dataSets } from '../../data/sets/index.ts';
import { objectives } from '../../gan/objectives/index.ts';
import { firstOffer, offersOf } from '../../gan/offers.ts';
import { penalties } from '../../gan/penalties/index.ts';
import type { Recipe } from '../../gan/recipe.ts';
import { recipes } from '../../gan/recipes/index.ts';
import type { StartedBackend } from '../backends/backend.ts';
import { start } from '../backends/simd.ts';
import { changePlan, resolve } from '../run/resolve.ts';
import { createTraining, type Training } from '../run/training.ts';
import { loadExamples } from '../testing/examples.ts';
import { stateOf } from './stateOf.ts';
import { canCompile } from './stepper.ts';

let backend: StartedBackend;

beforeAll(async () => {
  backend = await start();
  await canCompile();
});
afterAll(() => tf.removeBackend('simd'));

const STEPS = 20;
const SMALL: ParamValues = { width: 0.03, batch: 4 };

const configOf = (recipe: string, data: string, params: ParamValues) => ({
  recipe,
  data,
  seed: 3,
  params: { ...SMALL, ...params },
});

async function open(recipe: string, data: string, params: ParamValues, compiling: boolean) {
  const config = configOf(recipe, data, params);
  return createTraining({ config, plan: resolve(config).plan, data: await loadExamples(data), backend, compiling });
}

/** All that a training has measured since the last time, and its whole state. */
async function seen(training: Training) {
  const { rows, bad } = await training.readBack();
  expect(bad).toBeNull();
  const state = stateOf(training.trainer()).map(({ name, tensor }) => [name, [...tensor.dataSync()]]);
  return { values: [...rows.values], state };
}

function train(training: Training, to: number): void {
  while (training.step() < to) training.advance('both');
}

async function expectSame(recipe: string, data: string, params: ParamValues, steps: number): Promise<void> {
  const eager = await open(recipe, data, params, false);
  train(eager, steps);
  const expected = await seen(eager);
  eager.dispose();
  const compiled = await open(recipe, data, params, true);
  train(compiled, steps);
  expect(compiled.mode(), JSON.stringify(params)).toMatchObject({ kind: 'compiled' });
  expect(await seen(compiled), JSON.stringify(params)).toEqual(expected);
  compiled.dispose();
}

it.each(recipes.flatMap((recipe) => offersOf(recipe, dataSets).map((set) => [recipe.id, set.id] as const)))(
  '%s on %s, over %i steps',
  (id, set) => expectSame(id, set, {}, STEPS),
);

it.each([
  ['dragan', { width: 0.3, batch: 12 }],
  ['cgan', { width: 0.5, batch: 64 }],
  ['cgan-conv', { width: 0.5, batch: 16 }],
])('%s, as large as jobs are shared among threads and chained', (id, size) =>
  expectSame(id, firstOffer(recipes.find((recipe) => recipe.id === id) as Recipe, dataSets).id, size, 4),
);

describe.each(recipes.map((recipe) => [recipe.id, recipe] as const))('%s', (id, recipe) => {
  it('in every position', async () => {
    const set = firstOffer(recipe, dataSets).id;
    for (const [name, spec] of Object.entries(recipe.paramsOn('image'))) {
      if (spec.kind !== 'switch' && (spec.kind !== 'choice' || ['objective', 'penalty'].includes(name))) continue;
      for (const value of spec.kind === 'switch' ? [true, false] : spec.options)
        if (value !== spec.default) await expectSame(id, set, { [name]: value }, 5);
    }
  });
});

it.each(
  objectives.flatMap(({ kind, needsHold }) =>
    [...penalties.map((penalty) => penalty.kind), 'clip', ...(needsHold ? [] : ['none'])].map(
      (penalty) => [kind, penalty] as const,
    ),
  ),
)('%s held by %s', async (objective, penalty) => {
  for (const [recipe, data] of [
    ['gan', 'ring'],
    ['cgan', 'mnist'],
  ] as const)
    await expectSame(recipe, data, { objective, penalty }, 6);
});

it('goes on with what is turned meanwhile, with either network alone, and from a state that was kept', async () => {
  const results = [];
  for (const compiling of [false, true]) {
    const config = configOf('dragan', 'mnist', {});
    const training = await open('dragan', 'mnist', {}, compiling);
    train(training, 8);
    await training.keepSnapshot();
    training.setPlan(changePlan(resolve(config), config.params, { lrD: 1e-5, kD: 2, lambda: 1 }).plan);
    train(training, 14);
    for (const part of ['G', 'D', 'G', 'D', 'G', 'D'] as const) training.advance(part);
    const turned = await seen(training);
    training.restore(backend);
    train(training, 16);
    results.push({ turned, restored: await seen(training) });
    training.dispose();
  }
  expect(results[1]).toEqual(results[0]);
});

it('writes each kind of step down once, whatever the other kinds leave where', async () => {
  const training = await open('cgan', 'mnist', {}, true);
  train(training, 22);
  const modes = new Set<string>();
  while (training.step() < 44) {
    training.advance('both');
    modes.add(training.mode().kind);
  }
  expect([...modes]).toEqual(['compiled']);
  training.dispose();
});

it('leaves no tensor behind, and gives back its memory', async () => {
  const { linear } = tf.backend() as unknown as { linear: { used: number } };
  const open1 = async () => {
    const training = await open('cgan-conv', 'mnist', {}, true);
    train(training, 12);
    await training.readBack();
    training.dispose();
  };
  await open1();
  const before = { tensors: tf.memory().numTensors, bytes: linear.used };
  await open1();
  expect({ tensors: tf.memory().numTensors, bytes: linear.used }).toEqual(before);
});
