import { toggle } from '../../core/params.ts';
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
 * Deep Regret Analytic GAN: the cross-entropy GAN with a penalty that keeps D's gradient near k around
 * the real data, λ · E(‖∇ₓD(x + δ)‖ − k)².
 *
 * Kodali, Abernethy, Hays and Kira 2017, section 2.4.
 */
export const recipe = defineRecipe({
  id: 'dragan',
  name: 'DRAGAN',
  family: 'held',
  paper: {
    authors: 'N. Kodali, J. Abernethy, J. Hays, Z. Kira',
    year: 2017,
    title: 'On Convergence and Stability of GANs',
    arxiv: '1705.07215',
  },
  images: { sidesDivisibleBy: 4 },
  conditional: false,

  params: {
    ...commonParams({ batch: 64 }),
    ...combinationParams({
      objective: 'crossEntropy',
      penalty: 'dragan',
      lambda: 10,
      optimizer: 'adam',
      lrG: 1e-3,
      lrD: 1e-3,
    }),
    // The penalty acts on single examples; batch statistics would couple them (erratum 4: `batch`).
    dNorm: normParam('layer'),
    ...samplingParams(),
    // Errata of the popular code, corrected unless switched on.
    columnNorm: toggle('errata', { applies: 'live' }),
    positiveNoise: toggle('errata', { applies: 'live' }),
    mixTest: toggle('errata'),
    penaliseSigmoid: toggle('errata', { applies: 'live' }),
  },

  plan(p, data) {
    const w = scaledBy(p.width);
    const latent = 128;
    // Two strides of 2 on the way.
    const [rows, columns] = [data.height / 4, data.width / 4];
    const norm = normalisation(p.dNorm);
    const slope = leakyRelu(0.2);
    const combination = combinationOf(p);
    return {
      ...commonPlan(p),
      ...combination,
      examples: imageOf(data, 'unit'),
      latent: { size: latent, distribution: 'uniform' },
      generator: {
        input: [latent],
        init: { kind: 'normal', std: 0.02 },
        // biome-ignore format: a block of the network on each line, as in the paper
        layers: [
          dense(w(1024)), batchNorm(), relu,
          dense(rows * columns * w(128)), batchNorm(), relu,
          reshape(rows, columns, w(128)),
          convTranspose(w(64), 4, 2), batchNorm(), relu,
          convTranspose(data.channels, 4, 2), sigmoid,
        ],
      },
      discriminator: {
        input: [data.height, data.width, data.channels],
        init: { kind: 'normal', std: 0.02 },
        // biome-ignore format: a block of the network on each line, as in the paper
        layers: [
          conv(w(64), 4, 2), slope,
          conv(w(128), 4, 2), ...norm, slope,
          flatten,
          dense(w(1024)), ...norm, slope,
          dense(1),
        ],
      },
      gradientNorm: {
        ...combination.gradientNorm,
        // Erratum 2: noise that is only ever positive, and multiplied twice.
        perturbation: p.positiveNoise
          ? { kind: 'positiveUniform', scale: p.noiseScale }
          : combination.gradientNorm.perturbation,
        // Erratum 1: squares summed over the height only.
        over: p.columnNorm ? 'columns' : 'image',
        // Erratum 5: the gradient of the probability instead of the logit.
        of: p.penaliseSigmoid ? 'probability' : 'logit',
      },
      // Erratum 3: training and test digits mixed.
      includeTest: p.mixTest,
    };
  },

  plane: {
    // As heavy as WGAN-GP’s there: at 10 the penalty outweighs the loss, and D stays too plain to trace the roll.
    defaults: { batch: PLANE_BATCH, lambda: 0.1 },
    without: ['dNorm', 'statistics', 'columnNorm', 'mixTest', 'positiveNoise', 'penaliseSigmoid'],
    plan: planOnPlane,
  },
});
