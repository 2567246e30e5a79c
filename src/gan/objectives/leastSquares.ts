import * as tf from '@tensorflow/tfjs-core';
import type { Objective } from './objective.ts';

const half = (x: tf.Scalar): tf.Scalar => tf.mul(x, 0.5);

/**
 * Least squares: D is drawn to 1 on real and 0 on generated examples, G draws D to 1.
 *
 * Mao et al. 2017 (LSGAN), equation 9, with the ½ in D's loss and none in G's, as the popular code has it.
 */
export const leastSquares: Objective = {
  discriminator: (real, fake) => ({
    real: half(tf.mean(tf.square(tf.sub(real, 1)))),
    fake: half(tf.mean(tf.square(fake))),
  }),
  generator: (fake) => tf.mean(tf.square(tf.sub(fake, 1))),
  score: (output) => tf.mean(output),
  scoreKind: 'raw',
};
