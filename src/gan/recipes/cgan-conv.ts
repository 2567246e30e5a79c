import { combinationOf, combinationParams } from '../combination.ts';
import { commonParams, commonPlan, defineRecipe, imageOf, samplingParams, scaledBy } from '../recipe.ts';
import {
  batchNorm,
  conv,
  convTranspose,
  dense,
  flatten,
  labelEmbedding,
  leakyRelu,
  projection,
  relu,
  reshape,
  tanh,
} from '../specs.ts';

/**
 * A small convolutional conditional GAN, made so that recognisable digits come soonest, stay, and differ from each
 * other. G is told the class by an embedding beside z; D judges whether image and class belong together by
 * projection.
 *
 * What makes it quick and varied, as measured in docs/preset.md:
 * - Both networks learn at the same high rate. With D slower, G draws less variety; with momentum as well, nearly one
 *   image for each class, whatever z says.
 * - Adam without momentum (β₁ = 0): an average of past gradients points to where the opponent was, so that the two
 *   circle each other (Gidel et al. 2019); a short memory for their scale (β₂ = 0.9).
 * - At such rates G's weights circle around good ones. Samples are drawn with their moving average (Yazıcı et al. 2019).
 *
 * Mirza and Osindero 2014, with the networks of Radford et al. 2015 (DCGAN) made small, and D's conditioning of
 * Miyato and Koyama 2018.
 */
export const recipe = defineRecipe({
  id: 'cgan-conv',
  name: 'Conv CGAN',
  family: 'told',
  paper: {
    authors: 'M. Mirza, S. Osindero',
    year: 2014,
    title: 'Conditional Generative Adversarial Nets',
    arxiv: '1411.1784',
  },
  images: { sidesDivisibleBy: 4 },
  conditional: true,

  params: {
    ...commonParams({ batch: 32, weights: 'average' }),
    ...combinationParams({ objective: 'crossEntropy', optimizer: 'adam', lrG: 2e-3, lrD: 2e-3, beta1: 0, beta2: 0.9 }),
    ...samplingParams(),
  },

  plan(p, data) {
    const w = scaledBy(p.width);
    const latent = 64;
    // Two strides of 2 on the way.
    const [rows, columns] = [data.height / 4, data.width / 4];
    const slope = leakyRelu(0.2);
    return {
      ...commonPlan(p),
      ...combinationOf(p),
      examples: imageOf(data, 'symmetric'),
      latent: { size: latent, distribution: 'normal' },
      classes: data.classes,
      generator: {
        input: [latent],
        init: { kind: 'normal', std: 0.02 },
        // biome-ignore format: a block of the network on each line
        layers: [
          labelEmbedding(data.classes, 32),
          dense(rows * columns * w(64)), batchNorm(), relu,
          reshape(rows, columns, w(64)),
          convTranspose(w(32), 4, 2), batchNorm(), relu,
          convTranspose(data.channels, 4, 2), tanh,
        ],
      },
      discriminator: {
        input: [data.height, data.width, data.channels],
        init: { kind: 'normal', std: 0.02 },
        // biome-ignore format: a block of the network on each line
        layers: [
          conv(w(32), 4, 2), slope,
          conv(w(64), 4, 2), slope,
          flatten,
          dense(w(128)), slope,
          projection(data.classes),
        ],
      },
      grid: { rows: 10, columns: 10 },
    };
  },
});
