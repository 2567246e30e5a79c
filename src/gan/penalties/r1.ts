import * as tf from '@tensorflow/tfjs-core';
import type { Penalty } from './penalty.ts';

/**
 * ½ E‖∇D(x)‖² at the real data themselves.
 *
 * Mescheder et al. 2018, equation 9.
 */
export const r1: Penalty = {
  points: ({ real }) => real,
  value: (gradient) => tf.div(tf.sum(tf.square(gradient)), 2 * (gradient.shape[0] as number)),
};
