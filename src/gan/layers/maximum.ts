/**
 * Maxima whose gradients can be differentiated again: the gradient goes to the first of the largest values, and
 * which one that is counts as a constant. tfjs's own max and maxPool have no second derivative.
 */
import * as tf from '@tensorflow/tfjs-core';

/**
 * The largest value over some axes, which are dropped.
 *
 * Equal values are common (blank parts of an image); like PyTorch, only the first of them gets a gradient.
 */
function maxOver(x: tf.Tensor, axes: number[]): tf.Tensor {
  const counted = x.shape.map((n, axis) => (axes.includes(axis) ? n : 1));
  const count = counted.reduce((product, n) => product * n, 1);
  const op = tf.customGrad((input, save) => {
    const values = input as tf.Tensor;
    const largest = tf.max(values, axes, true);
    // Where the largest value stands, counted down, so that the first place is the highest.
    const places = tf.reshape(tf.range(count, 0, -1), counted);
    const found = tf.mul(tf.cast(tf.equal(values, largest), 'float32'), places);
    const mask = tf.cast(tf.equal(found, tf.max(found, axes, true)), 'float32');
    (save as (saved: tf.Tensor[]) => void)([mask]);
    const kept = values.shape.map((n, axis) => (axes.includes(axis) ? 1 : n));
    return {
      value: tf.squeeze(largest, axes),
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => tf.mul(tf.reshape(dy, kept), saved[0] as tf.Tensor),
    };
  });
  return op(x);
}

/** Max pooling without overlap; what does not fill a last window is left out, as with PyTorch's default. */
export function maxPool(x: tf.Tensor4D, size: number): tf.Tensor {
  const [batch, height, width, channels] = x.shape;
  const [rows, columns] = [Math.floor(height / size), Math.floor(width / size)];
  const whole = rows * size === height && columns * size === width;
  const used = whole ? x : tf.slice(x, [0, 0, 0, 0], [batch, rows * size, columns * size, channels]);
  const windows = tf.reshape(used, [batch * rows, size, columns, size, channels]);
  return tf.reshape(maxOver(windows, [1, 3]), [batch, rows, columns, channels]);
}

/**
 * The largest of each unit's pieces.
 *
 * Goodfellow et al. 2013 (Maxout networks), section 2.
 *
 * @param x [batch, units · pieces]
 * @returns [batch, units]
 */
export function maxout(x: tf.Tensor, pieces: number): tf.Tensor {
  const [batch, features] = x.shape as [number, number];
  return maxOver(tf.reshape(x, [batch, features / pieces, pieces]), [2]);
}
