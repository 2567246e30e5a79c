import type * as tf from '@tensorflow/tfjs-core';
import type { RandomStream } from '../../core/random.ts';

/** A layer's weights by name, as `describeNetwork` lists them. */
export type LayerWeights = Readonly<Record<string, tf.Variable>>;

/** Everything besides input and weights that a forward pass depends on. */
export interface ForwardContext {
  /** The class of each example, [batch] int32; null for networks without classes. */
  readonly labels: tf.Tensor1D | null;
  /** Which statistics batch normalisation uses: the batch's own or the running estimates. */
  readonly statistics: 'batch' | 'running';
  /** Whether the batch's statistics move the running estimates. */
  readonly updatesRunning: boolean;
  /** Where dropout draws its masks; null turns dropout off. */
  readonly dropout: RandomStream | null;
}

export function weight(weights: LayerWeights, name: string): tf.Variable {
  const found = weights[name];
  if (!found) throw new Error(`The layer has no weight named ${name}.`);
  return found;
}
