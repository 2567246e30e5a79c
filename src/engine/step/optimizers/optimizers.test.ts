import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OptimizerSpec, SgdSpec } from '../../../gan/plan.ts';
import { createOptimizer } from './index.ts';

const start = [0.5, -1, 2];
const gradients = Array.from({ length: 20 }, (_, t) => [Math.sin(t), 1e-2 * Math.cos(3 * t), t - 7]);

const rmsProp = { kind: 'rmsProp', rate: 0.01, rho: 0.99, epsilon: 1e-8 } as const;
const sgd: SgdSpec = { kind: 'sgd', rate: 0.1, decay: 1.1, floor: 0.02, momentum: { from: 0.5, to: 0.7, over: 10 } };

function run(spec: OptimizerSpec): number[] {
  const variable = tf.variable(tf.tensor1d(start));
  const optimizer = createOptimizer(spec.kind, [variable]);
  for (const g of gradients) optimizer.apply([tf.tensor1d(g)], spec);
  return [...variable.dataSync()];
}

beforeAll(() => tf.setBackend('cpu'));

it('RMSProp divides by the root of the running mean square', () => {
  const expected = start.map((from, i) => {
    let [weight, square] = [from, 0];
    for (const g of gradients.map((gradient) => gradient[i] as number)) {
      square = rmsProp.rho * square + (1 - rmsProp.rho) * g ** 2;
      weight -= (rmsProp.rate * g) / (Math.sqrt(square) + rmsProp.epsilon);
    }
    return weight;
  });
  for (const [i, value] of run(rmsProp).entries()) expect(value).toBeCloseTo(expected[i] as number, 4);
});

it('SGD lowers its rate to the floor and raises its momentum', () => {
  const expected = start.map((from, i) => {
    let [weight, velocity] = [from, 0];
    for (const [t, gradient] of gradients.entries()) {
      const momentum = t < 10 ? 0.5 + 0.02 * t : 0.7;
      velocity = momentum * velocity - Math.max(0.02, 0.1 / 1.1 ** t) * (gradient[i] as number);
      weight += velocity;
    }
    return weight;
  });
  for (const [i, value] of run(sgd).entries()) expect(value).toBeCloseTo(expected[i] as number, 3);
});

describe.each<OptimizerSpec>([rmsProp, sgd])('$kind', (spec) => {
  it('keeps no tensor besides its memory', () => {
    const variable = tf.variable(tf.tensor1d(start));
    const before = tf.memory().numTensors;
    const optimizer = createOptimizer(spec.kind, [variable]);
    const gradient = tf.tensor1d([1, 2, 3]);
    for (let i = 0; i < 5; i++) optimizer.apply([gradient], spec);
    expect(tf.memory().numTensors - before).toBe(1 + optimizer.slots.length);
    gradient.dispose();
    optimizer.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });
});
