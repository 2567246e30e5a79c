import * as tf from '@tensorflow/tfjs-core';
import { sigmoid, softplus } from '../layers/smooth.ts';
import type { Objective } from './objective.ts';

/**
 * Sigmoid cross-entropy on logits, with G's non-saturating form.
 *
 * Goodfellow et al. 2014, algorithm 1 and section 3: D minimises −log D(x) − log(1 − D(G(z))), G minimises
 * −log D(G(z)). With D = σ(logit): −log σ(l) = softplus(−l) and −log(1 − σ(l)) = softplus(l).
 *
 * One-sided label smoothing (Salimans et al. 2016, section 3.4) moves D's target on real examples to 1 − s:
 * −(1 − s) log σ(l) − s log(1 − σ(l)) = softplus(−l) + s · l. The target on generated ones stays 0.
 *
 * @param smoothing s, in [0, 1)
 */
export const crossEntropy = ({ smoothing }: { readonly smoothing: number }): Objective => ({
  discriminator: (real, fake) => ({
    real: tf.mean(tf.add(softplus(tf.neg(real)), tf.mul(real, smoothing))),
    fake: tf.mean(softplus(fake)),
  }),
  generator: (fake) => tf.mean(softplus(tf.neg(fake))),
  score: (logits) => tf.mean(sigmoid(logits)),
  scoreKind: 'probability',
});
