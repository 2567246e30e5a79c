import type * as tf from '@tensorflow/tfjs-core';

/** A layer's weights by name, as `describeNetwork` lists them. */
export type LayerWeights = Readonly<Record<string, tf.Variable>>;

/** A random mask of a shape: 0 with probability `rate`, else 1 / (1 − rate). */
export type DropoutMask = (shape: readonly number[], rate: number) => tf.Tensor;

/** The class of each example, [batch] int32; or shares of all classes, [batch, classes], where they are mixed. */
export type Labels = tf.Tensor1D | tf.Tensor2D;

/** Everything besides input and weights that a forward pass depends on. */
export interface ForwardContext {
  /** Null for networks without classes. */
  readonly labels: Labels | null;
  /** Which statistics batch normalisation uses: the batch's own or the running estimates. */
  readonly statistics: 'batch' | 'running';
  /** Whether the batch's statistics move the running estimates. */
  readonly updatesRunning: boolean;
  /** Makes dropout's masks; null turns dropout off. */
  readonly dropout: DropoutMask | null;
}

export function weight(weights: LayerWeights, name: string): tf.Variable {
  const found = weights[name];
  if (!found) throw new Error(`The layer has no weight named ${name}.`);
  return found;
}
