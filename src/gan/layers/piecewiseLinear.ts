import * as tf from '@tensorflow/tfjs-core';
import type { LayerSpec } from '../../core/network.ts';

/**
 * Activations φ(x) = max(x, slope · x), which a kernel can apply to what it has just computed: the output keeps the
 * input's sign, so it alone tells the derivative.
 */
export type PiecewiseLinear = Extract<LayerSpec, { readonly kind: 'relu' | 'leakyRelu' }>;

/** 1 for the identity. */
export function slopeOf(activation: PiecewiseLinear | null): number {
  if (!activation) return 1;
  return activation.kind === 'relu' ? 0 : activation.slope;
}

export function activate(x: tf.Tensor, activation: PiecewiseLinear | null): tf.Tensor {
  if (!activation) return x;
  return activation.kind === 'relu' ? tf.relu(x) : tf.leakyRelu(x, activation.slope);
}

/** dy · φ′, told from φ's output y. φ″ is zero, so y may be a constant to the tape. */
export function throughActivation(dy: tf.Tensor, y: tf.Tensor, activation: PiecewiseLinear | null): tf.Tensor {
  return activation ? tf.mul(dy, tf.step(y, slopeOf(activation))) : dy;
}
