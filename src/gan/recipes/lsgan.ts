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
  tanh,
} from '../specs.ts';

/**
 * Least squares GAN: D's outputs are drawn to numbers, so that also examples on the right side of the decision,
 * but far from it, pull G towards the data.
 *
 * Mao et al. 2017, equations 8 and 9. The paper's networks (figure 5) are for 112×112 images; for digits the
 * layers between the first and the last are left out.
 */
export const recipe = defineRecipe({
  id: 'lsgan',
  name: 'LSGAN',
  family: 'losses',
  paper: {
    authors: 'X. Mao, Q. Li, H. Xie, R. Lau, Z. Wang, S. Smolley',
    year: 2017,
    title: 'Least Squares Generative Adversarial Networks',
    arxiv: '1611.04076',
  },
  images: { sidesDivisibleBy: 4 },
  conditional: false,

  params: {
    ...commonParams({ batch: 64 }),
    ...combinationParams({ objective: 'leastSquares', optimizer: 'adam', lrG: 1e-3, lrD: 1e-3 }),
    dNorm: normParam('batch'),
    ...samplingParams(),
    // Erratum of the popular code, corrected unless switched on.
    bnEpsilon: toggle('errata'),
  },

  plan(p, data) {
    const w = scaledBy(p.width);
    const latent = 1024;
    // Two strides of 2 on the way.
    const [rows, columns] = [data.height / 4, data.width / 4];
    // Erratum: 0.8 was meant as the momentum and landed in ε; momentum then stays at the default.
    const norm = p.bnEpsilon ? batchNorm(0.8) : batchNorm(1e-5, 0.8);
    const slope = leakyRelu(0.2);
    return {
      ...commonPlan(p),
      ...combinationOf(p),
      examples: imageOf(data, 'symmetric'),
      latent: { size: latent, distribution: 'uniform' },
      generator: {
        input: [latent],
        init: { kind: 'normal', std: 0.02 },
        // biome-ignore format: a block of the network on each line
        layers: [
          dense(rows * columns * w(128)), reshape(rows, columns, w(128)), norm, relu,
          convTranspose(w(64), 5, 2), norm, relu,
          convTranspose(data.channels, 5, 2), tanh,
        ],
      },
      discriminator: {
        input: [data.height, data.width, data.channels],
        init: { kind: 'normal', std: 0.02 },
        // biome-ignore format: a block of the network on each line
        layers: [
          conv(w(64), 5, 2), slope,
          conv(w(128), 5, 2), ...normalisation(p.dNorm, norm), slope,
          flatten,
          dense(1),
        ],
      },
    };
  },

  plane: {
    defaults: { batch: PLANE_BATCH },
    without: ['dNorm', 'statistics', 'bnEpsilon'],
    plan: planOnPlane,
  },
});
