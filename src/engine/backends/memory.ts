import * as tf from '@tensorflow/tfjs-core';

/** Live tensors of the whole engine. */
export function memoryNow(): { readonly tensors: number; readonly bytes: number } {
  const { numTensors, numBytes } = tf.memory();
  return { tensors: numTensors, bytes: numBytes };
}
