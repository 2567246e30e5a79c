import * as tf from '@tensorflow/tfjs-core';
import type { Objective } from './objective.ts';
import { rawScore } from './objective.ts';

/**
 * Hinge: D is pushed above 1 on real and below −1 on generated examples and no further; G raises D's output.
 *
 * Lim and Ye 2017 (Geometric GAN), and Miyato et al. 2018, equations 16 and 17.
 */
export const hinge: Objective = {
  discriminator: (real, fake) => ({
    real: tf.mean(tf.relu(tf.sub(1, real))),
    fake: tf.mean(tf.relu(tf.add(fake, 1))),
  }),
  generator: (fake) => tf.neg(tf.mean(fake)),
  ...rawScore,
};
