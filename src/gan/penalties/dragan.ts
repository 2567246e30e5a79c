import * as tf from '@tensorflow/tfjs-core';
import { distanceFromTarget } from './gradientNorm.ts';
import type { Penalty } from './penalty.ts';
import { perturb } from './perturbation.ts';

/**
 * E(‖∇ₓD(x + δ)‖₂ − k)², near the real data.
 *
 * Kodali et al. 2017, section 2.4.
 */
export const dragan: Penalty = {
  points: ({ images, real, noise }, { perturbation }) => tf.tensor(perturb(images, perturbation, noise), real.shape),
  value: distanceFromTarget,
};
