import { toggle } from '../../core/params.ts';
import { combinationOf, combinationParams } from '../combination.ts';
import { commonParams, commonPlan, defineRecipe, imageOf, normParam, samplingParams, scaledBy } from '../recipe.ts';
import { batchNorm, conv, convTranspose, dense, flatten, leakyRelu, normalisation, reshape, tanh } from '../specs.ts';

/**
 * Deep convolutional GAN: strided convolutions instead of pooling, and batch normalisation everywhere but at G's
 * output and D's input. Here with one-sided label smoothing, on coloured 32×32 images.
 *
 * Radford, Metz and Chintala 2015, section 3; smoothing after Salimans et al. 2016, section 3.4.
 */
export const recipe = defineRecipe({
  id: 'dcgan',
  name: 'DCGAN',
  family: 'basics',
  paper: {
    authors: 'A. Radford, L. Metz, S. Chintala',
    year: 2015,
    title: 'Unsupervised Representation Learning with Deep Convolutional Generative Adversarial Networks',
    arxiv: '1511.06434',
  },
  // Three strides of 2: sides must be divisible by 8, which MNIST's 28 is not.
  images: { sidesDivisibleBy: 8 },
  prefers: 'colour-digits',
  conditional: false,

  params: {
    ...commonParams({ batch: 128 }),
    ...combinationParams({ objective: 'crossEntropy', smoothing: 0.1, optimizer: 'adam', lrG: 2e-4, lrD: 2e-4 }),
    dNorm: normParam('batch'),
    ...samplingParams(),
    // Errata of the popular code, corrected unless switched on.
    splitByPosition: toggle('errata', { applies: 'live' }),
    stretch: toggle('errata', { applies: 'live' }),
  },

  plan(p, data) {
    const w = scaledBy(p.width);
    const latent = 100;
    const [rows, columns] = [data.height / 8, data.width / 8];
    const norm = batchNorm(1e-3, 0.99);
    const normD = normalisation(p.dNorm, norm);
    const slope = leakyRelu(0.2);
    const common = commonPlan(p);
    return {
      ...common,
      ...combinationOf(p),
      examples: imageOf(data, 'symmetric'),
      // Erratum 1: the test set is split in half by position, unshuffled. The half that is held out trains nothing; it is
      // what the samples are compared with.
      heldOut: p.splitByPosition ? 'position' : 'shuffled',
      latent: { size: latent, distribution: 'uniform' },
      generator: {
        input: [latent],
        init: { kind: 'normal', std: 0.02 },
        // biome-ignore format: a block of the network on each line
        layers: [
          dense(rows * columns * w(512)), reshape(rows, columns, w(512)), norm, slope,
          convTranspose(w(256), 5, 2), norm, slope,
          convTranspose(w(128), 5, 2), norm, slope,
          convTranspose(data.channels, 5, 2), tanh,
        ],
      },
      discriminator: {
        input: [data.height, data.width, data.channels],
        init: { kind: 'normal', std: 0.02 },
        // biome-ignore format: a block of the network on each line
        layers: [
          conv(w(64), 5, 2), slope,
          conv(w(128), 5, 2), ...normD, slope,
          conv(w(256), 5, 2), ...normD, slope,
          flatten,
          dense(1),
        ],
      },
      // Erratum 2: each sample stretched to its own darkest and brightest value before it is shown.
      sampling: { ...common.sampling, stretch: p.stretch },
      grid: { rows: 6, columns: 12 },
    };
  },
});
