/**
 * Activations whose gradients can be differentiated again.
 *
 * tfjs saves the *output* of tanh and sigmoid for the backward pass and treats it as a constant there,
 * so a second derivative comes out wrong without an error; leakyRelu has none at all. Here each backward
 * pass is itself made of differentiable operations on the *input*.
 */
import * as tf from '@tensorflow/tfjs-core';

type Unary = <T extends tf.Tensor>(x: T) => T;

/** An element-wise function from its value and its derivative, the latter built of differentiable ops. */
function elementwise(value: (x: tf.Tensor) => tf.Tensor, derivative: (x: tf.Tensor) => tf.Tensor): Unary {
  const op = tf.customGrad((x, save) => {
    (save as (saved: tf.Tensor[]) => void)([x as tf.Tensor]);
    return {
      value: value(x as tf.Tensor),
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => tf.mul(dy, derivative(saved[0] as tf.Tensor)),
    };
  });
  return <T extends tf.Tensor>(x: T) => op(x) as T;
}

/** tanh′(x) = 1 − tanh²(x) */
export const tanh: Unary = elementwise(
  (x) => tf.tanh(x),
  (x) => tf.sub(1, tf.square(tanh(x))),
);

/** σ′(x) = σ(x) · (1 − σ(x)) */
export const sigmoid: Unary = elementwise(
  (x) => tf.sigmoid(x),
  (x) => {
    const s = sigmoid(x);
    return tf.mul(s, tf.sub(1, s));
  },
);

/** log(1 + eˣ), without overflow; softplus′ = σ */
export const softplus: Unary = elementwise(
  (x) => tf.softplus(x),
  (x) => sigmoid(x),
);

/** exp′ = exp; tfjs's own saves its output, and its second derivative is wrong. */
export const exp: Unary = elementwise(
  (x) => tf.exp(x),
  (x) => exp(x),
);

/**
 * log Σ exp(x) over the last axis, without overflow. Its gradient is the softmax, exp(x − log Σ exp(x)), whose
 * exponents are never positive; tfjs's own has no second derivative.
 *
 * @param x [batch, n]
 * @returns [batch, 1]
 */
export function logSumExp(x: tf.Tensor): tf.Tensor {
  const op = tf.customGrad((input, save) => {
    (save as (saved: tf.Tensor[]) => void)([input as tf.Tensor]);
    return {
      value: tf.logSumExp(input as tf.Tensor, -1, true),
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => {
        const [x] = saved as [tf.Tensor];
        return tf.mul(dy, exp(tf.sub(x, logSumExp(x))));
      },
    };
  });
  return op(x);
}

/** max(x, slope · x); piecewise linear, so its derivative is a step whose own derivative is zero. */
export function leakyRelu<T extends tf.Tensor>(x: T, slope: number): T {
  const op = elementwise(
    (input) => tf.leakyRelu(input, slope),
    (input) => tf.step(input, slope),
  );
  return op(x);
}
