import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { beforeAll, describe, expect, it } from 'vitest';
import { supervision } from '../testing/objectiveCases.ts';
import { adversarialLossOf } from './adversarial.ts';
import { accuracy, classLoss, featureDistance, realLogit } from './semiSupervised.ts';

const crossEntropy = { kind: 'crossEntropy', smoothing: 0 } as const;

const value = (tensor: tf.Tensor): number => tensor.dataSync()[0] as number;
/** Softmax of one row of outputs. */
const softmax = (row: readonly number[]): number[] => {
  const powers = row.map(Math.exp);
  const sum = powers.reduce((a, b) => a + b);
  return powers.map((power) => power / sum);
};
const ROW = [0.3, -1.2, 0.8, 0.1];
const [, , , pFake = 0] = softmax(ROW);

beforeAll(() => tf.setBackend('cpu'));

describe('D’s outputs', () => {
  it('make p(real) = 1 − p(fake)', () => {
    const sigmoid = value(tf.sigmoid(realLogit(tf.tensor2d([ROW]))));
    expect(sigmoid).toBeCloseTo(1 - pFake, 6);
  });

  it('give the paper’s losses', () => {
    const { discriminator, generator, scores } = adversarialLossOf({ objective: crossEntropy, supervision });
    const outputs = tf.tensor2d([ROW]);
    const { real, fake } = discriminator(outputs, outputs);
    expect(value(real)).toBeCloseTo(-Math.log(1 - pFake), 5);
    expect(value(fake)).toBeCloseTo(-Math.log(pFake), 5);
    expect(value(generator(outputs, null))).toBeCloseTo(-Math.log(1 - pFake), 5);
    expect(value(scores(outputs, null))).toBeCloseTo(1 - pFake, 5);
  });

  it('stay finite and exact where D is sure', () => {
    const outputs = tf.tensor2d([[200, -300, 0, -500]]);
    expect(value(realLogit(outputs))).toBeCloseTo(700, 3);
    expect(value(classLoss(outputs, tf.tensor1d([1], 'int32'), 0))).toBeCloseTo(500, 3);
    expect(value(classLoss(outputs, tf.tensor1d([0], 'int32'), 0))).toBeCloseTo(0, 5);
  });

  it('name the class by the largest of the K logits, whatever “fake” is', () => {
    const outputs = tf.tensor2d([
      [3, 1, 2, 9],
      [0, 1, 2, -9],
    ]);
    expect(value(accuracy(outputs, tf.tensor1d([0, 2], 'int32')))).toBe(1);
    expect(value(accuracy(outputs, tf.tensor1d([0, 1], 'int32')))).toBe(0.5);
  });

  it('log(p + ε) hides how wrong D is', () => {
    const outputs = tf.tensor2d([[-60, 0, 0, 0]]);
    const label = tf.tensor1d([0], 'int32');
    expect(value(classLoss(outputs, label, 0))).toBeCloseTo(61.1, 1);
    expect(value(classLoss(outputs, label, 1e-8))).toBeCloseTo(-Math.log(1e-8), 2);
  });
});

it('feature matching is the squared distance of the means', () => {
  const real = tf.tensor2d([
    [1, 0],
    [3, 4],
  ]);
  expect(value(featureDistance(real, tf.tensor2d([[5, 3]])))).toBe(9 + 1);
});
