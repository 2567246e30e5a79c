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
  sigmoid,
} from '../specs.ts';

/**
 * Wasserstein GAN whose critic is kept to slope 1 by a penalty, λ · E(‖∇D(x̂)‖ − 1)² between real and generated
 * examples, instead of clipped weights. No batch normalisation in the critic: the penalty is about single examples.
 *
 * Gulrajani et al. 2017, algorithm 1; 5×5 kernels and images in [0, 1] as in the authors' code for MNIST.
 */
export const recipe = defineRecipe({
  id: 'wgan-gp',
  name: 'WGAN-GP',
  family: 'held',
  paper: {
    authors: 'I. Gulrajani, F. Ahmed, M. Arjovsky, V. Dumoulin, A. Courville',
    year: 2017,
    title: 'Improved Training of Wasserstein GANs',
    arxiv: '1704.00028',
  },
  images: { sidesDivisibleBy: 4 },
  conditional: false,

  params: {
    ...commonParams({ batch: 64 }),
    ...combinationParams({
      objective: 'wasserstein',
      penalty: 'wganGp',
      lambda: 10,
      optimizer: 'adam',
      lrG: 1e-4,
      lrD: 1e-4,
      beta1: 0,
      beta2: 0.9,
      kD: 5,
    }),
    dNorm: normParam('none'),
    ...samplingParams(),
  },

  plan(p, data) {
    const w = scaledBy(p.width);
    const latent = 128;
    // Two strides of 2 on the way.
    const [rows, columns] = [data.height / 4, data.width / 4];
    const norm = normalisation(p.dNorm);
    const slope = leakyRelu(0.2);
    return {
      ...commonPlan(p),
      ...combinationOf(p),
      examples: imageOf(data, 'unit'),
      latent: { size: latent, distribution: 'normal' },
      generator: {
        input: [latent],
        init: { kind: 'torch' },
        // biome-ignore format: a block of the network on each line
        layers: [
          dense(rows * columns * w(128)), reshape(rows, columns, w(128)), batchNorm(), relu,
          convTranspose(w(64), 5, 2), batchNorm(), relu,
          convTranspose(data.channels, 5, 2), sigmoid,
        ],
      },
      discriminator: {
        input: [data.height, data.width, data.channels],
        init: { kind: 'torch' },
        // biome-ignore format: a block of the network on each line
        layers: [
          conv(w(64), 5, 2), slope,
          conv(w(128), 5, 2), ...norm, slope,
          flatten,
          dense(1),
        ],
      },
    };
  },

  plane: {
    // From the authors’ code for their toy data.
    defaults: { batch: PLANE_BATCH, lambda: 0.1, beta1: 0.5 },
    without: ['dNorm', 'statistics'],
    plan: planOnPlane,
  },
});
