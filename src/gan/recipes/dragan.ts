import type { LayerSpec, NetworkSpec } from '../../core/network.ts';
import { choice, number, toggle } from '../../core/params.ts';
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
 * Deep Regret Analytic GAN: the cross-entropy GAN with a penalty that keeps D's gradient near k around
 * the real data, λ · E(‖∇ₓD(x + δ)‖ − k)².
 *
 * Kodali, Abernethy, Hays and Kira 2017, section 2.4.
 */
export const recipe = defineRecipe({
  id: 'dragan',
  name: 'DRAGAN',
  paper: {
    authors: 'N. Kodali, J. Abernethy, J. Hays, Z. Kira',
    year: 2017,
    title: 'On Convergence and Stability of GANs',
    arxiv: '1705.07215',
  },
  data: ['mnist'],
  conditional: false,
  penalised: true,

  params: {
    ...commonParams({ batch: 64 }),
    lrG: learningRate(1e-3),
    lrD: learningRate(1e-3),
    beta1: decayRate(0.5),
    beta2: decayRate(0.999),
    lambda: number('gradient', { default: 10, min: 0, max: 100, applies: 'live' }),
    ...gradientNormParams(),
    // The penalty acts on single examples; batch statistics would couple them (erratum 4: `batch`).
    dNorm: choice('gradient', { default: 'layer', options: ['none', 'layer', 'batch'] }),
    // Errata of the popular code, corrected unless switched on.
    columnNorm: toggle('errata', { applies: 'live' }),
    positiveNoise: toggle('errata', { applies: 'live' }),
    mixTest: toggle('errata'),
    penaliseSigmoid: toggle('errata', { applies: 'live' }),
  },

  plan(p, data) {
    const w = scaledBy(p.width);
    const latent = 128;
    // Two strides of 2 on the way: the image's sides must be divisible by 4.
    const [rows, columns] = [data.height / 4, data.width / 4];

    const batchNorm: LayerSpec = { kind: 'batchNorm', epsilon: 1e-5, momentum: 0.9 };
    const relu: LayerSpec = { kind: 'relu' };
    const leakyRelu: LayerSpec = { kind: 'leakyRelu', slope: 0.2 };
    const dense = (units: number): LayerSpec => ({ kind: 'dense', units });
    const conv = (filters: number): LayerSpec => ({ kind: 'conv', filters, kernel: 4, stride: 2, padding: 'same' });
    const convTranspose = (filters: number): LayerSpec => ({
      kind: 'convTranspose',
      filters,
      kernel: 4,
      stride: 2,
      padding: 'same',
    });
    const normOfD: Record<typeof p.dNorm, readonly LayerSpec[]> = {
      none: [],
      layer: [{ kind: 'layerNorm', epsilon: 1e-5 }],
      batch: [batchNorm],
    };
    const norm = normOfD[p.dNorm];

    const generator: NetworkSpec = {
      input: [latent],
      init: { kind: 'normal', std: 0.02 },
      // biome-ignore format: a block of the network on each line, as in the paper
      layers: [
        dense(w(1024)), batchNorm, relu,
        dense(rows * columns * w(128)), batchNorm, relu,
        { kind: 'reshape', shape: [rows, columns, w(128)] },
        convTranspose(w(64)), batchNorm, relu,
        convTranspose(data.channels), { kind: 'sigmoid' },
      ],
    };
    const discriminator: NetworkSpec = {
      input: [data.height, data.width, data.channels],
      init: { kind: 'normal', std: 0.02 },
      // biome-ignore format: a block of the network on each line, as in the paper
      layers: [
        conv(w(64)), leakyRelu,
        conv(w(128)), ...norm, leakyRelu,
        { kind: 'flatten' },
        dense(w(1024)), ...norm, leakyRelu,
        dense(1),
      ],
    };
    const adam = { kind: 'adam', beta1: p.beta1, beta2: p.beta2, epsilon: 1e-8 } as const;
    const gradientNorm = gradientNormOf(p);

    return {
      image: { height: data.height, width: data.width, channels: data.channels, range: 'unit' },
      // Erratum 3: training and test digits mixed.
      includeTest: p.mixTest,
      batch: p.batch,
      latent: { size: latent, distribution: 'uniform' },
      classes: 0,
      generator,
      discriminator,
      objective: { kind: 'crossEntropy' },
      gradientNorm: {
        ...gradientNorm,
        // Erratum 2: noise that is only ever positive, and multiplied twice.
        perturbation: p.positiveNoise ? { kind: 'positiveUniform', scale: p.noiseScale } : gradientNorm.perturbation,
        // Erratum 1: squares summed over the height only.
        over: p.columnNorm ? 'columns' : 'image',
        // Erratum 5: the gradient of the probability instead of the logit.
        of: p.penaliseSigmoid ? 'probability' : 'logit',
      },
      traceEvery: 1,
      penalty: { kind: 'dragan', weight: p.lambda },
      optimizers: { generator: { ...adam, rate: p.lrG }, discriminator: { ...adam, rate: p.lrD } },
      schedule: { first: 'D', sharedBatch: false },
      sampling: { ...sampledWeightsOf(p), statistics: 'running', disturbsRunning: false },
      grid: { rows: 8, columns: 8 },
    };
  },
});
