import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examine, randomVariable, type Subject } from '../gan/testing/derivatives.ts';
import { type RegisteredSimd, registerSimdBackend } from './register.ts';

/** What the networks are made of, on shapes that touch every tile edge; smooth, so that differences converge. */
function subjects(): Readonly<Record<string, Subject>> {
  const x = randomVariable([3, 7, 9, 5]);
  const filter = randomVariable([4, 3, 5, 9], 'filter');
  const [a, b] = [randomVariable([7, 13], 'a'), randomVariable([13, 17], 'b')];
  const image = x as unknown as tf.Tensor4D;
  const kernel = filter as unknown as tf.Tensor4D;
  return {
    matMul: { variables: [a, b], evaluate: () => tf.softplus(tf.matMul(a, b)) },
    'matMul, transposed': {
      variables: [a, b],
      evaluate: () => tf.square(tf.matMul(tf.square(b) as tf.Tensor2D, a as unknown as tf.Tensor2D, true, true)),
    },
    conv2d: { variables: [x, filter], evaluate: () => tf.square(tf.conv2d(image, kernel, 2, 'same')) },
    'conv2d, valid': { variables: [x, filter], evaluate: () => tf.softplus(tf.conv2d(image, kernel, 1, 'valid')) },
    conv2dTranspose: {
      variables: [x, filter],
      evaluate: () =>
        tf.square(
          tf.conv2dTranspose(
            tf.slice(image, 0, [3, 7, 9, 5]),
            tf.transpose(kernel, [0, 1, 3, 2]),
            [3, 14, 18, 9],
            2,
            'same',
          ),
        ),
    },
    normalisation: {
      variables: [x],
      evaluate: () => {
        const { mean, variance } = tf.moments(image, [0, 1, 2], true);
        return tf.square(tf.div(tf.sub(image, mean), tf.sqrt(tf.add(variance, 1e-3))));
      },
    },
    'norm of each example': {
      variables: [x],
      evaluate: () => tf.square(tf.sub(tf.sqrt(tf.add(tf.sum(tf.square(image), [1, 2, 3]), 1e-3)), 1)),
    },
    gather: {
      variables: [a],
      evaluate: () => tf.square(tf.concat([tf.gather(a, tf.tensor1d([6, 0, 6, 3], 'int32')), tf.square(a)], 0)),
    },
  };
}

describe('derivatives', () => {
  let simd: RegisteredSimd;
  beforeAll(async () => {
    simd = await registerSimdBackend();
    await tf.setBackend('simd');
  });
  afterAll(() => simd.dispose());

  const names = [
    'matMul',
    'matMul, transposed',
    'conv2d',
    'conv2d, valid',
    'conv2dTranspose',
    'normalisation',
    'norm of each example',
    'gather',
  ];

  it.each(names)('of %s', async (name) => {
    const open = () => subjects()[name] as Subject;
    // By the first variable, as a gradient penalty does: tfjs has no derivative of the gradient by a filter.
    for (const { error } of await examine({ name, open, orders: 2 })) expect(error).toBeLessThan(2e-3);
  });
});
