import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { initialState, openStream } from '../../core/random.ts';
import { fusedAdam } from '../fused.ts';

const STEPS = 5;

/**
 * What `trainBriefly` returns, with fused multiply-add and without, wherever it runs. A change of any kernel's
 * arithmetic changes these on purpose: take the new values over when only last digits differ.
 */
export const KNOWN_LOSSES = {
  relaxed: [2.4227793216705322, 2.5804543495178223, 2.6822028160095215, 2.6507177352905273, 2.498739242553711],
  plain: [2.4227793216705322, 2.5804543495178223, 2.6822028160095215, 2.6507182121276855, 2.498739242553711],
} as const;

/** Shapes of the weights of a small convolutional classifier. */
const SHAPES = [
  [4, 4, 3, 40],
  [4, 4, 40, 24],
  [4 * 5 * 24, 130],
  [130, 11],
] as const;

/**
 * Trains a small network for a few steps, through most native kernels, and returns the losses. Equal bits in, equal
 * bits out: whatever the number of threads, in Node and in a browser.
 */
export function trainBriefly(): number[] {
  const stream = openStream(initialState(5, 'fingerprint'));
  // Uniform, because a normal distribution goes through the engine's own logarithm and cosine.
  const uniform = (shape: readonly number[], bound: number) => {
    const size = shape.reduce((product, n) => product * n, 1);
    return tf.tensor(stream.uniform(new Float32Array(size), -bound, bound), [...shape]);
  };
  const variables = SHAPES.map((shape) => tf.tidy(() => tf.variable(uniform(shape, 0.1))));
  const moments = SHAPES.map((shape) => [tf.zeros([...shape]), tf.zeros([...shape])] as const);
  const losses: number[] = [];
  for (let step = 1; step <= STEPS; step++) {
    tf.tidy(() => {
      const x = uniform([32, 14, 18, 3], 2) as tf.Tensor4D;
      const labels = tf.oneHot(tf.tensor1d(stream.integers(new Int32Array(32), 11), 'int32'), 11);
      let loss = 0;
      const gradients = tf.grads((...weights) => {
        const [kernel, second, hidden, out] = weights as [tf.Tensor4D, tf.Tensor4D, tf.Tensor2D, tf.Tensor2D];
        const coarse = tf.tanh(tf.conv2d(x, kernel, 2, 'same')) as tf.Tensor4D; // [32, 7, 9, 40]
        // With fewer multiplications: see ../winograd.ts.
        const image = tf.tanh(tf.conv2d(coarse, second, 2, 'same')); // [32, 4, 5, 24]
        const { mean, variance } = tf.moments(image, [0, 1, 2], true);
        const scaled = tf.relu(tf.div(tf.sub(image, mean), tf.sqrt(tf.add(variance, 1e-5))));
        const features = tf.softplus(tf.matMul(tf.reshape(scaled, [32, -1]), hidden)); // [32, 130]
        const logits = tf.logSoftmax(tf.matMul(tf.sigmoid(features), out) as tf.Tensor2D);
        const value = tf.neg(tf.mean(tf.sum(tf.mul(labels, logits), 1))) as tf.Scalar;
        loss = value.dataSync()[0] as number;
        return value;
      })(variables);
      gradients.forEach((gradient, i) => {
        const [m, v] = moments[i] as readonly [tf.Tensor, tf.Tensor];
        fusedAdam(variables[i] as tf.Variable, m, v, gradient, {
          rate: 1e-2,
          beta1: 0.5,
          beta2: 0.999,
          epsilon: 1e-8,
          step,
        });
      });
      losses.push(loss);
    });
  }
  for (const tensor of [...variables, ...moments.flat()]) tensor.dispose();
  return losses;
}
