import { combinationOf, combinationParams } from '../combination.ts';
import { commonParams, commonPlan, defineRecipe, imageOf, scaledBy } from '../recipe.ts';
import { dense, dropout, flatten, labelBranch, maxout, relu, reshape, sigmoid } from '../specs.ts';

/**
 * The conditional GAN as it was published: image or noise on one side, class on the other, each through a layer
 * of its own, then joined. Maxout in D, dropout in both, gradient descent with a falling rate.
 *
 * Mirza and Osindero 2014, section 4.1. Where momentum ends its rise is not said there; here as in the pylearn2
 * settings of the first GAN, after 250 epochs.
 */
export const recipe = defineRecipe({
  id: 'cgan-paper',
  name: 'CGAN 2014',
  family: 'told',
  paper: {
    authors: 'M. Mirza, S. Osindero',
    year: 2014,
    title: 'Conditional Generative Adversarial Nets',
    arxiv: '1411.1784',
  },
  // Grey digits, as in the paper.
  images: { channels: [1] },
  conditional: true,

  params: {
    ...commonParams({ batch: 100 }),
    ...combinationParams({ objective: 'crossEntropy', optimizer: 'sgd', lrG: 0.1, lrD: 0.1, momentum: 0.5 }),
  },

  plan(p, data) {
    const w = scaledBy(p.width);
    const latent = 100;
    const pixels = data.height * data.width * data.channels;
    const updates = 250 * 600;
    return {
      ...commonPlan(p),
      ...combinationOf(p, {
        sgd: { decay: 1.00004, floor: 1e-6, momentum: { from: p.momentum, to: 0.7, over: updates } },
      }),
      examples: imageOf(data, 'unit'),
      latent: { size: latent, distribution: 'unitUniform' },
      classes: data.classes,
      generator: {
        input: [latent],
        init: { kind: 'torch' },
        // biome-ignore format: a block of the network on each line
        layers: [
          dense(w(200)), relu, labelBranch(data.classes, dense(w(1000)), relu), dropout(0.5),
          dense(w(1200)), relu, dropout(0.5),
          dense(pixels), sigmoid,
          reshape(data.height, data.width, data.channels),
        ],
      },
      discriminator: {
        input: [data.height, data.width, data.channels],
        init: { kind: 'torch' },
        // biome-ignore format: a block of the network on each line
        layers: [
          flatten,
          maxout(w(240), 5), labelBranch(data.classes, maxout(w(50), 5)), dropout(0.5),
          maxout(w(240), 4), dropout(0.5),
          dense(1),
        ],
      },
      grid: { rows: 10, columns: 10 },
    };
  },
});
