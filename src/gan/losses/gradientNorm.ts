import * as tf from '@tensorflow/tfjs-core';
import { sigmoid } from '../layers/smooth.ts';
import type { GradientNormSpec } from '../plan.ts';

/** Inside the root, so that the norm has a derivative at zero too. */
const EPSILON = 1e-12;

/** ∇ₓ of D's output, for each example of the batch by itself: [batch, height, width, channels]. */
export function gradientAt(
  x: tf.Tensor,
  discriminator: (x: tf.Tensor) => tf.Tensor,
  of: GradientNormSpec['of'],
): tf.Tensor {
  // The sum separates: example i's output depends on example i alone unless D couples the batch.
  return tf.grad((input: tf.Tensor) => {
    const logits = discriminator(input); // [batch, 1]
    return tf.sum(of === 'probability' ? sigmoid(logits) : logits);
  })(x);
}

/** ‖g‖₂ over all pixels of each example: [batch]. */
export function exampleNorms(gradient: tf.Tensor): tf.Tensor1D {
  const batch = gradient.shape[0] as number;
  const squares = tf.sum(tf.square(tf.reshape(gradient, [batch, -1])), 1); // [batch]
  return tf.sqrt(tf.add(squares, EPSILON));
}

/** The erratum: squares summed over the height alone, one “norm” for each image column, [batch, width, channels]. */
export function columnNorms(gradient: tf.Tensor): tf.Tensor {
  return tf.sqrt(tf.add(tf.sum(tf.square(gradient), 1), EPSILON));
}
