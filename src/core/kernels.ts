/**
 * Kernels of our own that a tfjs backend may bring beyond tfjs's. Where it has none, the layer is computed by tfjs's
 * operations; results agree to rounding.
 *
 * φ is max(x, slope · x), for a slope below 1; with slope 1 it is the identity.
 */

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
