import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { beforeAll, expect, it } from 'vitest';
import { initialState, openStream } from '../../core/random.ts';
import { maxout, maxPool } from './maximum.ts';

beforeAll(() => tf.setBackend('cpu'));

it.each([
  [2, [3, 6, 4, 2]],
  [3, [2, 7, 8, 1]],
] as [number, [number, number, number, number]][])(
  'pooling by %i is what tfjs makes of it, gradient included',
  (size, shape) => {
    const stream = openStream(initialState(1, 'pool'));
    const count = shape.reduce((product, n) => product * n, 1);
    const x = tf.tensor4d(stream.normal(new Float32Array(count)), shape);
    const stock = (image: tf.Tensor4D) => tf.maxPool(image, size, size, 'valid');
    expect([...maxPool(x, size).dataSync()]).toEqual([...stock(x).dataSync()]);
    const gradientOf = (pool: (image: tf.Tensor4D) => tf.Tensor) =>
      [
        ...tf
          .grad((image: tf.Tensor) => tf.sum(tf.square(pool(image as tf.Tensor4D))))(x)
          .dataSync(),
      ].map((g) => g + 0);
    expect(gradientOf((image) => maxPool(image, size))).toEqual(gradientOf(stock));
  },
);

it('of equal values the first in reading order has the gradient', () => {
  const gradientOf = (values: number[]) => [
    ...tf
      .grad((x: tf.Tensor) => tf.sum(maxPool(x as tf.Tensor4D, 2)))(tf.tensor4d(values, [1, 2, 2, 1]))
      .dataSync(),
  ];
  expect(gradientOf([1, 1, 1, 1])).toEqual([1, 0, 0, 0]);
  expect(gradientOf([0, 1, 1, 0])).toEqual([0, 1, 0, 0]);
  expect(gradientOf([0, 0, 0, 2])).toEqual([0, 0, 0, 1]);
});

it('maxout keeps the largest of each unit’s pieces', () => {
  const x = tf.tensor2d([[1, 5, 2, 0, -1, -3]]);
  expect([...maxout(x, 3).dataSync()]).toEqual([5, 0]);
  expect([...maxout(x, 2).dataSync()]).toEqual([5, 2, -1]);
});
