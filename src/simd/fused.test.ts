import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { initialState, openStream } from '../core/random.ts';
import { fillDropoutMask, fusedAdam, moveTowards, put, simdIsActive } from './fused.ts';
import { type RegisteredSimd, registerSimdBackend } from './register.ts';
import { normalTensor } from './testing/random.ts';

const settings = { rate: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };

/** Index of the first element that differs in any bit; −1 for none. */
const firstDifference = (tensor: tf.Tensor, expected: Float32Array): number =>
  tensor.dataSync().findIndex((value, i) => !Object.is(value, expected[i]));

describe('fused entry points', () => {
  let simd: RegisteredSimd;
  beforeAll(async () => {
    simd = await registerSimdBackend();
    await tf.setBackend('simd');
  });
  afterAll(() => simd.dispose());

  it('says that it is active', () => expect(simdIsActive()).toBe(true));

  it.each([1, 3, 16383, 16385, 40001])('takes Adam steps of %i weights like the paper', (size) => {
    tf.tidy(() => {
      const [w, m, v] = [normalTensor([size]), tf.zeros([size]), tf.zeros([size])];
      const expected = Float64Array.from(w.dataSync());
      const [first, second] = [new Float64Array(size), new Float64Array(size)];
      for (let step = 1; step <= 3; step++) {
        const g = normalTensor([size]);
        fusedAdam(w, m, v, g, { ...settings, step });
        g.dataSync().forEach((gradient, i) => {
          const m1 = settings.beta1 * (first[i] as number) + (1 - settings.beta1) * gradient;
          const v1 = settings.beta2 * (second[i] as number) + (1 - settings.beta2) * gradient ** 2;
          [first[i], second[i]] = [m1, v1];
          const root = Math.sqrt(v1 / (1 - settings.beta2 ** step));
          expected[i] =
            (expected[i] as number) - (settings.rate * (m1 / (1 - settings.beta1 ** step))) / (root + settings.epsilon);
        });
      }
      w.dataSync().forEach((weight, i) => {
        if (Math.abs(weight - (expected[i] as number)) > 1e-5) expect(weight).toBeCloseTo(expected[i] as number, 5);
      });
    });
  });

  it('does not change a tensor that shares memory with a weight', () => {
    tf.tidy(() => {
      const [w, m, v, g] = [0, 1, 2, 3].map(() => normalTensor([4])) as [tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor];
      tf.clone(w);
      expect(() => fusedAdam(w, m, v, g, { ...settings, step: 1 })).toThrow(/shares/);
      expect(() => fusedAdam(tf.zeros([5]), m, v, g, { ...settings, step: 1 })).toThrow(/one shape/);
    });
  });

  it.each([1, 3, 16383, 16385, 40001])('moves an average of %i weights in place', (size) => {
    tf.tidy(() => {
      const [average, value] = [normalTensor([size]), normalTensor([size])];
      const target = value.dataSync();
      const expected = average.dataSync().map((old, i) => old + 0.1 * ((target[i] as number) - old));
      moveTowards(average, value, 0.1);
      average.dataSync().forEach((x, i) => {
        if (Math.abs(x - (expected[i] as number)) > 1e-6) expect(x).toBeCloseTo(expected[i] as number, 6);
      });
      tf.clone(average);
      expect(() => moveTowards(average, value, 0.1)).toThrow(/shares/);
      expect(() => moveTowards(value, tf.zeros([size + 1]), 0.1)).toThrow(/one shape/);
    });
  });

  it.each([1, 5, 16385, 40001])('puts %i numbers where others were', (size) => {
    tf.tidy(() => {
      const [variable, value] = [tf.zeros([size]), normalTensor([size])];
      const { dataId } = variable;
      const expected = value.dataSync().slice() as Float32Array;
      put(variable, value);
      expect(variable.dataId).toBe(dataId);
      expect(firstDifference(variable, expected)).toBe(-1);
      expect(() => put(value, tf.zeros([size + 1]))).toThrow(/one shape/);
      tf.clone(variable);
      expect(() => put(variable, value)).toThrow(/shares/);
    });
  });

  it.each([0, 0.4, 0.999])('drops a share of %d', (rate) => {
    const state = initialState(4, 'dropout');
    const kept = openStream(state)
      .uniform(new Float32Array(16387))
      .map((value) => (value < rate ? 0 : 1 / (1 - rate)));
    tf.tidy(() => {
      const out = tf.zeros([16387]);
      expect(fillDropoutMask(out, state, rate).block).toBe(4097);
      expect(firstDifference(out, kept)).toBe(-1);
    });
  });
});
