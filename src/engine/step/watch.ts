import type * as tf from '@tensorflow/tfjs-core';
import type { Batch } from './batch.ts';
import type { Scalars } from './readback.ts';

/**
 * Is shown what an update comes by, as it comes by it, and changes nothing of it. Tensors belong to the step: whoever
 * wants one for longer keeps a copy.
 */
export interface StepWatch {
  /** z, [batch, latent.size] */
  latent(z: tf.Tensor2D): void;
  /** An update begins: what it is made on, before the weights move. Null where the network sees none. */
  begins(network: 'D' | 'G', examples: Batch | null): void;
  /** What G made, [batch, …example], of these classes. */
  fakes(images: tf.Tensor, labels: tf.Tensor1D | null): void;
  /** D's raw outputs, [n, 1] or [n, K + 1]; null where there are none of a kind. */
  judged(real: tf.Tensor | null, fake: tf.Tensor): void;
  /** Where a penalty takes D's gradient, and the gradient, [batch, …example] each. */
  penalised(points: tf.Tensor, gradient: tf.Tensor): void;
  /** The weights have moved. */
  moved(network: 'D' | 'G', measured: Scalars): void;
}
