/** Dense and convolutional layers with bias and activation in one kernel, whose gradients can be differentiated again. */
import type { NamedAttrMap } from '@tensorflow/tfjs-core';
import * as tf from '@tensorflow/tfjs-core';
import type { LayerSpec } from '../../core/network.ts';
import type { LayerWeights } from './context.ts';
import { weight } from './context.ts';
import { runOp } from './op.ts';
import type { PiecewiseLinear } from './piecewiseLinear.ts';
import { throughActivation } from './piecewiseLinear.ts';

type Conv = Extract<LayerSpec, { readonly kind: 'conv' }>;

/** How tfjs's fused kernels are told. */
function kernelAttrs(activation: PiecewiseLinear | null): NamedAttrMap {
  if (!activation) return { activation: 'linear' };
  switch (activation.kind) {
    case 'relu':
      return { activation: 'relu' };
    case 'leakyRelu':
      return { activation: 'leakyrelu', leakyreluAlpha: activation.slope };
    default:
      return activation satisfies never;
  }
}

interface Product {
  readonly x: tf.Tensor;
  readonly weights: LayerWeights;
  readonly activation: PiecewiseLinear | null;
  /** tfjs's kernel for φ(x ∗ kernel + bias), and what it is called with. */
  run(inputs: { readonly x: tf.Tensor; readonly kernel: tf.Tensor; readonly bias: tf.Tensor }): tf.Tensor;
  gradientByX(dy: tf.Tensor, kernel: tf.Tensor): tf.Tensor;
  gradientByKernel(dy: tf.Tensor, x: tf.Tensor): tf.Tensor;
}

/** φ(x ∗ kernel + bias) for a product ∗ that is linear in both factors. */
function affine({ x, weights, activation, run, gradientByX, gradientByKernel }: Product): tf.Tensor {
  const inputs = { x, kernel: weight(weights, 'kernel'), bias: weight(weights, 'bias') };
  return runOp({
    inputs,
    forward(save) {
      const y = run(inputs);
      save(activation ? [x, inputs.kernel, y] : [x, inputs.kernel]);
      return y;
    },
    backward(dy, saved) {
      const [x, kernel, y] = saved as [tf.Tensor, tf.Tensor, tf.Tensor];
      const dz = throughActivation(dy, y, activation);
      const allButLast = Array.from({ length: dz.rank - 1 }, (_, axis) => axis);
      return {
        x: () => gradientByX(dz, kernel),
        kernel: () => gradientByKernel(dz, x),
        bias: () => tf.sum(dz, allButLast),
      };
    },
  });
}

/** [batch, features] -> [batch, units] */
export function dense(x: tf.Tensor, weights: LayerWeights, activation: PiecewiseLinear | null): tf.Tensor {
  return affine({
    x,
    weights,
    activation,
    run: ({ x, kernel, bias }) =>
      tf
        .engine()
        .runKernel(
          tf._FusedMatMul,
          { a: x, b: kernel, bias },
          { transposeA: false, transposeB: false, ...kernelAttrs(activation) },
        ) as tf.Tensor,
    gradientByX: (dy, kernel) => tf.matMul(dy, kernel, false, true),
    gradientByKernel: (dy, x) => tf.matMul(x, dy, true, false),
  });
}

/** [batch, height, width, channels] -> [batch, height′, width′, filters] */
export function conv(spec: Conv, x: tf.Tensor, weights: LayerWeights, activation: PiecewiseLinear | null): tf.Tensor {
  const attrs = { strides: spec.stride, pad: spec.padding, dataFormat: 'NHWC', dilations: 1 };
  return affine({
    x,
    weights,
    activation,
    run: ({ x, kernel, bias }) =>
      tf
        .engine()
        .runKernel(tf.FusedConv2D, { x, filter: kernel, bias }, { ...attrs, ...kernelAttrs(activation) }) as tf.Tensor,
    gradientByX: (dy, kernel) =>
      tf.conv2dTranspose(
        dy as tf.Tensor4D,
        kernel as tf.Tensor4D,
        x.shape as [number, number, number, number],
        spec.stride,
        spec.padding,
      ),
    // It has no gradient of its own: nothing differentiates by the weights twice.
    gradientByKernel: (dy, x) =>
      tf
        .engine()
        .runKernel(
          tf.Conv2DBackpropFilter,
          { x, dy },
          { ...attrs, filterShape: weight(weights, 'kernel').shape as number[] },
        ) as tf.Tensor,
  });
}
