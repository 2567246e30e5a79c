/**
 * Maxima whose gradients can be differentiated again: the gradient goes to the first of the largest values, and
 * which one that is counts as a constant. tfjs's own max and maxPool have no second derivative.
 */
import * as tf from '@tensorflow/tfjs-core';
import { LARGEST, LARGEST_GRADIENT } from '../../core/kernels.ts';
import { runOp } from './op.ts';

/** The larger of each pair; of two equal ones the first has the gradient. */
const larger = tf.customGrad((a, b, save) => {
  const [first, second] = [a as tf.Tensor, b as tf.Tensor];
  const mask = tf.cast(tf.greaterEqual(first, second), 'float32');
  (save as (saved: tf.Tensor[]) => void)([mask]);
  return {
    value: tf.maximum(first, second),
    gradFunc: (dy: tf.Tensor, [chosen]: tf.Tensor[]) => [
      tf.mul(dy, chosen as tf.Tensor),
      tf.mul(dy, tf.sub(1, chosen as tf.Tensor)),
    ],
  };
}) as (a: tf.Tensor, b: tf.Tensor) => tf.Tensor;

/** The largest of each row's pieces, by the kernels that the current backend has for it. */
function largestOf(x: tf.Tensor, size: number): tf.Tensor {
  const run = (name: string, inputs: tf.NamedTensorMap) => tf.engine().runKernel(name, inputs, { size }) as unknown;
  return runOp({
    inputs: { x },
    forward(save) {
      const [value, chosen] = run(LARGEST, { x }) as [tf.Tensor, tf.Tensor];
      save([chosen]);
      return value;
    },
    backward(dy, saved) {
      const [chosen] = saved as [tf.Tensor];
      // On a tape, somebody differentiates this gradient.
      const asOperations = (): tf.Tensor =>
        tf.concat(
          Array.from({ length: size }, (_, piece) => tf.mul(dy, tf.cast(tf.equal(chosen, piece), 'float32'))),
          1,
        );
      return {
        x: () => (tf.engine().isTapeOn() ? asOperations() : (run(LARGEST_GRADIENT, { dy, chosen }) as tf.Tensor)),
      };
    },
  });
}

/** The largest of `size` neighbours that lie `length` apart: [n, size · length] -> [n, length]. */
function maxOf(x: tf.Tensor, size: number, length: number): tf.Tensor {
  const rows = tf.reshape(x, [-1, size * length]);
  if (tf.getKernel(LARGEST, tf.getBackend())) return largestOf(rows, size);
  return tf.split(rows, size, 1).reduce((a, b) => larger(a, b));
}

/**
 * Max pooling without overlap; what does not fill a last window is left out, as with PyTorch's default.
 *
 * Along each row first, so that of equal values, common in blank parts of an image, the first in reading order counts.
 */
export function maxPool(x: tf.Tensor4D, size: number): tf.Tensor {
  const [batch, height, width, channels] = x.shape;
  const [rows, columns] = [Math.floor(height / size), Math.floor(width / size)];
  const whole = rows * size === height && columns * size === width;
  const used = whole ? x : tf.slice(x, [0, 0, 0, 0], [batch, rows * size, columns * size, channels]);
  const alongRow = maxOf(used, size, channels); // [batch · rows · size · columns, channels]
  const ofWindow = maxOf(alongRow, size, columns * channels); // [batch · rows, columns · channels]
  return tf.reshape(ofWindow, [batch, rows, columns, channels]);
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
  return tf.reshape(maxOf(x, pieces, 1), [batch, features / pieces]);
}
