/**
 * Kernels of our own that a tfjs backend may bring beyond tfjs's. Where it has none, the layer is computed by tfjs's
 * operations; results agree to rounding.
 *
 * φ is max(x, slope · x), for a slope below 1; with slope 1 it is the identity.
 */

import type { StreamState } from './random.ts';

/**
 * φ(scale · (x − mean) / √(variance + epsilon) + offset), with mean and (biased) variance of x over all axes but the
 * last. Inputs: x [batch, …, channels], scale [channels], offset [channels]. Attributes: epsilon, slope.
 * Outputs: the value [batch, …, channels], mean and variance [1, …, channels].
 */
export const BATCH_NORM = 'BatchNormTraining';

/**
 * Its gradient. Inputs: dy, x, y (the value) [batch, …, channels], scale [channels], mean and variance
 * [1, …, channels]. Attributes: epsilon, slope. Outputs: the gradients by x, scale and offset.
 */
export const BATCH_NORM_GRADIENT = 'BatchNormTrainingGradient';

export interface BatchNormAttrs {
  readonly epsilon: number;
  readonly slope: number;
}

/**
 * Of each row of `size` pieces, one after the other, the largest at every place: max pooling and maxout. Input: x
 * [rows, size · length]. Attribute: size. Outputs [rows, length]: the values, and the piece that each is from, of equal ones
 * the first.
 */
export const LARGEST = 'Largest';

/** Its gradient, [rows, size · length]: what was chosen has it all. Inputs: dy and chosen [rows, length]. Attribute: size. */
export const LARGEST_GRADIENT = 'LargestGradient';

export interface LargestAttrs {
  readonly size: number;
}

/** Adam's settings for one update (Kingma and Ba 2015, algorithm 1). */
export interface AdamUpdate {
  readonly rate: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  /** The update's number, from 1: the moments' bias is corrected by it. */
  readonly step: number;
}

/** What a kernel of Adam is told: the update's settings with the corrections of its moments. */
export const floatsOfAdam = ({ rate, beta1, beta2, epsilon, step }: AdamUpdate): readonly number[] => [
  beta1,
  1 - beta1,
  beta2,
  1 - beta2,
  rate / (1 - beta1 ** step),
  1 / Math.sqrt(1 - beta2 ** step),
  epsilon,
];

/** Names, in a program, of kernels that change tensors in place. Adam: inputs w, m, v and the gradient g. */
export const ADAM = 'Adam';
/** Inputs average and value. */
export const MOVE_TOWARDS = 'MoveTowards';
/** variable ← value, which are its inputs. */
export const PUT = 'Put';
/** Input out. */
export const DROPOUT_MASK = 'DropoutMask';

/**
 * What each step tells anew to a kernel that changes tensors in place: Adam, an average that follows, a dropout mask; or to one
 * that draws by itself: where its stream stands.
 */
export type Told =
  | { readonly kind: 'adam'; readonly update: AdamUpdate }
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'mask'; readonly state: StreamState; readonly rate: number }
  | { readonly kind: 'stream'; readonly state: StreamState };
