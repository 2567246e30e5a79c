import type { LayerSpec, NetworkSpec } from '../../core/network.ts';
import { choice, toggle } from '../../core/params.ts';
import {
  commonParams,
  decayRate,
  defineRecipe,
  gradientNormOf,
  gradientNormParams,
  learningRate,
  sampledWeightsOf,
  scaledBy,
} from '../recipe.ts';

/**
 * Conditional GAN, in the popular form with fully connected networks and the least-squares loss. The
 * class enters both networks through a trained embedding that is appended to their input.
 *
 * Mirza and Osindero 2014; the loss is that of Mao et al. 2017 (LSGAN).
 */
export const recipe = defineRecipe({
  id: 'cgan',
  name: 'CGAN',
  paper: {
    authors: 'M. Mirza, S. Osindero',
    year: 2014,
    title: 'Conditional Generative Adversarial Nets',
    arxiv: '1411.1784',
  },
  data: ['mnist'],
  conditional: true,
  penalised: false,

  params: {
    ...commonParams({ batch: 64 }),
    lrG: learningRate(2e-4),
    lrD: learningRate(2e-4),
    beta1: decayRate(0.5),
    beta2: decayRate(0.999),
    ...gradientNormParams(),
    size: choice('run', { default: '28', options: ['28', '32'] }),
    // Errata of the popular code, corrected unless switched on.
    bnEpsilon: toggle('errata'),
    sampleTraining: toggle('errata', { applies: 'live' }),
  },

  plan(p, data) {
    const side = Number(p.size);
    const pixels = side * side * data.channels;
    const w = scaledBy(p.width);
    const latent = 100;

    // Erratum 1: 0.8 was meant as the momentum and landed in ε; momentum then stays at the default.
    const batchNorm: LayerSpec = p.bnEpsilon
      ? { kind: 'batchNorm', epsilon: 0.8, momentum: 0.9 }
      : { kind: 'batchNorm', epsilon: 1e-5, momentum: 0.8 };
    const leakyRelu: LayerSpec = { kind: 'leakyRelu', slope: 0.2 };
    const dropout: LayerSpec = { kind: 'dropout', rate: 0.4 };
    const dense = (units: number): LayerSpec => ({ kind: 'dense', units });
    const embedding: LayerSpec = { kind: 'labelEmbedding', classes: data.classes, size: data.classes };

    const generator: NetworkSpec = {
      input: [latent],
      init: { kind: 'torch' },
      // biome-ignore format: a block of the network on each line, as in the paper
      layers: [
        embedding,
        dense(w(128)), leakyRelu,
        dense(w(256)), batchNorm, leakyRelu,
        dense(w(512)), batchNorm, leakyRelu,
        dense(w(1024)), batchNorm, leakyRelu,
        dense(pixels), { kind: 'tanh' },
        { kind: 'reshape', shape: [side, side, data.channels] },
      ],
    };
    const discriminator: NetworkSpec = {
      input: [side, side, data.channels],
      init: { kind: 'torch' },
      // biome-ignore format: a block of the network on each line, as in the paper
      layers: [
        { kind: 'flatten' },
        embedding,
        dense(w(512)), leakyRelu,
        dense(w(512)), dropout, leakyRelu,
        dense(w(512)), dropout, leakyRelu,
        dense(1),
      ],
    };
    const adam = { kind: 'adam', beta1: p.beta1, beta2: p.beta2, epsilon: 1e-8 } as const;

    return {
      image: { height: side, width: side, channels: data.channels, range: 'symmetric' },
      includeTest: false,
      batch: p.batch,
      latent: { size: latent, distribution: 'normal' },
      classes: data.classes,
      generator,
      discriminator,
      objective: { kind: 'leastSquares' },
      gradientNorm: gradientNormOf(p),
      traceEvery: 10,
      penalty: null,
      optimizers: { generator: { ...adam, rate: p.lrG }, discriminator: { ...adam, rate: p.lrD } },
      // G first, then D on the same generated batch.
      schedule: { first: 'G', sharedBatch: true },
      // Erratum 2: samples drawn in training mode use their own statistics and disturb the running ones.
      sampling: {
        ...sampledWeightsOf(p),
        statistics: p.sampleTraining ? 'batch' : 'running',
        disturbsRunning: p.sampleTraining,
      },
      grid: { rows: 10, columns: 10 },
    };
  },
});
