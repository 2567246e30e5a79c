import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LayerSpec, Shape } from '../../core/network.ts';
import { initialState, openStream } from '../../core/random.ts';
import type { Subject } from '../testing/derivatives.ts';
import { derivativeError, gradientOf, randomVariable } from '../testing/derivatives.ts';
import type { ForwardContext } from './context.ts';
import { createNetwork } from './network.ts';

const BATCH = 3;
const TOLERANCE = 3e-3;

/** One entry for each kind of layer, so that a new kind without a test does not compile. */
const cases: { readonly [Kind in LayerSpec['kind']]: readonly [input: Shape, ...specs: LayerSpec[]] } = {
  dense: [[5], { kind: 'dense', units: 4 }],
  conv: [
    [6, 5, 2],
    { kind: 'conv', filters: 3, kernel: 4, stride: 2, padding: 'same' },
    { kind: 'conv', filters: 2, kernel: 3, stride: 1, padding: 'valid' },
  ],
  convTranspose: [
    [3, 4, 2],
    { kind: 'convTranspose', filters: 3, kernel: 4, stride: 2, padding: 'same' },
    { kind: 'convTranspose', filters: 2, kernel: 3, stride: 2, padding: 'valid' },
  ],
  batchNorm: [
    [4, 3, 2],
    { kind: 'batchNorm', epsilon: 1e-5, momentum: 0.9 },
    { kind: 'batchNorm', epsilon: 0.8, momentum: 0.9 },
  ],
  layerNorm: [[4, 3, 2], { kind: 'layerNorm', epsilon: 1e-5 }],
  relu: [[7], { kind: 'relu' }],
  leakyRelu: [[7], { kind: 'leakyRelu', slope: 0.2 }],
  tanh: [[7], { kind: 'tanh' }],
  sigmoid: [[7], { kind: 'sigmoid' }],
  dropout: [[7], { kind: 'dropout', rate: 0.4 }],
  maxPool: [[4, 6, 2], { kind: 'maxPool', size: 2 }, { kind: 'maxPool', size: 3 }],
  maxout: [[5], { kind: 'maxout', units: 3, pieces: 4 }],
  flatten: [[2, 3, 2], { kind: 'flatten' }],
  reshape: [[6], { kind: 'reshape', shape: [3, 2, 1] }],
  projection: [[4], { kind: 'projection', classes: 5 }],
  labelBranch: [
    [4],
    { kind: 'labelBranch', classes: 5, layers: [{ kind: 'dense', units: 3 }, { kind: 'tanh' }] },
    { kind: 'labelBranch', classes: 5, layers: [] },
  ],
  labelEmbedding: [[4], { kind: 'labelEmbedding', classes: 5, size: 3 }],
};

const leakyRelu: LayerSpec = { kind: 'leakyRelu', slope: 0.2 };
const relu: LayerSpec = { kind: 'relu' };

/** Layers that compute the activation after them along. */
const joined: readonly { readonly input: Shape; readonly layers: readonly [LayerSpec, LayerSpec] }[] = [
  { input: [5], layers: [{ kind: 'dense', units: 4 }, leakyRelu] },
  { input: [5], layers: [{ kind: 'dense', units: 4 }, relu] },
  { input: [6, 5, 2], layers: [{ kind: 'conv', filters: 3, kernel: 4, stride: 2, padding: 'same' }, leakyRelu] },
  { input: [4, 3, 2], layers: [{ kind: 'batchNorm', epsilon: 1e-5, momentum: 0.9 }, relu] },
  { input: [4, 3, 2], layers: [{ kind: 'layerNorm', epsilon: 1e-5 }, leakyRelu] },
];

/** The layers, and after them a curved function, so that no derivative is trivially zero. */
function subjectOf(input: Shape, ...layers: LayerSpec[]): { subject: Subject; x: tf.Variable } {
  // A seed for which no activation has its kink within reach of the differences.
  const stream = openStream(initialState(8, layers[0]?.kind ?? ''));
  const layer = createNetwork({ input, init: { kind: 'normal', std: 0.5 }, layers }, stream);
  const x = randomVariable([BATCH, ...input]);
  const context: ForwardContext = {
    labels: tf.tensor1d([0, 4, 1], 'int32'),
    statistics: 'batch',
    updatesRunning: false,
    dropout: null,
  };
  const dropout = () => tf.tensor2d([0, 2, 0, 0, 2, 2, 0, 2, 2, 2, 0, 0, 2, 0, 2, 0, 0, 2, 0, 2, 2], [BATCH, 7]);
  const evaluate = () => {
    const y = layer.forward(x, { ...context, dropout });
    return tf.mul(tf.square(y), tf.add(y, 1));
  };
  return { subject: { variables: [x, ...layer.trainable], evaluate }, x };
}

beforeAll(() => tf.setBackend('cpu'));

describe.each(Object.entries(cases))('%s', (_, [input, ...specs]) => {
  it.each(specs)('has the right first derivative: %o', (spec) => {
    expect(derivativeError(subjectOf(input, spec).subject)).toBeLessThan(TOLERANCE);
  });

  it.each(specs)('has the right second derivative: %o', (spec) => {
    const { subject, x } = subjectOf(input, spec);
    expect(derivativeError(gradientOf(subject, x))).toBeLessThan(TOLERANCE);
  });
});

describe.each(joined)('$layers.0.kind and $layers.1.kind', ({ input, layers }) => {
  it('have the right first derivative', () => {
    expect(derivativeError(subjectOf(input, ...layers).subject)).toBeLessThan(TOLERANCE);
  });

  it('have the right second derivative', () => {
    const { subject, x } = subjectOf(input, ...layers);
    expect(derivativeError(gradientOf(subject, x))).toBeLessThan(TOLERANCE);
  });
});

it('finds the derivatives that tfjs gets wrong', () => {
  const x = randomVariable([4]);
  const stock: Subject = { variables: [x], evaluate: () => tf.tanh(x) };
  expect(derivativeError(stock)).toBeLessThan(TOLERANCE);
  expect(derivativeError(gradientOf(stock, x))).toBeGreaterThan(0.1);
});
