import * as tf from '@tensorflow/tfjs-core';
import { sigmoid, softplus } from '../layers/smooth.ts';
import type { Objective } from './objective.ts';

/**
 * Sigmoid cross-entropy on logits, with G's non-saturating form.
 *
 * Goodfellow et al. 2014, algorithm 1 and section 3: D minimises −log D(x) − log(1 − D(G(z))), G minimises
 * −log D(G(z)). With D = σ(logit): −log σ(l) = softplus(−l) and −log(1 − σ(l)) = softplus(l).
 */
export const crossEntropy: Objective = {
  discriminator: (real, fake) => ({
    real: tf.mean(softplus(tf.neg(real))),
    fake: tf.mean(softplus(fake)),
  }),
  generator: (fake) => tf.mean(softplus(tf.neg(fake))),
  score: (logits) => tf.mean(sigmoid(logits)),
  scoreKind: 'probability',
};
