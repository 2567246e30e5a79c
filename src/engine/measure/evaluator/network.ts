import type { LayerSpec, Shape } from '../../../core/network.ts';
import type { EvaluatorSpec } from './evaluator.ts';

const FEATURES = 64;
const norm: LayerSpec = { kind: 'batchNorm', epsilon: 1e-5, momentum: 0.9 };
const conv = (filters: number, kernel: number): readonly LayerSpec[] => [
  { kind: 'conv', filters, kernel, stride: 2, padding: 'same' },
  norm,
  { kind: 'relu' },
];

/**
 * Three strided convolutions and a hidden layer of 64 units, whose activations are the features.
 *
 * @param input of one image: [height, width, channels]
 */
export const evaluatorSpec = (input: Shape, classes: number): EvaluatorSpec => ({
  // Shapes in comments: for MNIST's [28, 28, 1].
  trunk: {
    input,
    init: { kind: 'torch' },
    layers: [
      ...conv(32, 5), // [14, 14, 32]
      ...conv(64, 5), // [7, 7, 64]
      ...conv(96, 3), // [4, 4, 96]
      { kind: 'flatten' },
      { kind: 'dense', units: FEATURES },
      norm,
      { kind: 'relu' },
    ],
  },
  head: { input: [FEATURES], init: { kind: 'torch' }, layers: [{ kind: 'dense', units: classes }] },
});
