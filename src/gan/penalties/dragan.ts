import * as tf from '@tensorflow/tfjs-core';
import type { GradientNormSpec } from '../plan.ts';
import { columnNorms, exampleNorms } from './gradientNorm.ts';

/**
 * E(‖∇ₓD(x + δ)‖₂ − k)², without its weight λ.
 *
 * Kodali et al. 2017, section 2.4.
 *
 * @param gradient ∇ₓD at the perturbed real batch, [batch, height, width, channels]
 */
export function draganPenalty(gradient: tf.Tensor, { target, over }: GradientNormSpec): tf.Scalar {
  const norms = over === 'columns' ? columnNorms(gradient) : exampleNorms(gradient);
  return tf.mean(tf.square(tf.sub(norms, target)));
}
