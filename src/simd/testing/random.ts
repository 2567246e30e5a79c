import * as tf from '@tensorflow/tfjs-core';
import { initialState, openStream } from '../../core/random.ts';

const stream = openStream(initialState(11, 'simd tests'));

/** A tensor with values from N(0, 1). */
export function normalTensor(shape: readonly number[]): tf.Tensor {
  const size = shape.reduce((product, n) => product * n, 1);
  return tf.tensor(stream.normal(new Float32Array(size)), [...shape], 'float32');
}

/** An integer in [low, high]. */
export const between = (low: number, high: number): number =>
  low + (stream.integers(new Int32Array(1), high - low + 1)[0] as number);

export const oneOf = <T>(choices: readonly T[]): T => choices[between(0, choices.length - 1)] as T;
