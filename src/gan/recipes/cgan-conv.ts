import type { LayerSpec, NetworkSpec } from '../../core/network.ts';
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
    ...commonParams({ batch: 32, weights: 'average' }),
    lrG: learningRate(2e-3),
    lrD: learningRate(2e-3),
    beta1: decayRate(0),
    beta2: decayRate(0.9),
    ...gradientNormParams(),
  },

  plan(p, data) {
    const w = scaledBy(p.width);
    const latent = 64;
    // Two strides of 2 on the way: the image's sides must be divisible by 4.
    const [rows, columns] = [data.height / 4, data.width / 4];

    const batchNorm: LayerSpec = { kind: 'batchNorm', epsilon: 1e-5, momentum: 0.9 };
    const relu: LayerSpec = { kind: 'relu' };
    const leakyRelu: LayerSpec = { kind: 'leakyRelu', slope: 0.2 };
    const conv = (filters: number): LayerSpec => ({ kind: 'conv', filters, kernel: 4, stride: 2, padding: 'same' });
    const convTranspose = (filters: number): LayerSpec => ({
      kind: 'convTranspose',
      filters,
      kernel: 4,
      stride: 2,
      padding: 'same',
    });

    const generator: NetworkSpec = {
      input: [latent],
      init: { kind: 'normal', std: 0.02 },
      // biome-ignore format: a block of the network on each line
      layers: [
        { kind: 'labelEmbedding', classes: data.classes, size: 32 },
        { kind: 'dense', units: rows * columns * w(64) }, batchNorm, relu,
        { kind: 'reshape', shape: [rows, columns, w(64)] },
        convTranspose(w(32)), batchNorm, relu,
        convTranspose(data.channels), { kind: 'tanh' },
      ],
    };
    const discriminator: NetworkSpec = {
      input: [data.height, data.width, data.channels],
      init: { kind: 'normal', std: 0.02 },
      // biome-ignore format: a block of the network on each line
      layers: [
        conv(w(32)), leakyRelu,
        conv(w(64)), leakyRelu,
        { kind: 'flatten' },
        { kind: 'dense', units: w(128) }, leakyRelu,
        { kind: 'projection', classes: data.classes },
      ],
    };
    const adam = { kind: 'adam', beta1: p.beta1, beta2: p.beta2, epsilon: 1e-8 } as const;

    return {
      image: { height: data.height, width: data.width, channels: data.channels, range: 'symmetric' },
      includeTest: false,
      batch: p.batch,
      latent: { size: latent, distribution: 'normal' },
      classes: data.classes,
      generator,
      discriminator,
      objective: { kind: 'crossEntropy' },
      gradientNorm: gradientNormOf(p),
      traceEvery: 10,
      penalty: null,
      optimizers: { generator: { ...adam, rate: p.lrG }, discriminator: { ...adam, rate: p.lrD } },
      schedule: { first: 'D', sharedBatch: false },
      sampling: { ...sampledWeightsOf(p), statistics: 'running', disturbsRunning: false },
      grid: { rows: 10, columns: 10 },
    };
  },
});
