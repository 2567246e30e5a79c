import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RegisteredSimd, registerSimdBackend } from './register.ts';

let registered: RegisteredSimd;
beforeAll(async () => {
  registered = await registerSimdBackend({ threads: 2 });
  await tf.setBackend('simd');
});
afterAll(() => registered.dispose());

it.each(['float32', 'int32'] as const)(
  'writes classes as rows of %s, and nothing for one that there is not',
  (type) => {
    const made = tf.oneHot(tf.tensor1d([2, 0, -1, 3, 1], 'int32'), 3, 5, -0.5 * 2, type);
    expect(made.dtype).toBe(type);
    expect(made.arraySync()).toEqual([
      [-1, -1, 5],
      [5, -1, -1],
      [-1, -1, -1],
      [-1, -1, -1],
      [-1, 5, -1],
    ]);
  },
);

it('tells the first place of the greatest number, in each row', () => {
  const scores = tf.tensor3d([1, 3, 3, -1, -2, -Number.MIN_VALUE, 0, 0, 0, 7, 8, 9], [2, 2, 3]);
  expect(tf.argMax(scores, -1).arraySync()).toEqual([
    [1, 2],
    [0, 2],
  ]);
  // Along another axis by the kernel of the JavaScript backend.
  expect(tf.argMax(tf.tensor2d([1, 4, 3, 2], [2, 2]), 0).arraySync()).toEqual([1, 0]);
});

it('compares whole numbers as such, also those whose bits are no number', () => {
  const same = tf.equal(
    tf.tensor1d([0, -(2 ** 31), 0x7fc00000, 5], 'int32'),
    tf.tensor2d([0, 0, 0x7fc00000, 5, -5, 6, 0, 5], [2, 4], 'int32'),
  );
  expect(same.arraySync()).toEqual([
    [1, 0, 1, 1],
    [0, 0, 0, 1],
  ]);
  // Broadcast along the middle alone.
  const [a, b] = [tf.zeros([2, 3, 2], 'int32'), tf.tensor3d([0, 1, 2, 0], [2, 1, 2], 'int32')];
  expect(tf.sum(tf.cast(tf.equal(a, b), 'int32')).arraySync()).toBe(6);
});
