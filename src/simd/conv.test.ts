import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RegisteredSimd, registerSimdBackend } from './register.ts';
import { between, normalTensor, oneOf } from './testing/random.ts';
import { type ConvCase, eachProduct, relativeError } from './testing/reference.ts';

type Padding = 'same' | 'valid';

/** A random case: odd sizes, more channels than one packed block holds, kernels larger than the stride and smaller. */
function randomCase(): { shape: ConvCase; padding: Padding } {
  const padding = oneOf<Padding>(['same', 'valid']);
  const kernel = [between(1, 5), between(1, 5)] as const;
  const [height, width] = [between(5, 13), between(5, 13)];
  const stride = between(1, 3);
  const channels = oneOf([1, 2, 3, 5, 8, 17, 64]);
  const info = tf.backend_util.computeConv2DInfo([1, height, width, 1], [...kernel, 1, 1], stride, 1, padding);
  return {
    padding,
    shape: {
      batch: between(1, 3),
      height,
      width,
      channels,
      kernel,
      filters: oneOf([1, 3, 7, 8, 9, 33]),
      stride,
      outHeight: info.outHeight,
      outWidth: info.outWidth,
      top: info.padInfo.top,
      left: info.padInfo.left,
    },
  };
}

describe.each([true, false])('convolution, relaxed SIMD %s', (relaxed) => {
  let simd: RegisteredSimd;
  beforeAll(async () => {
    simd = await registerSimdBackend({ relaxed });
    await tf.setBackend('simd');
  });
  afterAll(() => simd.dispose());

  it('and both its gradients agree with double precision', () => {
    for (let trial = 0; trial < 60; trial++) {
      const { shape, padding } = randomCase();
      const label = JSON.stringify({ ...shape, padding });
      tf.tidy(() => {
        const imageShape: [number, number, number, number] = [shape.batch, shape.height, shape.width, shape.channels];
        const x = normalTensor(imageShape) as tf.Tensor4D;
        const filter = normalTensor([...shape.kernel, shape.channels, shape.filters]) as tf.Tensor4D;
        const dy = normalTensor([shape.batch, shape.outHeight, shape.outWidth, shape.filters]) as tf.Tensor4D;
        const [xs, ws, ds] = [x.dataSync(), filter.dataSync(), dy.dataSync()] as Float32Array[];
        const [y, dx, dw] = [dy.size, x.size, filter.size].map((size) => new Float64Array(size)) as [
          Float64Array,
          Float64Array,
          Float64Array,
        ];
        eachProduct(shape, (image, tap, output) => {
          y[output] = (y[output] as number) + (xs?.[image] as number) * (ws?.[tap] as number);
          dx[image] = (dx[image] as number) + (ds?.[output] as number) * (ws?.[tap] as number);
          dw[tap] = (dw[tap] as number) + (ds?.[output] as number) * (xs?.[image] as number);
        });
        expect(relativeError(tf.conv2d(x, filter, shape.stride, padding).dataSync(), y), label).toBeLessThan(1e-5);
        const transposed = tf.conv2dTranspose(dy, filter, imageShape, shape.stride, padding);
        expect(relativeError(transposed.dataSync(), dx), label).toBeLessThan(1e-5);
        const gradient = tf.grad((w: tf.Tensor) => tf.conv2d(x, w as tf.Tensor4D, shape.stride, padding));
        expect(relativeError(gradient(filter, dy).dataSync(), dw), label).toBeLessThan(1e-5);
      });
    }
  });

  it('adds up the gradient by the filter to its last pixel, where pixels are many', () => {
    const [height, width] = [33, 31];
    const shape = { batch: 2, height, width, channels: 3, kernel: [3, 3], filters: 5 } as const;
    const pixels = { stride: 1, outHeight: height, outWidth: width, top: 1, left: 1 };
    tf.tidy(() => {
      const x = normalTensor([2, height, width, 3]) as tf.Tensor4D;
      const dy = normalTensor([2, height, width, 5]);
      const [xs, ds] = [x.dataSync(), dy.dataSync()];
      const expected = new Float64Array(3 * 3 * 3 * 5);
      eachProduct({ ...shape, ...pixels }, (image, tap, output) => {
        expected[tap] = (expected[tap] as number) + (xs[image] as number) * (ds[output] as number);
      });
      const gradient = tf.grad((w: tf.Tensor) => tf.conv2d(x, w as tf.Tensor4D, 1, 'same'));
      expect(relativeError(gradient(normalTensor([3, 3, 3, 5]), dy).dataSync(), expected)).toBeLessThan(1e-5);
    });
  });

  it('handles more taps than the scratch area holds at once', () => {
    tf.tidy(() => {
      const dy = normalTensor([2, 12, 11, 300]) as tf.Tensor4D;
      const filter = normalTensor([3, 3, 70, 300]) as tf.Tensor4D;
      const native = tf.conv2dTranspose(dy, filter, [2, 24, 22, 70], 2, 'same').dataSync();
      const x = normalTensor([2, 24, 22, 70]) as tf.Tensor4D;
      // ⟨conv(x), dy⟩ = ⟨x, convᵀ(dy)⟩
      const left = tf.sum(tf.mul(tf.conv2d(x, filter, 2, 'same'), dy)).dataSync()[0] as number;
      const right = x.dataSync<'float32'>().reduce((sum, value, i) => sum + value * (native[i] as number), 0);
      expect(Math.abs(left - right) / Math.abs(right)).toBeLessThan(1e-4);
    });
  });
});
