import * as tf from '@tensorflow/tfjs-core';
import type { Objective } from './objective.ts';
import { rawScore } from './objective.ts';

/**
 * The critic's estimate of the Wasserstein distance, E D(x) − E D(G(z)), which it raises and G lowers.
 *
 * Arjovsky et al. 2017, equation 2 and algorithm 1. An estimate only while the critic's slope is kept in bounds.
 */
export const wasserstein: Objective = {
  discriminator: (real, fake) => ({ real: tf.neg(tf.mean(real)), fake: tf.mean(fake) }),
  generator: (fake) => tf.neg(tf.mean(fake)),
  ...rawScore,
};
