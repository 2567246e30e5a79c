import type * as tf from '@tensorflow/tfjs-core';
import type { RandomStream } from '../../core/random.ts';
import type { GradientNormSpec } from '../plan.ts';

/** What D was just scored on. */
export interface PenaltyInput {
  /** The real batch, [batch, height, width, channels], flat */
  readonly images: Float32Array;
  /** The same on the device */
  readonly real: tf.Tensor;
  /** [batch, height, width, channels] */
  readonly fake: tf.Tensor;
  readonly noise: RandomStream;
}

/** A term of D's loss made of its gradient by the input. */
export interface Penalty {
  /** Where the gradient is taken, [batch, height, width, channels]; constants of the loss. */
  points(input: PenaltyInput, spec: GradientNormSpec): tf.Tensor;
  /**
   * The penalty without its weight.
   *
   * @param gradient ∇ₓD at those points, [batch, height, width, channels]
   */
  value(gradient: tf.Tensor, spec: GradientNormSpec): tf.Scalar;
}
