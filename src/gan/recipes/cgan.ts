import { choice, toggle } from '../../core/params.ts';
import { combinationOf, combinationParams } from '../combination.ts';
import { commonParams, commonPlan, defineRecipe, samplingParams, scaledBy } from '../recipe.ts';
import { batchNorm, dense, dropout, flatten, labelEmbedding, leakyRelu, reshape, tanh } from '../specs.ts';

/**
 * Conditional GAN, in the popular form with fully connected networks and the least-squares loss. The
 * class enters both networks through a trained embedding that is appended to their input.
 *
 * Mirza and Osindero 2014; the loss is that of Mao et al. 2017 (LSGAN), without the ½ in G's.
 */
export const recipe = defineRecipe({
  id: 'cgan',
  name: 'CGAN',
  family: 'told',
  paper: {
    authors: 'M. Mirza, S. Osindero',
    year: 2014,
    title: 'Conditional Generative Adversarial Nets',
    arxiv: '1411.1784',
  },
  images: {},
  conditional: true,

  params: {
    ...commonParams({ batch: 64 }),
    size: choice('run', { default: '28', options: ['28', '32'] }),
    resize: choice('run', {
      default: 'bilinear',
      options: ['bilinear', 'pad'],
      when: [{ param: 'size', is: ['32'] }],
    }),
    ...combinationParams({ objective: 'leastSquares', optimizer: 'adam', lrG: 2e-4, lrD: 2e-4 }),
    ...samplingParams(),
    // Errata of the popular code, corrected unless switched on.
    bnEpsilon: toggle('errata'),
    sampleTraining: toggle('errata', { applies: 'live' }),
  },

  plan(p, data) {
    const side = Math.max(Number(p.size), data.height);
    const image = { height: side, width: side, channels: data.channels };
    const w = scaledBy(p.width);
    const latent = 100;
    const slope = leakyRelu(0.2);
    // Erratum 1: 0.8 was meant as the momentum and landed in ε; momentum then stays at the default.
    const norm = p.bnEpsilon ? batchNorm(0.8) : batchNorm(1e-5, 0.8);
    const embedding = labelEmbedding(data.classes, data.classes);
    const combination = combinationOf(p, { leastSquares: { generatorWeight: 1 } });
    const common = commonPlan(p);
    return {
      ...common,
      ...combination,
      examples: { kind: 'image', ...image, range: 'symmetric', resize: p.resize },
      latent: { size: latent, distribution: 'normal' },
      classes: data.classes,
      generator: {
        input: [latent],
        init: { kind: 'torch' },
        // biome-ignore format: a block of the network on each line, as in the paper
        layers: [
          embedding,
          dense(w(128)), slope,
          dense(w(256)), norm, slope,
          dense(w(512)), norm, slope,
          dense(w(1024)), norm, slope,
          dense(side * side * data.channels), tanh,
          reshape(side, side, data.channels),
        ],
      },
      discriminator: {
        input: [side, side, data.channels],
        init: { kind: 'torch' },
        // biome-ignore format: a block of the network on each line, as in the paper
        layers: [
          flatten,
          embedding,
          dense(w(512)), slope,
          dense(w(512)), dropout(0.4), slope,
          dense(w(512)), dropout(0.4), slope,
          dense(1),
        ],
      },
      // G first, then D on the same generated batch.
      schedule: { ...combination.schedule, first: 'G', sharedBatch: true },
      // Erratum 2: samples drawn in training mode use their own statistics and disturb the running ones.
      sampling: p.sampleTraining ? { ...common.sampling, statistics: 'batch', disturbsRunning: true } : common.sampling,
      grid: { rows: 10, columns: 10 },
    };
  },
});
