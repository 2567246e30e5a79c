import * as tf from '@tensorflow/tfjs-core';
import type { Idleness } from '../../../core/inspection.ts';
import type { LayerSpec } from '../../../core/network.ts';
import type { Network } from '../../../gan/layers/network.ts';
import { asInBatch } from '../../step/passes.ts';

/** |tanh| beyond this has a slope below 0.06. */
const SATURATED = 0.97;

/** Some examples, and the classes that go with them. */
export interface Input {
  /** [n, …input] */
  readonly x: tf.Tensor;
  readonly labels: tf.Tensor1D | null;
}

function kindOf(spec: LayerSpec): Idleness['kind'] | null {
  switch (spec.kind) {
    case 'relu':
      return 'dead';
    case 'tanh':
    case 'sigmoid':
      return 'saturated';
    default:
      // A leaky ReLU never dies, and nothing else is idle by being what it is.
      return null;
  }
}

const saturation = (output: tf.Tensor, spec: LayerSpec): tf.Scalar => {
  const symmetric = spec.kind === 'sigmoid' ? tf.sub(tf.mul(output, 2), 1) : output;
  return tf.mean(tf.cast(tf.greater(tf.abs(symmetric), SATURATED), 'float32'));
};

/** The largest output of each unit, over the batch and all places of an image: [units]. */
const largestByUnit = (output: tf.Tensor): tf.Tensor =>
  tf.max(
    output,
    Array.from({ length: output.rank - 1 }, (_, axis) => axis),
  );

/** The layers that can be idle, in their order. */
export const idleKinds = ({ description }: Network) =>
  description.layers.flatMap(({ spec }, index) => {
    const kind = kindOf(spec);
    return kind ? [{ index, kind, spec }] : [];
  });

/**
 * How much of each such layer is idle over all inputs: [idleKinds]. The inputs pass one after the other, each
 * normalised by its own statistics, as real and generated examples do in D.
 */
export function idleShares(network: Network, inputs: readonly Input[]): tf.Tensor {
  const layers = idleKinds(network);
  if (layers.length === 0) return tf.tensor1d([]);
  const seen = new Map<number, tf.Tensor[]>(layers.map(({ index }) => [index, []]));
  for (const { x, labels } of inputs) {
    const context = asInBatch(labels);
    network.forward(x, context, (output, index) => seen.get(index)?.push(output));
  }
  const shares = layers.map(({ index, kind, spec }): tf.Tensor => {
    const outputs = seen.get(index) as tf.Tensor[];
    if (kind === 'saturated') return tf.mean(tf.stack(outputs.map((output) => saturation(output, spec))));
    const largest = tf.max(tf.stack(outputs.map(largestByUnit)), 0); // [units]
    return tf.mean(tf.cast(tf.lessEqual(largest, 0), 'float32'));
  });
  return tf.stack(shares);
}
