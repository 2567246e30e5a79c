import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RegisteredSimd, registerSimdBackend } from './register.ts';
import { between, normalTensor, oneOf } from './testing/random.ts';
import { relativeError } from './testing/reference.ts';

describe('against the JavaScript backend', () => {
  let simd: RegisteredSimd;
  beforeAll(async () => {
    simd = await registerSimdBackend();
  });
  afterAll(() => simd.dispose());

  /** The largest relative error of `compute` on tensors of the given shapes. */
  async function errorOf(
    shapes: readonly (readonly number[])[],
    compute: (...inputs: tf.Tensor[]) => tf.Tensor | tf.Tensor[],
  ): Promise<number> {
    await tf.setBackend('cpu');
    const inputs = shapes.map(normalTensor);
    const evaluate = () =>
      [tf.tidy(() => compute(...inputs))].flat().map((x) => ({ shape: x.shape, values: x.dataSync() }));
    const expected = evaluate();
    await tf.setBackend('simd');
    const actual = evaluate();
    expect(actual.map(({ shape }) => shape)).toEqual(expected.map(({ shape }) => shape));
    tf.dispose(inputs);
    return Math.max(...actual.map(({ values }, i) => relativeError(values, expected[i]?.values ?? [])));
  }

  it('reduces over any axes', async () => {
    for (let trial = 0; trial < 60; trial++) {
      const shape = Array.from({ length: between(1, 4) }, () => oneOf([1, 2, 3, 7, 16, 33]));
      const axes = [...shape.keys()].filter(() => between(0, 1) === 1);
      for (const reduce of [tf.sum, tf.mean, tf.max, tf.min]) {
        const keepDims = between(0, 1) === 1;
        const error = await errorOf([shape], (x) => reduce(x, axes, keepDims));
        expect(error, `[${shape}] over [${axes}]`).toBeLessThan(1e-5);
      }
    }
  });

  it.each([
    [[100_003], [0]],
    [[3, 40_000], [1]],
    [[40_000, 3], [0]],
    [[2, 3001, 70], [1]],
    [[64, 6272], [0]],
  ])('reduces %j over %j, which takes several blocks', async (shape, axes) => {
    expect(await errorOf([shape], (x) => [tf.sum(tf.abs(x), axes), tf.max(x, axes)])).toBeLessThan(1e-5);
  });

  it('moves elements: transpose, slice, tile, concat, stack, split, pad, gather', async () => {
    for (let trial = 0; trial < 30; trial++) {
      const shape = Array.from({ length: 4 }, () => oneOf([1, 2, 3, 5, 8, 13]));
      const axis = between(0, 3);
      const order = [...shape.keys()].sort(() => between(0, 1) - 0.5);
      const begin = shape.map((n) => between(0, n - 1));
      const size = shape.map((n, i) => between(1, n - (begin[i] as number)));
      const padding = shape.map(() => [between(0, 2), between(0, 2)] as [number, number]);
      const wider = shape.map((n, i) => (i === axis ? n + 2 : n));
      const picked = tf.tensor1d(
        Array.from({ length: between(1, 9) }, () => between(0, (shape[axis] as number) - 1)),
        'int32',
      );
      const error = await errorOf([shape, wider], (x, y) => [
        tf.transpose(x, order),
        tf.slice(x, begin, size),
        tf.tile(x, [2, 1, 3, 1]),
        tf.concat([x, y, x], axis),
        tf.stack([x, x], axis),
        ...tf.split(y, [1, (shape[axis] as number) + 1], axis),
        tf.pad(x, padding, 1.5),
        tf.gather(x, picked, axis),
      ]);
      expect(error, `[${shape}] along ${axis}`).toBe(0);
    }
  });

  it('normalises, pools, takes softmax and sums segments', async () => {
    for (let trial = 0; trial < 20; trial++) {
      const [size, channels] = [between(5, 12), oneOf([1, 3, 4, 9, 16])];
      const [window, stride] = [between(2, 3), between(1, 3)];
      const pad = oneOf<'same' | 'valid'>(['same', 'valid']);
      const segments = tf.tensor1d([2, 0, 1], 'int32');
      const error = await errorOf([[3, size, size, channels], [channels]], (x, c) => [
        tf.batchNorm(
          x as tf.Tensor4D,
          c as tf.Tensor1D,
          tf.abs(c) as tf.Tensor1D,
          c as tf.Tensor1D,
          c as tf.Tensor1D,
          1e-3,
        ),
        tf.maxPool(x as tf.Tensor4D, window, stride, pad),
        tf.avgPool(x as tf.Tensor4D, window, stride, pad),
        tf.grad((image) => tf.square(tf.maxPool(image as tf.Tensor4D, window, stride, pad)))(x),
        tf.softmax(x),
        tf.logSoftmax(x),
        tf.unsortedSegmentSum(x, segments, 4),
        tf.where(tf.greater(x, 0), x, tf.neg(x)),
      ]);
      expect(error).toBeLessThan(1e-5);
    }
  });
});
