import * as tf from '@tensorflow/tfjs-core';

/** An adversarial loss, from D's outputs alone. D's raw outputs are logits or raw scores, [batch, 1]. */
export interface Objective {
  /** D's two terms, each a scalar to be added up. */
  discriminator(real: tf.Tensor, fake: tf.Tensor): { readonly real: tf.Scalar; readonly fake: tf.Scalar };
  /** G's loss, a scalar. */
  generator(fake: tf.Tensor): tf.Scalar;
  /** What the page shows as D(x): the mean over the batch, a scalar. */
  score(output: tf.Tensor): tf.Scalar;
  readonly scoreKind: 'probability' | 'raw';
}

/** D's mean output, for objectives under which it is no probability. */
export const rawScore = {
  score: (output: tf.Tensor): tf.Scalar => tf.mean(output),
  scoreKind: 'raw',
} as const;
