import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, it } from 'vitest';
import { createAdam } from './adam.ts';

const spec = { kind: 'adam', rate: 0.01, beta1: 0.5, beta2: 0.999, epsilon: 1e-8 } as const;

/** The algorithm as the paper prints it, in float64. */
function reference(start: readonly number[], gradients: readonly number[][], rates: readonly number[]): number[] {
  const weights = [...start];
  const m = start.map(() => 0);
  const v = start.map(() => 0);
  for (const [t, gradient] of gradients.entries()) {
    for (const [i, g] of gradient.entries()) {
      m[i] = spec.beta1 * (m[i] as number) + (1 - spec.beta1) * g;
      v[i] = spec.beta2 * (v[i] as number) + (1 - spec.beta2) * g ** 2;
      const mHat = (m[i] as number) / (1 - spec.beta1 ** (t + 1));
      const vHat = (v[i] as number) / (1 - spec.beta2 ** (t + 1));
      weights[i] = (weights[i] as number) - ((rates[t] as number) * mHat) / (Math.sqrt(vHat) + spec.epsilon);
    }
  }
  return weights;
}

const start = [0.5, -1, 2];
const gradients = Array.from({ length: 20 }, (_, t) => [Math.sin(t), 1e-4 * Math.cos(3 * t), t - 7]);

beforeAll(() => tf.setBackend('cpu'));

it('follows the algorithm of the paper, with a rate that changes on the way', () => {
  const rates = gradients.map((_, t) => (t < 10 ? 0.01 : 0.003));
  const variable = tf.variable(tf.tensor1d(start));
  const adam = createAdam([variable]);
  for (const [t, g] of gradients.entries()) adam.apply([tf.tensor1d(g)], { ...spec, rate: rates[t] as number });
  const expected = reference(start, gradients, rates);
  for (const [i, value] of variable.dataSync().entries()) expect(value).toBeCloseTo(expected[i] as number, 5);
});

it('agrees with the stock optimiser of tfjs', () => {
  const ours = tf.variable(tf.tensor1d(start));
  const theirs = tf.variable(tf.tensor1d(start), true, 'theirs');
  const adam = createAdam([ours]);
  const stock = tf.train.adam(spec.rate, spec.beta1, spec.beta2, spec.epsilon);
  for (const g of gradients) {
    adam.apply([tf.tensor1d(g)], spec);
    stock.applyGradients([{ name: 'theirs', tensor: tf.tensor1d(g) }]);
  }
  const expected = theirs.dataSync();
  for (const [i, value] of ours.dataSync().entries()) expect(value).toBeCloseTo(expected[i] as number, 4);
});

it('keeps no tensor besides its moments', () => {
  const variable = tf.variable(tf.tensor1d(start));
  const before = tf.memory().numTensors;
  const adam = createAdam([variable]);
  const gradient = tf.tensor1d([1, 2, 3]);
  for (let i = 0; i < 5; i++) adam.apply([gradient], spec);
  expect(tf.memory().numTensors - before).toBe(3);
  gradient.dispose();
  adam.dispose();
  expect(tf.memory().numTensors).toBe(before);
});
