/** Layer specs in the words of the papers, so that a recipe's networks read as they are printed. */
import type { LayerSpec, Padding } from '../core/network.ts';

export const dense = (units: number): LayerSpec => ({ kind: 'dense', units });

export const conv = (filters: number, kernel: number, stride: number, padding: Padding = 'same'): LayerSpec => ({
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
): LayerSpec => ({ kind: 'convTranspose', filters, kernel, stride, padding });

/** @param momentum the share of the old running estimate that each batch keeps */
export const batchNorm = (epsilon = 1e-5, momentum = 0.9): LayerSpec => ({ kind: 'batchNorm', epsilon, momentum });
const layerNorm: LayerSpec = { kind: 'layerNorm', epsilon: 1e-5 };

export type NormalisationKind = 'none' | 'layer' | 'batch';

/** What keeps D's activations in range. */
export const normalisation = (kind: NormalisationKind, batch: LayerSpec = batchNorm()): readonly LayerSpec[] =>
  ({ none: [], layer: [layerNorm], batch: [batch] })[kind];

export const relu: LayerSpec = { kind: 'relu' };
export const leakyRelu = (slope: number): LayerSpec => ({ kind: 'leakyRelu', slope });
export const tanh: LayerSpec = { kind: 'tanh' };
export const sigmoid: LayerSpec = { kind: 'sigmoid' };
export const dropout = (rate: number): LayerSpec => ({ kind: 'dropout', rate });
export const maxPool = (size: number): LayerSpec => ({ kind: 'maxPool', size });
export const maxout = (units: number, pieces: number): LayerSpec => ({ kind: 'maxout', units, pieces });
export const flatten: LayerSpec = { kind: 'flatten' };
export const reshape = (...shape: readonly number[]): LayerSpec => ({ kind: 'reshape', shape });

export const labelEmbedding = (classes: number, size: number): LayerSpec => ({ kind: 'labelEmbedding', classes, size });
export const labelBranch = (classes: number, ...layers: readonly LayerSpec[]): LayerSpec => ({
  kind: 'labelBranch',
  classes,
  layers,
});
export const projection = (classes: number): LayerSpec => ({ kind: 'projection', classes });
