import * as tf from '@tensorflow/tfjs-core';
import type { Algebra } from '../algebra.ts';
import { sigmoid, softplus } from '../layers/smooth.ts';

type Operand = tf.Tensor | number;

/** The algebra of losses on tensors, which are what comes in and out. Every operation can be differentiated twice. */
export const tensors: Algebra = {
  add: (a: Operand, b: Operand) => tf.add(a, b),
  sub: (a: Operand, b: Operand) => tf.sub(a, b),
  mul: (a: Operand, b: Operand) => tf.mul(a, b),
  div: (a: tf.Tensor, b) => tf.div(a, b),
  neg: (x: tf.Tensor) => tf.neg(x),
  square: (x: tf.Tensor) => tf.square(x),
  log: (x: tf.Tensor) => tf.log(x),
  relu: (x: tf.Tensor) => tf.relu(x),
  sigmoid,
  softplus,
  clip: (x: tf.Tensor, low, high) => tf.clipByValue(x, low, high),
  mean: (x: tf.Tensor) => tf.mean(x),
  sum: (x: tf.Tensor) => tf.sum(x),
};
