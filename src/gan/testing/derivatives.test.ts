import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { beforeAll, expect, it } from 'vitest';
import { examine, randomVariable } from './derivatives.ts';

beforeAll(() => tf.setBackend('cpu'));

const open = (f: (x: tf.Tensor) => tf.Tensor) => () => {
  const x = randomVariable([4]);
  return { variables: [x] as const, evaluate: () => f(x) };
};

it('finds the second derivatives that tfjs gets wrong', async () => {
  const [first, second] = await examine({ name: 'stock', open: open(tf.tanh), orders: 2 });
  expect(first?.error).toBeLessThan(3e-3);
  expect(second?.error).toBeGreaterThan(0.1);
});

it('finds a first derivative that is two per cent off', async () => {
  const off = tf.customGrad((x) => ({
    value: tf.square(x as tf.Tensor),
    gradFunc: (dy: tf.Tensor) => tf.mul(dy, tf.mul(x as tf.Tensor, 2.04)),
  }));
  const [first] = await examine({ name: 'off', open: open((x) => off(x)), orders: 1 });
  expect(first?.error).toBeGreaterThan(0.01);
});
