/** How soon a device says that it is done. */
import * as tf from '@tensorflow/tfjs-core';

/** The first compiles the kernel. */
const TRIES = 3;

/**
 * Milliseconds that a read takes of what is made in next to no time: browsers that look only now and then whether a GPU is
 * done, as Firefox does, answer long after it. To be measured while nothing trains.
 */
export async function timeOfAnswer(guard: <T>(read: Promise<T>) => Promise<T>): Promise<number> {
  const one = tf.scalar(1);
  let least = Number.POSITIVE_INFINITY;
  try {
    for (let i = 0; i < TRIES; i++) {
      const began = performance.now();
      const made = tf.neg(one);
      await guard(made.data()).finally(() => made.dispose());
      least = Math.min(least, performance.now() - began);
    }
  } finally {
    one.dispose();
  }
  return least;
}
