import * as tf from '@tensorflow/tfjs-core';
import type { LayerSpec } from '../../core/network.ts';
import { branchWeight } from '../../core/network.ts';
import { conv, dense } from './affine.ts';
import type { ForwardContext, Labels, LayerWeights } from './context.ts';
import { weight } from './context.ts';
import { maxout, maxPool } from './maximum.ts';
import { batchNorm, layerNorm } from './normalisation.ts';
import type { PiecewiseLinear } from './piecewiseLinear.ts';
import { leakyRelu, sigmoid, tanh } from './smooth.ts';

/** A layer with its weights. */
export interface Layer {
  readonly spec: LayerSpec;
  readonly weights: LayerWeights;
}

/** The row of a table for each example's class, [batch, size]; of mixed classes the mean of their rows. */
const rowsFor = (table: tf.Tensor, labels: Labels): tf.Tensor =>
  labels.rank === 1 ? tf.gather(table, labels as tf.Tensor1D) : tf.matMul(labels, table);

/** Appends the embedded class to the features. */
function labelEmbedding(x: tf.Tensor, weights: LayerWeights, { labels }: ForwardContext): tf.Tensor {
  if (!labels) throw new Error('A label embedding needs the class of each example.');
  const rows = rowsFor(weight(weights, 'table'), labels); // [batch, size]
  return tf.concat([x, rows], 1); // [batch, features + size]
}

/** Appends what the branch makes of the one-hot class, or of shares of several. */
function labelBranch(
  spec: Extract<LayerSpec, { kind: 'labelBranch' }>,
  x: tf.Tensor,
  weights: LayerWeights,
  context: ForwardContext,
): tf.Tensor {
  if (!context.labels) throw new Error('A label branch needs the class of each example.');
  const layers = spec.layers.map((layer, index): Layer => {
    const prefix = branchWeight(index, layer.kind, '');
    const own = Object.entries(weights).filter(([name]) => name.startsWith(prefix));
    return { spec: layer, weights: Object.fromEntries(own.map(([name, of]) => [name.slice(prefix.length), of])) };
  });
  const { labels } = context;
  const oneHot = labels.rank === 1 ? rowsFor(tf.eye(spec.classes), labels) : labels; // [batch, classes]
  return tf.concat([x, forwardLayers(layers, oneHot, context)], 1); // [batch, features + outputs]
}

/** Projection discriminator (Miyato and Koyama 2018, equation 5): ψ(φ(x)) + yᵀV φ(x). */
function projection(x: tf.Tensor, weights: LayerWeights, { labels }: ForwardContext): tf.Tensor {
  if (!labels) throw new Error('A projection needs the class of each example.');
  const unconditional = tf.add(tf.matMul(x, weight(weights, 'kernel')), weight(weights, 'bias')); // [batch, 1]
  const rows = rowsFor(weight(weights, 'table'), labels); // [batch, features]
  return tf.add(unconditional, tf.sum(tf.mul(x, rows), 1, true));
}

/** Inverted dropout (Srivastava et al. 2014): what is kept is scaled up, so sampling needs no change. */
function dropout(x: tf.Tensor, rate: number, { dropout: maskOf }: ForwardContext): tf.Tensor {
  return maskOf && rate > 0 ? tf.mul(x, maskOf(x.shape, rate)) : x;
}

const takesActivation: ReadonlySet<LayerSpec['kind']> = new Set(['dense', 'conv', 'batchNorm', 'layerNorm']);

/** The activation that a layer computes along, in one kernel with its own work. */
function activationWithin(spec: LayerSpec, next: LayerSpec | undefined): PiecewiseLinear | null {
  const joins = (next?.kind === 'relu' || next?.kind === 'leakyRelu') && takesActivation.has(spec.kind);
  return joins ? next : null;
}

/** One layer, forwards. Shapes have been checked by `describeNetwork`; every case can be differentiated twice. */
function forwardLayer(
  { spec, weights }: Layer,
  activation: PiecewiseLinear | null,
  x: tf.Tensor,
  context: ForwardContext,
): tf.Tensor {
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
    case 'maxPool': // [batch, height, width, channels] -> [batch, height / size, width / size, channels]
      return maxPool(x as tf.Tensor4D, spec.size);
    case 'maxout': // [batch, features] -> [batch, units]
      return maxout(dense(x, weights, null), spec.pieces);
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

/** Is shown what a layer makes, [batch, …output], by the layer's index. */
export type Watch = (output: tf.Tensor, index: number) => void;

/**
 * Layers one after the other: [batch, …input] -> [batch, …output].
 *
 * @param watch sees every output but that of a layer whose activation is computed along: then the activation's alone
 */
export function forwardLayers(
  layers: readonly Layer[],
  x: tf.Tensor,
  context: ForwardContext,
  watch?: Watch,
): tf.Tensor {
  let y = x;
  let along: PiecewiseLinear | null = null;
  for (const [index, layer] of layers.entries()) {
    if (along && layer.spec === along) {
      along = null;
      continue;
    }
    along = activationWithin(layer.spec, layers[index + 1]?.spec);
    y = forwardLayer(layer, along, y, context);
    watch?.(y, along ? index + 1 : index);
  }
  return y;
}
