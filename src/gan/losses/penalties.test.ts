import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { beforeAll, describe, expect, it } from 'vitest';
import { initialState, openStream } from '../../core/random.ts';
import { penaltyOf } from '../penalties/index.ts';
import type { GradientNormSpec, PerturbationSpec } from '../plan.ts';
import { columnNorms, exampleNorms, gradientAt } from './gradientNorm.ts';
import { constrain, drawsFrom, penaltyPoints, penaltyValue } from './penalty.ts';
import { perturb } from './perturbation.ts';

const dragan = penaltyOf({ kind: 'dragan' });

const stream = (name: string) => openStream(initialState(1, name));

beforeAll(() => tf.setBackend('cpu'));

describe('a penalty', () => {
  it('is known in closed form for a linear D', () => {
    // D(x) = a·x: ∇ₓD = a everywhere, so the penalty is (‖a‖ − k)².
    const a = tf.tensor([3, 4, 0, 0], [2, 2, 1]);
    const gradient = gradientAt(tf.zeros([5, 2, 2, 1]), (x) => tf.sum(tf.mul(x, a), [1, 2]), 'logit');
    const spec: GradientNormSpec = {
      perturbation: { kind: 'gaussian', scale: 1 },
      target: 1,
      over: 'image',
      of: 'logit',
    };
    expect([...exampleNorms(gradient).dataSync()]).toEqual([5, 5, 5, 5, 5]);
    expect(penaltyValue(dragan, gradient, spec).dataSync()[0]).toBeCloseTo(16, 5);
    // The columns of a hold (3, 0) and (4, 0).
    expect([...columnNorms(gradient).dataSync().slice(0, 2)]).toEqual([3, 4]);
    expect(penaltyValue(dragan, gradient, { ...spec, over: 'columns' }).dataSync()[0]).toBeCloseTo((4 + 9) / 2, 5);
  });
});

describe('the point where the gradient is penalised', () => {
  const images = stream('x').normal(new Float32Array(3 * 4));
  const real = tf.tensor4d(images, [3, 2, 2, 1]);
  const fake = tf.tensor4d(stream('fake').normal(new Float32Array(3 * 4)), [3, 2, 2, 1]);
  const spec: GradientNormSpec = {
    perturbation: { kind: 'gaussian', scale: 0 },
    target: 1,
    over: 'image',
    of: 'logit',
  };
  const at = (kind: string) =>
    penaltyPoints(penaltyOf({ kind }), { real, fake, ...drawsFrom(stream('noise'), images, 3, spec) }).dataSync();

  it('is the real data itself, for R1 and for DRAGAN without noise', () => {
    expect([...at('r1')]).toEqual([...images]);
    expect([...at('dragan')]).toEqual([...images]);
  });

  it('is near the real data for DRAGAN, where its noise leads', () => {
    const noisy = { ...spec, perturbation: { kind: 'gaussian', scale: 0.5 } } as const;
    const points = penaltyPoints(dragan, { real, fake, ...drawsFrom(stream('noise'), images, 3, noisy) }).dataSync();
    expect([...points]).toEqual([...perturb(images, noisy.perturbation, stream('noise'))]);
    expect([...points]).not.toEqual([...images]);
  });

  it('is on the line between the two, at one place for each pair, for WGAN-GP', () => {
    const shares = stream('noise').uniform(new Float32Array(3));
    const generated = fake.dataSync();
    for (const [i, value] of at('wganGp').entries()) {
      const share = shares[Math.floor(i / 4)] as number;
      expect(value).toBeCloseTo(share * (images[i] as number) + (1 - share) * (generated[i] as number), 5);
    }
  });

  it('gives R1 half the mean squared norm', () => {
    const gradient = tf.tensor4d([3, 4, 0, 0, 0, 0, 0, 2], [2, 2, 2, 1]);
    expect(penaltyValue(penaltyOf({ kind: 'r1' }), gradient, spec).dataSync()[0]).toBeCloseTo((25 + 4) / 4, 5);
  });
});

it('clipping cuts every weight off at ±c', () => {
  const weights = [tf.variable(tf.tensor1d([-3, -0.1, 0, 0.1])), tf.variable(tf.tensor2d([[0.5], [0.2]]))];
  const before = tf.memory().numTensors;
  constrain(weights, { kind: 'clip', bound: 0.2 });
  expect(weights.map((weight) => [...weight.dataSync()])).toEqual([
    [-0.2, -0.1, 0, 0.1].map(Math.fround),
    [0.2, 0.2].map(Math.fround),
  ]);
  expect(tf.memory().numTensors).toBe(before);
});

describe('perturbation', () => {
  const x = stream('x').normal(new Float32Array(20_000), 3, 2);
  const noiseOf = (spec: PerturbationSpec) =>
    perturb(x, spec, stream('noise')).map((value, i) => value - (x[i] as number));
  const mean = (values: Float32Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = (values: Float32Array) => Math.sqrt(mean(values.map((value) => value ** 2)) - mean(values) ** 2);

  it('is scaled by the deviation of the data', () => {
    expect(deviation(noiseOf({ kind: 'gaussian', scale: 0.5 }))).toBeCloseTo(1, 1);
    // U(−s, s) has deviation s/√3.
    expect(deviation(noiseOf({ kind: 'uniform', scale: 0.5 }))).toBeCloseTo(1 / Math.sqrt(3), 1);
  });

  it('has no direction, but for the erratum', () => {
    expect(mean(noiseOf({ kind: 'gaussian', scale: 0.5 }))).toBeCloseTo(0, 1);
    expect(mean(noiseOf({ kind: 'uniform', scale: 0.5 }))).toBeCloseTo(0, 1);
    const positive = noiseOf({ kind: 'positiveUniform', scale: 0.5 });
    expect(Math.min(...positive)).toBeGreaterThanOrEqual(-1e-6);
    // E(α · u) = ½ · ½ of the scale, which is 1 here.
    expect(mean(positive)).toBeCloseTo(0.25, 1);
  });

  it('leaves the data alone at scale 0', () => {
    expect(perturb(x, { kind: 'gaussian', scale: 0 }, stream('noise'))).toEqual(x);
  });
});
