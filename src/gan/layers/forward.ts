import * as tf from '@tensorflow/tfjs-core';
import type { LayerSpec } from '../../core/network.ts';
import { branchWeight } from '../../core/network.ts';
import type { ForwardContext, LayerWeights } from './context.ts';
import { weight } from './context.ts';
import { maxout, maxPool } from './maximum.ts';
import { batchNorm, layerNorm } from './normalisation.ts';
import { leakyRelu, sigmoid, tanh } from './smooth.ts';

/** Appends the embedded class to the features. */
function labelEmbedding(x: tf.Tensor, weights: LayerWeights, { labels }: ForwardContext): tf.Tensor {
  if (!labels) throw new Error('A label embedding needs the class of each example.');
  const rows = tf.gather(weight(weights, 'table'), labels); // [batch, size]
  return tf.concat([x, rows], 1); // [batch, features + size]
}

/** Appends what the branch makes of the one-hot class. */
function labelBranch(
  spec: Extract<LayerSpec, { kind: 'labelBranch' }>,
  x: tf.Tensor,
  weights: LayerWeights,
  context: ForwardContext,
): tf.Tensor {
  if (!context.labels) throw new Error('A label branch needs the class of each example.');
  let y: tf.Tensor = tf.oneHot(context.labels, spec.classes, 1, 0, 'float32'); // [batch, classes]
  for (const [index, layer] of spec.layers.entries()) {
    const prefix = branchWeight(index, layer.kind, '');
    const own = Object.entries(weights).filter(([name]) => name.startsWith(prefix));
    const named = Object.fromEntries(own.map(([name, variable]) => [name.slice(prefix.length), variable]));
    y = forwardLayer(layer, y, named, context);
  }
  return tf.concat([x, y], 1); // [batch, features + outputs]
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

/** One layer, forwards. Shapes have been checked by `describeNetwork`; every case can be differentiated twice. */
export function forwardLayer(spec: LayerSpec, x: tf.Tensor, weights: LayerWeights, context: ForwardContext): tf.Tensor {
  const batch = x.shape[0] as number;
  const kernel = <T extends tf.Tensor>(): T => weight(weights, 'kernel') as tf.Tensor as T;
  switch (spec.kind) {
    case 'dense': // [batch, features] -> [batch, units]
      return tf.add(tf.matMul(x, kernel()), weight(weights, 'bias'));
    case 'conv': // [batch, height, width, channels] -> [batch, height′, width′, filters]
      return tf.add(tf.conv2d(x as tf.Tensor4D, kernel(), spec.stride, spec.padding), weight(weights, 'bias'));
    case 'convTranspose': {
      // [batch, height, width, channels] -> [batch, height′, width′, filters]
      const [, height, width] = x.shape as [number, number, number, number];
      const grown = (n: number) => (spec.padding === 'same' ? n * spec.stride : (n - 1) * spec.stride + spec.kernel);
      const output: [number, number, number, number] = [batch, grown(height), grown(width), spec.filters];
      const y = tf.conv2dTranspose(x as tf.Tensor4D, kernel(), output, spec.stride, spec.padding);
      return tf.add(y, weight(weights, 'bias'));
    }
    case 'batchNorm':
      return batchNorm(spec, x, weights, context);
    case 'layerNorm':
      return layerNorm(spec, x, weights);
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
    case 'maxPool': // [batch, height, width, channels] -> [batch, height / size, width / size, channels]
      return maxPool(x as tf.Tensor4D, spec.size);
    case 'maxout': // [batch, features] -> [batch, units]
      return maxout(tf.add(tf.matMul(x, kernel()), weight(weights, 'bias')), spec.pieces);
    case 'flatten':
      return tf.reshape(x, [batch, x.size / batch]);
    case 'reshape':
      return tf.reshape(x, [batch, ...spec.shape]);
    case 'labelEmbedding':
      return labelEmbedding(x, weights, context);
    case 'labelBranch':
      return labelBranch(spec, x, weights, context);
    case 'projection':
      return projection(x, weights, context);
    default:
      return spec satisfies never;
  }
}
