/** What each shipped model is trained with, where that is not what its recipe says, and why. */
import type { RunConfig } from '../../../src/core/config.ts';
import { defaultsOf, type ParamValues } from '../../../src/core/params.ts';
import { dataSets } from '../../../src/data/sets/index.ts';
import { firstOffer } from '../../../src/gan/offers.ts';
import { recipes } from '../../../src/gan/recipes/index.ts';

export interface ModelSettings {
  readonly steps: number;
  /** Where they differ from the recipe's own. */
  readonly params: ParamValues;
  /** Layers of G in place of the recipe's own, as in a link. */
  readonly generator?: string;
  /** The same for D. */
  readonly discriminator?: string;
  readonly why: string;
}

/** One seed for all: nobody chose among runs. */
const SEED = 1;

/** Drawn with the moving average, which is steadier than any single step of a narrow network. */
const AVERAGED = { weights: 'average', averageDecay: 0.995 } as const;

/** By the recipe's id; a test names one that is missing. */
export const settings: Readonly<Record<string, ModelSettings>> = {
  'cgan-conv': {
    steps: 2500,
    params: { width: 0.375, averageDecay: 0.995 },
    // As wide as the recipe's, with a third convolution in place of most of the dense layer: a D as narrow as G lets
    // every z become the same digit.
    discriminator: 'conv32k4s2.lrelu0.2.conv64k4s2.lrelu0.2.conv64k4s2.lrelu0.2.flatten.dense64.lrelu0.2.proj10',
    why: 'The first that a visitor fetches, so a small file: a narrow G; D is as wide as the recipe’s, with a third convolution in place of most of its dense layer.',
  },
  gan: {
    steps: 1500,
    params: { ...AVERAGED, width: 0.1875, batch: 32 },
    why: 'Nearly all weights are in the dense layers, which grow with the square of the width.',
  },
  dragan: {
    steps: 1500,
    params: { ...AVERAGED, width: 0.1875, batch: 32 },
    why: 'Two large dense layers, and a second derivative in each update of D.',
  },
  sgan: {
    steps: 1200,
    params: { ...AVERAGED, width: 0.5, examineEvery: 400 },
    why: 'Narrower for time.',
  },
  lsgan: {
    steps: 1500,
    params: { ...AVERAGED, width: 0.25, batch: 32 },
    generator: 'dense64.dense1568.reshape7x7x32.bn-mom0.8.relu.convT16k5s2.bn-mom0.8.relu.convT1k5s2.tanh',
    why: 'From 1,024 latent numbers the first layer alone would be 3 MB: here they pass through 64 on the way.',
  },
  dcgan: {
    steps: 1000,
    params: { ...AVERAGED, width: 0.1875, batch: 32, lrG: 5e-4, lrD: 5e-4 },
    why: 'The heaviest step of all. Rates are higher, so that fewer steps do.',
  },
  cgan: {
    steps: 4000,
    params: { ...AVERAGED, width: 0.25, lrG: 5e-4, lrD: 5e-4 },
    why: 'Fully connected layers make large files. The popular code takes 187,000 steps; rates are higher here.',
  },
  wgan: {
    steps: 800,
    params: { ...AVERAGED, width: 0.25, batch: 32, lrG: 3e-4, lrD: 3e-4 },
    why: 'Five updates of the critic a step. Rates are higher, so that fewer steps do.',
  },
  'wgan-gp': {
    steps: 700,
    params: { ...AVERAGED, width: 0.25, batch: 32, lrG: 1e-3, lrD: 1e-3, kD: 3 },
    why: 'Each update of the critic has a second derivative. Rates are higher, so that fewer steps do.',
  },
  'cgan-paper': {
    steps: 4000,
    params: { ...AVERAGED, width: 0.1875 },
    why: 'Maxout has five candidates for each unit. The paper’s gradient descent is slow: after so few steps most classes are still the same blur. With Adam they were one blur altogether.',
  },
};

export interface ModelPlan extends ModelSettings {
  readonly config: RunConfig;
}

/** @throws Error if nothing is said about the recipe, or there is none of that id */
export function modelOf(id: string): ModelPlan {
  const recipe = recipes.find((one) => one.id === id);
  const chosen = settings[id];
  if (!recipe || !chosen) throw new Error(`settings.ts has no model for ${id}.`);
  const data = firstOffer(recipe, dataSets);
  const params = { ...defaultsOf(recipe.paramsOn(data.kind)), ...chosen.params };
  const { generator, discriminator } = chosen;
  return {
    ...chosen,
    config: {
      recipe: id,
      data: data.id,
      seed: SEED,
      params,
      ...(generator && { generator }),
      ...(discriminator && { discriminator }),
    },
  };
}
