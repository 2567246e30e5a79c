import * as tf from '@tensorflow/tfjs-core';
import type { LayerReport, WeightReport } from '../../../core/inspection.ts';
import { type Shape, sizeOf } from '../../../core/network.ts';
import type { Network } from '../../../gan/layers/network.ts';
import { idleKinds } from './idle.ts';

/**
 * A kernel as a matrix: rows · columns are its values in their order. A transposed convolution's input channels come
 * last, a convolution's output channels.
 */
export function matrixOf(shape: Shape): readonly [number, number] {
  const columns = shape.at(-1) ?? 1;
  return [sizeOf(shape) / columns, columns];
}

/** The kernel of a layer; undefined for layers without one of their own. */
export const kernelOf = (network: Network, layer: number): tf.Variable | undefined =>
  network.weights.find((weight) => weight.layer === layer && /^\d+\.\w+\.kernel$/.test(weight.name))?.variable;

/** ‖W‖² of each trained weight, in their order: [n]. */
export const squaredNorms = ({ trainable }: Network): tf.Tensor1D =>
  tf.stack(trainable.map((variable) => tf.sum(tf.square(variable)))) as tf.Tensor1D;

/** What was measured of a network, as it comes from the device. */
interface Measured {
  /** ‖W‖² of each trained weight, in their order. */
  readonly norms: Float32Array;
  /** ‖∂loss/∂W‖² of each; empty where the network is not trained. */
  readonly gradients: Float32Array;
  /** Of each layer that can be idle. */
  readonly idle: Float32Array;
}

/** Puts together what was measured weight by weight into one report for each layer. */
export function reportLayers(network: Network, { norms, gradients, idle }: Measured): readonly LayerReport[] {
  const trained = network.weights.filter(({ trainable }) => trainable);
  const idleBy = new Map(
    idleKinds(network).map(({ index, kind }, i) => [index, { kind, share: idle[i] as number }] as const),
  );
  return network.description.layers.map(({ spec, output, weights }, index): LayerReport => {
    const own = trained.flatMap(({ layer }, i) => (layer === index ? [i] : []));
    const root = (squares: Float32Array) => Math.sqrt(own.reduce((sum, i) => sum + (squares[i] as number), 0));
    const kernel = kernelOf(network, index);
    const report = (): WeightReport => ({
      count: weights.filter(({ trainable }) => trainable).reduce((sum, { shape }) => sum + sizeOf(shape), 0),
      norm: root(norms),
      gradient: gradients.length > 0 ? root(gradients) : null,
      matrix: kernel ? matrixOf(kernel.shape) : null,
    });
    return {
      index,
      kind: spec.kind,
      output,
      weights: own.length > 0 ? report() : null,
      idle: idleBy.get(index) ?? null,
    };
  });
}
