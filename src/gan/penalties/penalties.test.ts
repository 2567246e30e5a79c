import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { beforeAll, describe, expect, it } from 'vitest';
import { initialState, openStream } from '../../core/random.ts';
import type { ForwardContext } from '../layers/context.ts';
import { createNetwork } from '../layers/network.ts';
import type { GradientNormSpec, PerturbationSpec } from '../plan.ts';
import { findRecipe } from '../recipes/index.ts';
import { derivativeError, randomVariable } from '../testing/derivatives.ts';
import { draganPenalty } from './dragan.ts';
import { columnNorms, exampleNorms, gradientAt } from './gradientNorm.ts';
import { perturb } from './perturbation.ts';

const noDropout: ForwardContext = { labels: null, statistics: 'batch', updatesRunning: false, dropout: null };
const small = { height: 8, width: 8, channels: 1, classes: 10 };
const stream = (name: string) => openStream(initialState(1, name));

beforeAll(() => tf.setBackend('cpu'));

describe('the DRAGAN penalty', () => {
  const positions = (['none', 'layer', 'batch'] as const).flatMap((dNorm) =>
    (['image', 'columns'] as const).flatMap((over) =>
      (['logit', 'probability'] as const).map((of) => ({ dNorm, over, of })),
    ),
  );

  it.each(positions)('has the right gradient in every weight of D: %o', ({ dNorm, over, of }) => {
    const recipe = findRecipe('dragan');
    const plan = recipe?.plan({ width: 0.06, dNorm }, small);
    if (!plan) throw new Error('There is no DRAGAN.');
    // Across a kink of leakyRelu the gradient jumps and a finite difference means nothing: a curved stand-in, whose
    // second derivative is not zero either. Weights larger than the recipe's 0.02, so that rounding hides no error.
    const layers = plan.discriminator.layers.map((layer) =>
      layer.kind === 'leakyRelu' ? ({ kind: 'tanh' } as const) : layer,
    );
    const discriminator = createNetwork(
      { ...plan.discriminator, layers, init: { kind: 'normal', std: 0.2 } },
      stream('D'),
    );
    const x = randomVariable([4, 8, 8, 1]);
    const spec: GradientNormSpec = { ...plan.gradientNorm, over, of, target: 0.3 };
    const evaluate = () =>
      draganPenalty(
        gradientAt(x, (input) => discriminator.forward(input, noDropout), of),
        spec,
      );
    expect(derivativeError({ variables: [x, ...discriminator.trainable], evaluate })).toBeLessThan(5e-3);
  });

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
    expect(draganPenalty(gradient, spec).dataSync()[0]).toBeCloseTo(16, 5);
    // The columns of a hold (3, 0) and (4, 0).
    expect([...columnNorms(gradient).dataSync().slice(0, 2)]).toEqual([3, 4]);
    expect(draganPenalty(gradient, { ...spec, over: 'columns' }).dataSync()[0]).toBeCloseTo((4 + 9) / 2, 5);
  });
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
