import * as tf from '@tensorflow/tfjs-core';
import { softplus } from '../layers/smooth.ts';
import { crossEntropy } from './crossEntropy.ts';
import type { Objective } from './objective.ts';

/**
 * The two-player game as it was first written down: D as under cross-entropy, G minimises log(1 − D(G(z))).
 *
 * Goodfellow et al. 2014, equation 1. Where D is sure of itself G's gradient vanishes, which is why section 3
 * of the paper trains the other form. log(1 − σ(l)) = −softplus(l).
 */
export const minimax = (spec: { readonly smoothing: number }): Objective => ({
  ...crossEntropy(spec),
  generator: (fake) => tf.neg(tf.mean(softplus(fake))),
});
