import * as tf from '@tensorflow/tfjs-core';
import type { AdamUpdate } from '../../../core/kernels.ts';
import type { OptimizerSpec } from '../../../gan/plan.ts';
import { accelerated } from '../accelerated.ts';

/** What an update is given anew: to a kernel of the backend's own, or as numbers, [1] each, by name. */
export interface NumbersOfUpdate {
  readonly adam?: AdamUpdate;
  readonly drawn?: Readonly<Record<string, Float32Array>>;
}

/** What moves one network's weights, with its memory of earlier gradients. */
export interface Optimizer<Spec extends OptimizerSpec = OptimizerSpec> {
  /** The memory, each tensor under a name of its own: it is part of a snapshot. */
  readonly slots: readonly { readonly name: string; readonly variable: tf.Variable }[];
  /** Number of updates made. */
  updates: number;
  /** How many had been made when the memory began, at zero: what corrects for a young memory counts from there. */
  begun: number;
  /** Counts one more update, and says what of it depends on its number. */
  next(spec: Spec): NumbersOfUpdate;
  /**
   * One update of all weights, with settings that may differ from the last time.
   *
   * @param network whose weights they are, where somebody may write the step down
   */
  apply(gradients: readonly tf.Tensor[], spec: Spec, network?: 'generator' | 'discriminator'): void;
  dispose(): void;
}

export const zerosLike = (variable: tf.Variable): tf.Variable =>
  tf.tidy(() => tf.variable(tf.zerosLike(variable), false));

export function gradientFor(gradients: readonly tf.Tensor[], index: number): tf.Tensor {
  const gradient = gradients[index];
  if (!gradient) throw new Error(`The optimiser was given ${gradients.length} gradients and needs more.`);
  return gradient;
}

/** variable ← value, which is no longer needed. */
export function put(variable: tf.Variable, value: tf.Tensor): void {
  const inPlace = accelerated.get(tf.getBackend())?.put;
  if (inPlace) inPlace(variable, value);
  else variable.assign(value);
}
