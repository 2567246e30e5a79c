import * as tf from '@tensorflow/tfjs-core';
import { distanceFromTarget } from './gradientNorm.ts';
import type { Penalty } from './penalty.ts';

/**
 * E(‖∇D(x̂)‖₂ − k)² on straight lines between real and generated examples: x̂ = εx + (1 − ε)G(z), with one
 * ε ~ U(0, 1) for each pair.
 *
 * Gulrajani et al. 2017, equation 3 and algorithm 1, where k = 1.
 */
export const wganGp: Penalty = {
  points({ real, fake, noise }) {
    const [batch, ...example] = real.shape as [number, ...number[]];
    const share = tf.tensor(noise.uniform(new Float32Array(batch)), [batch, ...example.map(() => 1)]);
    return tf.add(tf.mul(real, share), tf.mul(fake, tf.sub(1, share)));
  },
  value: distanceFromTarget,
};
