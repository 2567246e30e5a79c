/** Convolutions with fewer multiplications train as those that are computed as they are defined, up to rounding. */
import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { dataSets } from '../../data/sets/index.ts';
import { firstOffer } from '../../gan/offers.ts';
import type { Recipe } from '../../gan/recipe.ts';
import { findRecipe } from '../../gan/recipes/index.ts';
import type { WinogradUse } from '../../simd/backend.ts';
import { start } from '../backends/simd.ts';
import { resolve } from '../run/resolve.ts';
import { createTraining } from '../run/training.ts';
import { loadExamples } from '../testing/examples.ts';

const STEPS = 20;

/** All losses and norms of a training whose networks have channels that four divides. */
async function lossesOf(recipe: string, winograd: WinogradUse, compiling = true): Promise<readonly number[]> {
  const data = firstOffer(findRecipe(recipe) as Recipe, dataSets).id;
  // Adam divides by gradients' own size: one that is next to zero turns round with the last bit, and losses soon part.
  const params = { width: 0.125, batch: 8, optimizerG: 'sgd', optimizerD: 'sgd' };
  const config = { recipe, data, seed: 3, params };
  const backend = await start({ winograd });
  const examples = await loadExamples(data);
  const training = await createTraining({ config, plan: resolve(config).plan, data: examples, backend, compiling });
  while (training.step() < STEPS) training.advance('both');
  const { rows } = await training.readBack();
  training.dispose();
  tf.removeBackend('simd');
  return [...rows.values];
}

// Not LSGAN and DRAGAN: batch statistics, and slopes that jump where an activation changes its sign, part them sooner.
it.each(['gan', 'cgan-conv', 'dcgan', 'wgan-gp'])(
  '%s has the same losses over 20 steps, within 1e-5',
  async (recipe) => {
    const [fewer, defined] = [await lossesOf(recipe, 'measured'), await lossesOf(recipe, 'never')];
    expect(fewer).not.toEqual(defined);
    for (const [i, loss] of fewer.entries()) {
      const wanted = defined[i] as number;
      if (Number.isNaN(wanted)) expect(loss).toBeNaN();
      else expect(Math.abs(loss - wanted) / Math.max(1, Math.abs(wanted)), `${i}: ${wanted}`).toBeLessThan(1e-5);
    }
  },
);

it.each(['gan', 'cgan-conv', 'dragan', 'dcgan', 'lsgan', 'wgan-gp'])(
  '%s has the same bits, compiled or not',
  async (recipe) => {
    expect(await lossesOf(recipe, 'measured', false)).toEqual(await lossesOf(recipe, 'measured'));
  },
);
