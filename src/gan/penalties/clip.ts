import * as tf from '@tensorflow/tfjs-core';

/**
 * Cuts every weight off at ±c, so that the critic's slope has a bound.
 *
 * Arjovsky et al. 2017, algorithm 1, line 7.
 */
export function clipWeights(weights: readonly tf.Variable[], c: number): void {
  for (const weight of weights) tf.tidy(() => weight.assign(tf.clipByValue(weight, -c, c)));
}
