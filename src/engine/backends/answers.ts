/** How soon a device says that it is done. */
import * as tf from '@tensorflow/tfjs-core';
import type { StartedBackend } from './backend.ts';

/** The first compiles the kernel. */
const TRIES = 3;

/**
 * Milliseconds that a read takes of what is made in next to no time: browsers that look only now and then whether a GPU is
 * done, as Firefox does, answer long after it.
 */
export async function timeOfAnswer({ activate, guard }: Pick<StartedBackend, 'activate' | 'guard'>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < TRIES; i++) {
    // Somebody else may have computed elsewhere during the last await.
    activate();
    const began = performance.now();
    const made = tf.tidy(() => tf.neg(tf.scalar(1)));
    await guard(made.data()).finally(() => made.dispose());
    least = Math.min(least, performance.now() - began);
  }
  return least;
}
