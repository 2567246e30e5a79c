import * as tf from '@tensorflow/tfjs-core';
import type { ObjectiveSpec } from '../plan.ts';
import type { Objective } from './objective.ts';
import { rawScore } from './objective.ts';

type LeastSquaresSpec = Extract<ObjectiveSpec, { kind: 'leastSquares' }>;

const squaredDistance = (output: tf.Tensor, target: number): tf.Scalar => tf.mean(tf.square(tf.sub(output, target)));

/**
 * Least squares: D is drawn to b on real and a on generated examples, G draws D to c.
 *
 * Mao et al. 2017 (LSGAN), equation 2: D minimises ½E(D(x) − b)² + ½E(D(G(z)) − a)², G minimises ½E(D(G(z)) − c)².
 */
export const leastSquares = ({ targets, generatorWeight }: LeastSquaresSpec): Objective => ({
  discriminator: (real, fake) => ({
    real: tf.mul(squaredDistance(real, targets.real), 0.5),
    fake: tf.mul(squaredDistance(fake, targets.fake), 0.5),
  }),
  generator: (fake) => tf.mul(squaredDistance(fake, targets.wanted), generatorWeight),
  ...rawScore,
});
