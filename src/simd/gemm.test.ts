import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RegisteredSimd, registerSimdBackend } from './register.ts';
import { between, normalTensor, oneOf } from './testing/random.ts';
import { matMulReference, relativeError } from './testing/reference.ts';

/** One, primes, and sizes around every edge: register tile (6 × 8), packed block (96, 256), narrow tile (64). */
const ROWS = [1, 2, 5, 6, 7, 13, 64, 95, 96, 97, 191, 193];
const COLUMNS = [1, 3, 7, 8, 9, 31, 63, 64, 65, 127, 255, 257, 521];
const DEPTHS = [1, 2, 3, 4, 5, 17, 64, 255, 256, 257, 600];

describe.each([true, false])('matrix product, relaxed SIMD %s', (relaxed) => {
  let simd: RegisteredSimd;
  beforeAll(async () => {
    simd = await registerSimdBackend({ relaxed });
    await tf.setBackend('simd');
  });
  afterAll(() => simd.dispose());

  it.each([
    [false, false],
    [true, false],
    [false, true],
    [true, true],
  ])('agrees with double precision, transposeA %s, transposeB %s', (transposeA, transposeB) => {
    for (let trial = 0; trial < 40; trial++) {
      const [m, k, n] = [oneOf(ROWS), oneOf(DEPTHS), oneOf(COLUMNS)];
      tf.tidy(() => {
        const a = normalTensor(transposeA ? [k, m] : [m, k]);
        const b = normalTensor(transposeB ? [n, k] : [k, n]);
        const expected = matMulReference(a.dataSync(), b.dataSync(), [m, k, n], transposeA, transposeB);
        const error = relativeError(tf.matMul(a, b, transposeA, transposeB).dataSync(), expected);
        expect(error, `${m} × ${k} × ${n}`).toBeLessThan(1e-5);
      });
    }
  });

  it.each([
    [1024, false],
    [1100, false],
    [1100, true],
    [5000, true],
  ])('adds up few long sums to their end: of %i products, with a bias %s', (k, biased) => {
    tf.tidy(() => {
      const [a, b, bias] = [normalTensor([7, k]), normalTensor([k, 11]), normalTensor([11])];
      const product = tf.fused.matMul({ a: a as tf.Tensor2D, b: b as tf.Tensor2D, ...(biased && { bias }) });
      const expected = matMulReference(a.dataSync(), b.dataSync(), [7, k, 11], false, false);
      const offset = biased ? bias.dataSync() : new Float32Array(11);
      const shifted = expected.map((value, i) => value + (offset[i % 11] as number));
      expect(relativeError(product.dataSync(), shifted)).toBeLessThan(1e-5);
    });
  });

  it('multiplies batches, also one matrix with many', () => {
    for (const [left, right] of [
      [3, 3],
      [1, 5],
      [4, 1],
    ] as const) {
      tf.tidy(() => {
        const [m, k, n] = [between(1, 30), between(1, 300), between(1, 30)];
        const a = normalTensor([left, m, k]);
        const b = normalTensor([right, n, k]);
        const product = tf.matMul(a, b, false, true);
        for (let i = 0; i < Math.max(left, right); i++) {
          const one = (x: tf.Tensor) => tf.gather(x, Math.min(i, (x.shape[0] as number) - 1)).dataSync();
          const expected = matMulReference(one(a), one(b), [m, k, n], false, true);
          expect(relativeError(one(product), expected)).toBeLessThan(1e-5);
        }
      });
    }
  });

  it.each(['linear', 'relu', 'relu6', 'leakyrelu', 'sigmoid', 'elu'] as const)(
    'adds a bias and applies %s',
    (activation) => {
      tf.tidy(() => {
        const [a, b, bias] = [normalTensor([13, 70]), normalTensor([70, 37]), normalTensor([37])];
        const fused = tf.fused.matMul({ a: a as tf.Tensor2D, b: b as tf.Tensor2D, bias, activation });
        const plain = tf.add(tf.matMul(a, b), bias);
        const expected = {
          linear: (x: tf.Tensor) => x,
          relu: tf.relu,
          relu6: tf.relu6,
          leakyrelu: (x: tf.Tensor) => tf.leakyRelu(x, 0.2),
          sigmoid: tf.sigmoid,
          elu: tf.elu,
        }[activation](plain);
        expect(relativeError(fused.dataSync(), expected.dataSync())).toBeLessThan(1e-6);
      });
    },
  );
});
