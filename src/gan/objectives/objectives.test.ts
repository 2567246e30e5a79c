import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { beforeAll, describe, expect, it } from 'vitest';
import { derivativeError, gradientOf, randomVariable } from '../testing/derivatives.ts';
import { objectives } from './index.ts';

const value = (scalar: tf.Scalar): number => scalar.dataSync()[0] as number;
const column = (...values: number[]) => tf.tensor2d(values, [values.length, 1]);

beforeAll(() => tf.setBackend('cpu'));

describe.each(Object.entries(objectives))('%s', (_, objective) => {
  const losses: [string, (x: tf.Tensor) => tf.Scalar][] = [
    ['D on real', (x) => objective.discriminator(x, column(0)).real],
    ['D on fake', (x) => objective.discriminator(column(0), x).fake],
    ['G', (x) => objective.generator(x)],
    ['score', (x) => objective.score(x)],
  ];

  it.each(losses)('%s has the right first and second derivatives', (_name, loss) => {
    const x = randomVariable([6, 1]);
    const subject = { variables: [x], evaluate: () => loss(x) };
    expect(derivativeError(subject)).toBeLessThan(3e-3);
    const curved = { variables: [x], evaluate: () => tf.square(loss(x)) };
    expect(derivativeError(gradientOf(curved, x))).toBeLessThan(3e-3);
  });
});

describe('cross-entropy', () => {
  const { crossEntropy } = objectives;

  it('is log 2 where D cannot tell', () => {
    const { real, fake } = crossEntropy.discriminator(column(0, 0), column(0, 0));
    for (const loss of [real, fake, crossEntropy.generator(column(0))]) expect(value(loss)).toBeCloseTo(Math.LN2, 6);
    expect(value(crossEntropy.score(column(0)))).toBeCloseTo(0.5, 6);
  });

  it('is −log σ and −log(1 − σ), averaged', () => {
    const sigma = (l: number) => 1 / (1 + Math.exp(-l));
    const { real, fake } = crossEntropy.discriminator(column(1.5, -0.5), column(0.3, -2));
    expect(value(real)).toBeCloseTo(-(Math.log(sigma(1.5)) + Math.log(sigma(-0.5))) / 2, 5);
    expect(value(fake)).toBeCloseTo(-(Math.log(1 - sigma(0.3)) + Math.log(1 - sigma(-2))) / 2, 5);
    expect(value(crossEntropy.generator(column(0.7)))).toBeCloseTo(-Math.log(sigma(0.7)), 5);
  });

  it('stays finite and exact for confident logits', () => {
    const { real, fake } = crossEntropy.discriminator(column(-90), column(120));
    expect(value(real)).toBeCloseTo(90, 3);
    expect(value(fake)).toBeCloseTo(120, 3);
  });
});

it('least squares draws D to 1 and 0, and G draws it to 1', () => {
  const { real, fake } = objectives.leastSquares.discriminator(column(1, 3), column(0, 2));
  expect(value(real)).toBeCloseTo(1, 6);
  expect(value(fake)).toBeCloseTo(1, 6);
  expect(value(objectives.leastSquares.generator(column(0, 3)))).toBeCloseTo(2.5, 6);
  expect(value(objectives.leastSquares.score(column(0, 3)))).toBeCloseTo(1.5, 6);
});
