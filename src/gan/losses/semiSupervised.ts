/**
 * What a discriminator that is also a classifier says. Its K + 1 outputs are logits of a softmax, the last one for
 * “fake” (Odena 2016; Salimans et al. 2016, section 5).
 */
import * as tf from '@tensorflow/tfjs-core';
import { exp, logSumExp } from '../layers/smooth.ts';

/** [batch, K + 1] -> the classes', [batch, K], and that of “fake”, [batch, 1] */
const apart = (outputs: tf.Tensor): [tf.Tensor, tf.Tensor] =>
  tf.split(outputs, [(outputs.shape[1] as number) - 1, 1], 1) as [tf.Tensor, tf.Tensor];

/**
 * The logit of p(real | x) = 1 − p(K + 1 | x): log Σₖ exp(lₖ) over the classes, minus the logit of “fake”. With it
 * −log p(real | x) and −log p(fake | x) are the cross-entropy of an ordinary discriminator, and any other objective
 * and penalty can be had as well.
 *
 * @returns [batch, 1]
 */
export function realLogit(outputs: tf.Tensor): tf.Tensor {
  const [classes, fake] = apart(outputs);
  return tf.sub(logSumExp(classes), fake);
}

/**
 * −log p(y | x) over all K + 1 outputs, averaged: log Σ exp(l) − l_y.
 *
 * @param outputs [batch, K + 1]
 * @param labels [batch]
 * @param epsilon added to p; not 0 for the sake of an erratum only
 */
export function classLoss(outputs: tf.Tensor, labels: tf.Tensor1D, epsilon: number): tf.Scalar {
  const chosen = tf.oneHot(labels, outputs.shape[1] as number, 1, 0, 'float32'); // [batch, K + 1]
  const own = tf.sum(tf.mul(outputs, chosen), 1, true); // [batch, 1]
  const logProbability = tf.sub(own, logSumExp(outputs));
  if (epsilon === 0) return tf.neg(tf.mean(logProbability));
  return tf.neg(tf.mean(tf.log(tf.add(exp(logProbability), epsilon))));
}

/** The share of examples whose class has the largest of the K logits. */
export function accuracy(outputs: tf.Tensor, labels: tf.Tensor1D): tf.Scalar {
  const [classes] = apart(outputs);
  return tf.mean(tf.cast(tf.equal(tf.argMax(classes, 1), labels), 'float32'));
}

/** Feature matching, ‖E f(x) − E f(G(z))‖² (Salimans et al. 2016, section 3.1); both [batch, features]. */
export const featureDistance = (real: tf.Tensor, fake: tf.Tensor): tf.Scalar =>
  tf.sum(tf.square(tf.sub(tf.mean(real, 0), tf.mean(fake, 0))));
