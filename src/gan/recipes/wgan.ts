import { combinationOf, combinationParams } from '../combination.ts';
import { PLANE_BATCH, planOnPlane } from '../plane.ts';
import { commonParams, commonPlan, defineRecipe, imageOf, normParam, samplingParams, scaledBy } from '../recipe.ts';
import {
  batchNorm,
  conv,
  convTranspose,
  dense,
  flatten,
  leakyRelu,
  normalisation,
  relu,
  reshape,
  tanh,
} from '../specs.ts';

/**
 * Wasserstein GAN: a critic that estimates a distance, trained five times as often as G and kept from growing
 * steep by clipping its weights.
 *
 * Arjovsky, Chintala and Bottou 2017, algorithm 1, with a small DCGAN for digits.
 */
export const recipe = defineRecipe({
  id: 'wgan',
  name: 'WGAN',
  family: 'losses',
  paper: { authors: 'M. Arjovsky, S. Chintala, L. Bottou', year: 2017, title: 'Wasserstein GAN', arxiv: '1701.07875' },
  images: { sidesDivisibleBy: 4 },
  conditional: false,

  params: {
    ...commonParams({ batch: 64 }),
    ...combinationParams({
      objective: 'wasserstein',
      penalty: 'clip',
      optimizer: 'rmsProp',
      lrG: 5e-5,
      lrD: 5e-5,
      kD: 5,
    }),
    dNorm: normParam('batch'),
    ...samplingParams(),
  },

  plan(p, data) {
    const w = scaledBy(p.width);
    const latent = 100;
    // Two strides of 2 on the way.
    const [rows, columns] = [data.height / 4, data.width / 4];
    const slope = leakyRelu(0.2);
    return {
      ...commonPlan(p),
      ...combinationOf(p),
      examples: imageOf(data, 'symmetric'),
      latent: { size: latent, distribution: 'normal' },
      generator: {
        input: [latent],
        init: { kind: 'normal', std: 0.02 },
        // biome-ignore format: a block of the network on each line
        layers: [
          dense(rows * columns * w(128)), reshape(rows, columns, w(128)), batchNorm(), relu,
          convTranspose(w(64), 4, 2), batchNorm(), relu,
          convTranspose(data.channels, 4, 2), tanh,
        ],
      },
      discriminator: {
        input: [data.height, data.width, data.channels],
        init: { kind: 'normal', std: 0.02 },
        // biome-ignore format: a block of the network on each line
        layers: [
          conv(w(64), 4, 2), slope,
          conv(w(128), 4, 2), ...normalisation(p.dNorm), slope,
          flatten,
          dense(1),
        ],
      },
    };
  },

  plane: {
    defaults: { batch: PLANE_BATCH },
    without: ['dNorm', 'statistics'],
    plan: planOnPlane,
  },
});
