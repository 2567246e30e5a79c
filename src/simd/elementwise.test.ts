import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RegisteredSimd, registerSimdBackend } from './register.ts';
import { between, normalTensor, oneOf } from './testing/random.ts';
import { relativeError } from './testing/reference.ts';

const UNARY: Readonly<Record<string, [(x: tf.Tensor) => tf.Tensor, (x: number) => number]>> = {
  exp: [tf.exp, Math.exp],
  log: [(x) => tf.log(tf.abs(x)), (x) => Math.log(Math.abs(x))],
  tanh: [tf.tanh, Math.tanh],
  sigmoid: [tf.sigmoid, (x) => 1 / (1 + Math.exp(-x))],
  softplus: [tf.softplus, (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))],
  rsqrt: [(x) => tf.rsqrt(tf.abs(x)), (x) => 1 / Math.sqrt(Math.abs(x))],
  sqrt: [(x) => tf.sqrt(tf.abs(x)), (x) => Math.sqrt(Math.abs(x))],
  square: [tf.square, (x) => x * x],
  neg: [tf.neg, (x) => -x],
  relu: [tf.relu, (x) => Math.max(x, 0)],
  leakyRelu: [(x) => tf.leakyRelu(x, 0.3), (x) => (x < 0 ? Math.fround(0.3) * x : x)],
  step: [(x) => tf.step(x, 0.5), (x) => (x > 0 ? 1 : 0.5)],
  elu: [tf.elu, (x) => (x < 0 ? Math.expm1(x) : x)],
};

const BINARY: Readonly<Record<string, [(a: tf.Tensor, b: tf.Tensor) => tf.Tensor, (a: number, b: number) => number]>> =
  {
    add: [tf.add, (a, b) => a + b],
    sub: [tf.sub, (a, b) => a - b],
    mul: [tf.mul, (a, b) => a * b],
    div: [tf.div, (a, b) => a / b],
    maximum: [tf.maximum, Math.max],
    minimum: [tf.minimum, Math.min],
    greater: [tf.greater, (a, b) => Number(a > b)],
    lessEqual: [tf.lessEqual, (a, b) => Number(a <= b)],
    squaredDifference: [tf.squaredDifference, (a, b) => (a - b) ** 2],
  };

/** Sizes around a vector of four and around the chunk of 16 384. */
const SIZES = [0, 1, 3, 4, 5, 7, 1021, 16383, 16384, 16387, 50000];

/** Element `index` of the broadcast of x to `shape`, by the definition. */
function at(x: tf.Tensor, values: ArrayLike<number>, shape: readonly number[], index: number): number {
  let [rest, offset, stride] = [index, 0, 1];
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    const n = shape[axis] as number;
    const own = x.shape[axis - (shape.length - x.rank)] ?? 1;
    if (own > 1) offset += (rest % n) * stride;
    stride *= own;
    rest = Math.floor(rest / n);
  }
  return values[offset] as number;
}

describe.each([true, false])('element-wise, relaxed SIMD %s', (relaxed) => {
  let simd: RegisteredSimd;
  beforeAll(async () => {
    simd = await registerSimdBackend({ relaxed });
    await tf.setBackend('simd');
  });
  afterAll(() => simd.dispose());

  it.each(Object.entries(UNARY))('%s', (_, [native, exact]) => {
    for (const size of SIZES) {
      tf.tidy(() => {
        const x = tf.mul(normalTensor([size]), oneOf([0.01, 1, 20]));
        const actual = native(x).dataSync();
        x.dataSync().forEach((value, i) => {
          const expected = exact(value);
          const error = Math.abs((actual[i] as number) - expected) / Math.max(Math.abs(expected), 1e-30);
          if (!(error < 1e-6))
            expect(Math.abs((actual[i] as number) - expected), `f(${value}) = ${expected}`).toBeLessThan(1e-7);
        });
      });
    }
  });

  it('keeps the ends of the number line', () => {
    tf.tidy(() => {
      const ends = tf.tensor1d([-Infinity, -1e30, -104, -88, 88, 89, 1e30, Infinity, Number.NaN, 0, 1e-40]);
      const of = (f: (x: tf.Tensor) => tf.Tensor) => Array.from(f(ends).dataSync());
      expect(of(tf.exp).slice(0, 3).concat(of(tf.exp).slice(5, 10))).toEqual([
        0,
        0,
        0,
        Infinity,
        Infinity,
        Infinity,
        Number.NaN,
        1,
      ]);
      expect(of(tf.sigmoid)).toEqual([0, 0, 0, expect.closeTo(0), 1, 1, 1, 1, Number.NaN, 0.5, 0.5]);
      expect(of(tf.tanh)).toEqual([-1, -1, -1, -1, 1, 1, 1, 1, Number.NaN, 0, expect.closeTo(0)]);
      expect(of(tf.log).slice(7)).toEqual([Infinity, Number.NaN, -Infinity, expect.closeTo(Math.log(1e-40), 4)]);
      expect(of(tf.softplus).slice(6, 9)).toEqual([expect.closeTo(1e30, -25), Infinity, Number.NaN]);
    });
  });

  it.each(Object.entries(BINARY))('%s with broadcasting', (_, [native, exact]) => {
    for (let trial = 0; trial < 40; trial++) {
      const shape = Array.from({ length: between(0, 5) }, () => oneOf([1, 2, 3, 5, 8, 17]));
      const shrink = (n: number) => (between(0, 2) === 0 ? 1 : n);
      tf.tidy(() => {
        const [a, b] = [shape.map(shrink), shape.map(shrink).slice(between(0, 1))].map(normalTensor) as [
          tf.Tensor,
          tf.Tensor,
        ];
        const result = native(a, b);
        const [as, bs] = [a.dataSync(), b.dataSync()];
        const expected = Array.from({ length: result.size }, (_, i) =>
          exact(at(a, as, result.shape, i), at(b, bs, result.shape, i)),
        );
        expect(relativeError(result.dataSync(), expected), `[${a.shape}] and [${b.shape}]`).toBeLessThan(1e-6);
      });
    }
  });
});
