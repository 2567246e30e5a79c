import * as tf from '@tensorflow/tfjs-core';
import type { LayerKind, LayerSpec, Shape } from '../../core/network.ts';
import { initialState, openStream } from '../../core/random.ts';
import { createNetwork } from '../layers/network.ts';
import type { DerivativeCase, Subject } from './derivatives.ts';
import { randomVariable } from './derivatives.ts';

const BATCH = 3;

/** One entry for each kind of layer, so that a new kind without a test does not compile. */
const kinds: { readonly [Kind in LayerKind]: readonly [input: Shape, ...specs: Extract<LayerSpec, { kind: Kind }>[]] } =
  {
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
const joined: readonly (readonly [input: Shape, ...layers: LayerSpec[]])[] = [
  [[5], { kind: 'dense', units: 4 }, leakyRelu],
  [[5], { kind: 'dense', units: 4 }, relu],
  [[6, 5, 2], { kind: 'conv', filters: 3, kernel: 4, stride: 2, padding: 'same' }, leakyRelu],
  [[4, 3, 2], { kind: 'batchNorm', epsilon: 1e-5, momentum: 0.9 }, relu],
  [[4, 3, 2], { kind: 'layerNorm', epsilon: 1e-5 }, leakyRelu],
];

/** The layers, and after them a curved function, so that no derivative is trivially zero. */
function open(input: Shape, layers: readonly LayerSpec[]): Subject {
  // A seed for which no activation has its kink within reach of the differences.
  const stream = openStream(initialState(8, layers[0]?.kind ?? ''));
  const network = createNetwork({ input, init: { kind: 'normal', std: 0.5 }, layers }, stream);
  const x = randomVariable([BATCH, ...input]);
  const mask = () => tf.tensor2d([0, 2, 0, 0, 2, 2, 0, 2, 2, 2, 0, 0, 2, 0, 2, 0, 0, 2, 0, 2, 2], [BATCH, 7]);
  const evaluate = () => {
    const labels = tf.tensor1d([0, 4, 1], 'int32');
    const y = network.forward(x, { labels, statistics: 'batch', updatesRunning: false, dropout: mask });
    return tf.mul(tf.square(y), tf.add(y, 1));
  };
  return { variables: [x, ...network.trainable], evaluate };
}

const settingsOf = (spec: LayerSpec): string => Object.values(spec).slice(1).flat().map(String).join(' ');

export const layerCases: readonly DerivativeCase[] = [
  ...Object.values(kinds).flatMap(([input, ...specs]) =>
    (specs as readonly LayerSpec[]).map((spec) => ({
      name: `${spec.kind} ${spec.kind === 'labelBranch' ? `of ${spec.layers.length} layers` : settingsOf(spec)}`.trim(),
      open: () => open(input, [spec]),
      orders: 2 as const,
    })),
  ),
  ...joined.map(([input, ...layers]) => ({
    name: layers.map(({ kind }) => kind).join(' and '),
    open: () => open(input, layers),
    orders: 2 as const,
  })),
];
