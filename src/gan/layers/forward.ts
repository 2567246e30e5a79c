import * as tf from '@tensorflow/tfjs-core';
import type { LayerSpec } from '../../core/network.ts';
import { conv, dense } from './affine.ts';
import type { ForwardContext, LayerWeights } from './context.ts';
import { weight } from './context.ts';
import { batchNorm, layerNorm } from './normalisation.ts';
import type { PiecewiseLinear } from './piecewiseLinear.ts';
import { leakyRelu, sigmoid, tanh } from './smooth.ts';

/** Appends the embedded class to the features. */
function labelEmbedding(x: tf.Tensor, weights: LayerWeights, { labels }: ForwardContext): tf.Tensor {
  if (!labels) throw new Error('A label embedding needs the class of each example.');
  const rows = tf.gather(weight(weights, 'table'), labels); // [batch, size]
  return tf.concat([x, rows], 1); // [batch, features + size]
}

/** Projection discriminator (Miyato and Koyama 2018, equation 5): ψ(φ(x)) + yᵀV φ(x). */
function projection(x: tf.Tensor, weights: LayerWeights, { labels }: ForwardContext): tf.Tensor {
  if (!labels) throw new Error('A projection needs the class of each example.');
  const unconditional = tf.add(tf.matMul(x, weight(weights, 'kernel')), weight(weights, 'bias')); // [batch, 1]
  const rows = tf.gather(weight(weights, 'table'), labels); // [batch, features]
  return tf.add(unconditional, tf.sum(tf.mul(x, rows), 1, true));
}

/** Inverted dropout (Srivastava et al. 2014): what is kept is scaled up, so sampling needs no change. */
function dropout(x: tf.Tensor, rate: number, { dropout: maskOf }: ForwardContext): tf.Tensor {
  return maskOf && rate > 0 ? tf.mul(x, maskOf(x.shape, rate)) : x;
}

/** A layer, and the activation after it where one kernel can compute both. */
export interface Block {
  readonly spec: LayerSpec;
  readonly activation: PiecewiseLinear | null;
}

const takesActivation: ReadonlySet<LayerSpec['kind']> = new Set(['dense', 'conv', 'batchNorm', 'layerNorm']);

/** The activation that the layer before it computes along, if there is one. */
export function activationWithin(spec: LayerSpec, next: LayerSpec | undefined): PiecewiseLinear | null {
  const joins = (next?.kind === 'relu' || next?.kind === 'leakyRelu') && takesActivation.has(spec.kind);
  return joins ? next : null;
}

/** One block, forwards. Shapes have been checked by `describeNetwork`; every case can be differentiated twice. */
export function forwardBlock(block: Block, x: tf.Tensor, weights: LayerWeights, context: ForwardContext): tf.Tensor {
  const { spec, activation } = block;
  const batch = x.shape[0] as number;
  switch (spec.kind) {
    case 'dense':
      return dense(x, weights, activation);
    case 'conv':
      return conv(spec, x, weights, activation);
    case 'convTranspose': {
      // [batch, height, width, channels] -> [batch, height′, width′, filters]
      const [, height, width] = x.shape as [number, number, number, number];
      const grown = (n: number) => (spec.padding === 'same' ? n * spec.stride : (n - 1) * spec.stride + spec.kernel);
      const kernel = weight(weights, 'kernel') as tf.Tensor as tf.Tensor4D;
      const output: [number, number, number, number] = [batch, grown(height), grown(width), spec.filters];
      const y = tf.conv2dTranspose(x as tf.Tensor4D, kernel, output, spec.stride, spec.padding);
      return tf.add(y, weight(weights, 'bias'));
    }
    case 'batchNorm':
      return batchNorm(spec, x, weights, context, activation);
    case 'layerNorm':
      return layerNorm(spec, x, weights, activation);
    case 'relu':
      return tf.relu(x);
    case 'leakyRelu':
      return leakyRelu(x, spec.slope);
    case 'tanh':
      return tanh(x);
    case 'sigmoid':
      return sigmoid(x);
    case 'dropout':
      return dropout(x, spec.rate, context);
    case 'flatten':
      return tf.reshape(x, [batch, x.size / batch]);
    case 'reshape':
      return tf.reshape(x, [batch, ...spec.shape]);
    case 'labelEmbedding':
      return labelEmbedding(x, weights, context);
    case 'projection':
      return projection(x, weights, context);
    default:
      return spec satisfies never;
  }
}
