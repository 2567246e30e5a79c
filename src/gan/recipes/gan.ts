import { combinationOf, combinationParams } from '../combination.ts';
import { PLANE_BATCH, planOnPlane } from '../plane.ts';
import { commonParams, commonPlan, defineRecipe, imageOf, samplingParams, scaledBy } from '../recipe.ts';
import { batchNorm, conv, convTranspose, dense, flatten, leakyRelu, maxPool, relu, reshape, tanh } from '../specs.ts';

/**
 * The generative adversarial network, as a small convolutional net for digits.
 *
 * Goodfellow et al. 2014, algorithm 1, with G's non-saturating loss of section 3. The paper's own networks were
 * fully connected; these are the ones that courses teach it with. Batch normalisation stands behind the activation.
 */
export const recipe = defineRecipe({
  id: 'gan',
  name: 'GAN',
  family: 'basics',
  paper: { authors: 'I. Goodfellow et al.', year: 2014, title: 'Generative Adversarial Nets', arxiv: '1406.2661' },
  images: { sidesDivisibleBy: 4 },
  conditional: false,

  params: {
    ...commonParams({ batch: 128 }),
    ...combinationParams({ objective: 'crossEntropy', optimizer: 'adam', lrG: 1e-3, lrD: 1e-3 }),
    ...samplingParams(),
  },

  plan(p, data) {
    const w = scaledBy(p.width);
    const latent = 96;
    // Two strides of 2 on the way.
    const [rows, columns] = [data.height / 4, data.width / 4];
    const slope = leakyRelu(0.01);
    return {
      ...commonPlan(p),
      ...combinationOf(p),
      examples: imageOf(data, 'symmetric'),
      latent: { size: latent, distribution: 'uniform' },
      generator: {
        input: [latent],
        init: { kind: 'torch' },
        // biome-ignore format: a block of the network on each line
        layers: [
          dense(w(1024)), relu, batchNorm(),
          dense(rows * columns * w(128)), relu, batchNorm(),
          reshape(rows, columns, w(128)),
          convTranspose(w(64), 4, 2), relu, batchNorm(),
          convTranspose(data.channels, 4, 2), tanh,
        ],
      },
      discriminator: {
        input: [data.height, data.width, data.channels],
        init: { kind: 'torch' },
        // biome-ignore format: a block of the network on each line
        layers: [
          conv(w(32), 5, 1, 'valid'), slope, maxPool(2),
          conv(w(64), 5, 1, 'valid'), slope, maxPool(2),
          flatten,
          dense(w(1024)), slope,
          dense(1),
        ],
      },
      grid: { rows: 4, columns: 4 },
    };
  },

  plane: {
    defaults: { batch: PLANE_BATCH },
    without: ['statistics'],
    plan: planOnPlane,
  },
});
