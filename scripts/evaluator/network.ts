import type { LayerSpec } from '../../src/core/network.ts';
import type { EvaluatorSpec } from '../../src/engine/evaluator.ts';

const FEATURES = 64;
const norm: LayerSpec = { kind: 'batchNorm', epsilon: 1e-5, momentum: 0.9 };
const conv = (filters: number, kernel: number): readonly LayerSpec[] => [
  { kind: 'conv', filters, kernel, stride: 2, padding: 'same' },
  norm,
  { kind: 'relu' },
];

/** Three strided convolutions and a hidden layer of 64 units, whose activations are the features. */
export const evaluatorSpec: EvaluatorSpec = {
  trunk: {
    input: [28, 28, 1],
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
  head: { input: [FEATURES], init: { kind: 'torch' }, layers: [{ kind: 'dense', units: 10 }] },
};
