/** Layer specs in the words of the papers, so that a recipe's networks read as they are printed. */
import type { LayerSpec, Padding, SimpleLayer } from '../core/layers.ts';

export const dense = (units: number): SimpleLayer => ({ kind: 'dense', units });

export const conv = (filters: number, kernel: number, stride: number, padding: Padding = 'same'): SimpleLayer => ({
  kind: 'conv',
  filters,
  kernel,
  stride,
  padding,
});

export const convTranspose = (
  filters: number,
  kernel: number,
  stride: number,
  padding: Padding = 'same',
): SimpleLayer => ({ kind: 'convTranspose', filters, kernel, stride, padding });

/** @param momentum the share of the old running estimate that each batch keeps */
export const batchNorm = (epsilon = 1e-5, momentum = 0.9): SimpleLayer => ({ kind: 'batchNorm', epsilon, momentum });
const layerNorm: SimpleLayer = { kind: 'layerNorm', epsilon: 1e-5 };

export type NormalisationKind = 'none' | 'layer' | 'batch';

/** What keeps D's activations in range. */
export const normalisation = (kind: NormalisationKind, batch: SimpleLayer = batchNorm()): readonly SimpleLayer[] =>
  ({ none: [], layer: [layerNorm], batch: [batch] })[kind];

export const relu: SimpleLayer = { kind: 'relu' };
export const leakyRelu = (slope: number): SimpleLayer => ({ kind: 'leakyRelu', slope });
export const tanh: SimpleLayer = { kind: 'tanh' };
export const sigmoid: SimpleLayer = { kind: 'sigmoid' };
export const dropout = (rate: number): SimpleLayer => ({ kind: 'dropout', rate });
export const maxPool = (size: number): SimpleLayer => ({ kind: 'maxPool', size });
export const maxout = (units: number, pieces: number): SimpleLayer => ({ kind: 'maxout', units, pieces });
export const flatten: SimpleLayer = { kind: 'flatten' };
export const reshape = (...shape: readonly number[]): SimpleLayer => ({ kind: 'reshape', shape });

export const labelEmbedding = (classes: number, size: number): SimpleLayer => ({
  kind: 'labelEmbedding',
  classes,
  size,
});
export const labelBranch = (classes: number, ...layers: readonly SimpleLayer[]): LayerSpec => ({
  kind: 'labelBranch',
  classes,
  layers,
});
export const projection = (classes: number): SimpleLayer => ({ kind: 'projection', classes });
