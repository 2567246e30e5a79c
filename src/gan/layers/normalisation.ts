import * as tf from '@tensorflow/tfjs-core';
import type { ForwardContext, LayerWeights } from './context.ts';
import { weight } from './context.ts';

/** Every axis but the last: statistics are taken for each channel. */
const allButChannels = (x: tf.Tensor): number[] => Array.from({ length: x.rank - 1 }, (_, axis) => axis);
/** Every axis but the first: statistics are taken for each example. */
const allButBatch = (x: tf.Tensor): number[] => Array.from({ length: x.rank - 1 }, (_, axis) => axis + 1);

const standardise = (centred: tf.Tensor, variance: tf.Tensor, epsilon: number): tf.Tensor =>
  tf.div(centred, tf.sqrt(tf.add(variance, epsilon)));

const scaleAndShift = (x: tf.Tensor, weights: LayerWeights): tf.Tensor =>
  tf.add(tf.mul(x, weight(weights, 'scale')), weight(weights, 'offset'));

function moveTowards(running: tf.Variable, batch: tf.Tensor, momentum: number): void {
  running.assign(
    tf.tidy(() => tf.add(tf.mul(running, momentum), tf.mul(tf.reshape(batch, running.shape), 1 - momentum))),
  );
}

/**
 * Batch normalisation (Ioffe and Szegedy 2015, algorithm 1), over all axes but the channels.
 * The running variance keeps the unbiased estimate, the batch is divided by the biased one.
 */
export function batchNorm(
  spec: { readonly epsilon: number; readonly momentum: number },
  x: tf.Tensor, // [batch, …, channels]
  weights: LayerWeights,
  context: ForwardContext,
): tf.Tensor {
  const runningMean = weight(weights, 'runningMean');
  const runningVariance = weight(weights, 'runningVariance');

  if (context.statistics === 'running') {
    return scaleAndShift(standardise(tf.sub(x, runningMean), runningVariance, spec.epsilon), weights);
  }
  const axes = allButChannels(x);
  const mean = tf.mean(x, axes, true); // [1, …, channels]
  const centred = tf.sub(x, mean);
  const variance = tf.mean(tf.square(centred), axes, true); // [1, …, channels]
  if (context.updatesRunning) {
    const count = x.size / (x.shape.at(-1) as number);
    moveTowards(runningMean, mean, spec.momentum);
    moveTowards(runningVariance, tf.mul(variance, count / Math.max(1, count - 1)), spec.momentum);
  }
  return scaleAndShift(standardise(centred, variance, spec.epsilon), weights);
}

/** Layer normalisation (Ba, Kiros and Hinton 2016, equation 3): each example by itself. */
export function layerNorm(
  spec: { readonly epsilon: number },
  x: tf.Tensor, // [batch, …, channels]
  weights: LayerWeights,
): tf.Tensor {
  const axes = allButBatch(x);
  const centred = tf.sub(x, tf.mean(x, axes, true));
  const variance = tf.mean(tf.square(centred), axes, true); // [batch, 1, …]
  return scaleAndShift(standardise(centred, variance, spec.epsilon), weights);
}
