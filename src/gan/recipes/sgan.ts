import { choice, integer, number, toggle } from '../../core/params.ts';
import { combinationOf, combinationParams } from '../combination.ts';
import { commonParams, commonPlan, defineRecipe, imageOf, samplingParams, scaledBy } from '../recipe.ts';
import { batchNorm, conv, convTranspose, dense, dropout, flatten, leakyRelu, relu, reshape, tanh } from '../specs.ts';

/**
 * Semi-supervised GAN: D is also the classifier, with an output for each of the K classes and one for “fake”, and
 * learns the classes from a few labelled examples and the rest from all of them.
 *
 * Odena 2016, section 2; G's feature matching is that of Salimans et al. 2016, sections 3.1 and 5.
 */
export const recipe = defineRecipe({
  id: 'sgan',
  name: 'SGAN',
  family: 'labels',
  paper: {
    authors: 'A. Odena',
    year: 2016,
    title: 'Semi-Supervised Learning with Generative Adversarial Networks',
    arxiv: '1606.01583',
  },
  images: {},
  conditional: false,

  params: {
    ...commonParams({ batch: 32 }),
    labels: choice('labels', { default: '100', options: ['20', '25', '50', '100', '1000', 'all'], prominent: true }),
    baseline: toggle('labels'),
    labelledBatch: integer('labels', { default: 16, min: 1, max: 256, scale: 'log', applies: 'live' }),
    labelledShift: integer('labels', { default: 2, min: 0, max: 6, applies: 'live' }),
    classWeight: number('labels', { default: 1, min: 0, max: 10, applies: 'live' }),
    adversarial: toggle('labels', { default: true, applies: 'live' }),
    matching: number('labels', { default: 0.02, min: 0, max: 10, applies: 'live' }),
    classifierDecay: number('labels', { default: 0.99, min: 0, max: 0.9999, applies: 'live' }),
    examineEvery: integer('labels', { default: 200, min: 1, max: 5000, scale: 'log', applies: 'live' }),
    ...combinationParams({ objective: 'crossEntropy', optimizer: 'adam', lrG: 4e-3, lrD: 4e-3 }),
    ...samplingParams(),
    // Errata of the popular code, corrected unless switched on.
    scaledTwice: toggle('errata'),
    labelsByPosition: toggle('errata', { applies: 'live' }),
    swappedRates: toggle('errata', { applies: 'live' }),
    chosenOnTest: toggle('errata', { applies: 'live' }),
    logOfRounded: toggle('errata', { applies: 'live' }),
    sharedStatistics: toggle('errata', { applies: 'live' }),
  },

  plan(p, data) {
    const w = scaledBy(p.width);
    const latent = 100;
    const slope = leakyRelu(0.2);
    // G grows 1 -> 2 -> 5 -> 12 -> 28: a last kernel of 6, and of 10 where images have 32 rows.
    const lastKernel = Math.max(1, data.height - 22);
    const combination = combinationOf(p);
    const { generator, discriminator } = combination.optimizers;
    return {
      ...commonPlan(p),
      ...combination,
      // Erratum 1: scaled once more than they should be, the real images are almost one flat black.
      examples: { ...imageOf(data, 'symmetric'), scaledTwice: p.scaledTwice },
      latent: { size: latent, distribution: 'uniform' },
      generator: {
        input: [latent],
        init: { kind: 'normal', std: 0.02 },
        // biome-ignore format: a block of the network on each line
        layers: [
          reshape(1, 1, latent),
          convTranspose(w(100), 2, 1, 'valid'), batchNorm(), relu,
          convTranspose(w(64), 3, 2, 'valid'), batchNorm(), relu,
          convTranspose(w(32), 4, 2, 'valid'), batchNorm(), relu,
          convTranspose(data.channels, lastKernel, 2, 'valid'), tanh,
        ],
      },
      discriminator: {
        input: [data.height, data.width, data.channels],
        init: { kind: 'normal', std: 0.02 },
        // biome-ignore format: a block of the network on each line
        layers: [
          conv(w(32), 5, 2), slope, dropout(0.5),
          conv(w(64), 3, 2), batchNorm(), slope,
          conv(w(128), 2, 2), batchNorm(), slope, dropout(0.5),
          conv(w(128), 2, 2), slope,
          flatten, // the features to be matched
          dense(data.classes + 1),
        ],
      },
      // Erratum 3: each optimiser is given the other's rate.
      optimizers: p.swappedRates
        ? {
            generator: { ...generator, rate: discriminator.rate },
            discriminator: { ...discriminator, rate: generator.rate },
          }
        : combination.optimizers,
      supervision: {
        classes: data.classes,
        labels: p.labels === 'all' ? null : Number(p.labels),
        batch: p.labelledBatch,
        shift: p.labelledShift,
        weight: p.classWeight,
        baseline: p.baseline,
        adversarial: p.adversarial,
        matching: p.matching,
        averageDecay: p.classifierDecay,
        examineEvery: p.examineEvery,
        // Erratum 2: the first tenth of each batch is labelled, and each epoch that is another tenth of the data.
        labelled: p.labelsByPosition ? 'position' : 'pool',
        // Erratum 4: the best model is the best on the test set.
        chosenOn: p.chosenOnTest ? 'test' : 'validation',
        // Erratum 5: log(p + ε) after the softmax.
        epsilon: p.logOfRounded ? 1e-8 : 0,
        // Erratum 6: each pass through a network moves its running statistics, also when the other one is trained.
        statisticsMovedBy: p.sharedStatistics ? 'both' : 'owner',
      },
    };
  },
});
