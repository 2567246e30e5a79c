import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { beforeAll, describe, expect, it } from 'vitest';
import { objectives, scaleOf } from '../objectives/index.ts';
import type { ObjectiveSpec } from '../plan.ts';
import { valuesToTry } from '../testing/variations.ts';
import { adversarialLossOf } from './adversarial.ts';

/** Of one kind of examples alone, which is what most objectives read. */
function lossOf(objective: ObjectiveSpec) {
  const loss = adversarialLossOf({ objective });
  return {
    ...loss,
    generator: (fake: tf.Tensor) => loss.generator(fake, null),
    score: (own: tf.Tensor): tf.Scalar => tf.mean(loss.scores(own, null)),
  };
}

const value = (scalar: tf.Scalar): number => scalar.dataSync()[0] as number;
const column = (...values: number[]) => tf.tensor2d(values, [values.length, 1]);

beforeAll(() => tf.setBackend('cpu'));

describe('cross-entropy', () => {
  const crossEntropy = lossOf({ kind: 'crossEntropy', smoothing: 0 });

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

describe('label smoothing', () => {
  const smooth = lossOf({ kind: 'crossEntropy', smoothing: 0.1 });
  const plain = lossOf({ kind: 'crossEntropy', smoothing: 0 });

  it('is the cross-entropy with target 1 − s, on real examples alone', () => {
    const sigma = 1 / (1 + Math.exp(-1.5));
    const { real, fake } = smooth.discriminator(column(1.5), column(0.3));
    expect(value(real)).toBeCloseTo(-0.9 * Math.log(sigma) - 0.1 * Math.log(1 - sigma), 5);
    expect(value(fake)).toBe(value(plain.discriminator(column(1.5), column(0.3)).fake));
    expect(value(smooth.generator(column(0.3)))).toBe(value(plain.generator(column(0.3))));
  });

  it('is least where D says 1 − s', () => {
    const loss = (logit: number) => value(smooth.discriminator(column(logit), column(0)).real);
    const best = Math.log(0.9 / 0.1);
    expect(loss(best)).toBeLessThan(Math.min(loss(best - 0.1), loss(best + 0.1)));
  });
});

it('minimax is log(1 − D(G(z))) for G, and flat where D is sure', () => {
  const minimax = lossOf({ kind: 'minimax', smoothing: 0 });
  const slope = (logit: number) =>
    tf
      .grad((x: tf.Tensor) => minimax.generator(x))(tf.scalar(logit))
      .dataSync()[0];
  expect(value(minimax.generator(column(0.7)))).toBeCloseTo(Math.log(1 - 1 / (1 + Math.exp(-0.7))), 5);
  expect(slope(-8)).toBeCloseTo(0, 3);
  expect(slope(8)).toBeCloseTo(-1, 3);
});

it('least squares draws D to b and a, and G draws it to c', () => {
  const { discriminator, generator, score } = lossOf({
    kind: 'leastSquares',
    targets: { fake: 0, real: 1, wanted: 1 },
    generatorWeight: 1,
  });
  const { real, fake } = discriminator(column(1, 3), column(0, 2));
  expect(value(real)).toBeCloseTo(1, 6);
  expect(value(fake)).toBeCloseTo(1, 6);
  expect(value(generator(column(0, 3)))).toBeCloseTo(2.5, 6);
  expect(value(score(column(0, 3)))).toBeCloseTo(1.5, 6);
});

it('hinge is zero beyond the margins', () => {
  const { discriminator, generator } = lossOf({ kind: 'hinge' });
  const { real, fake } = discriminator(column(1, 5, 0), column(-1, -3, 2));
  expect(value(real)).toBeCloseTo(1 / 3, 6);
  expect(value(fake)).toBeCloseTo(1, 6);
  expect(value(generator(column(2, 4)))).toBeCloseTo(-3, 6);
});

it('Wasserstein is a difference of means', () => {
  const { discriminator, generator } = lossOf({ kind: 'wasserstein' });
  const { real, fake } = discriminator(column(1, 5), column(-1, -3));
  expect([value(real), value(fake), value(generator(column(2, 4)))]).toEqual([-3, -2, -3]);
});

describe('relativistic average', () => {
  const { discriminator, generator, scores } = adversarialLossOf({ objective: { kind: 'relativistic' } });
  const sigma = (l: number) => 1 / (1 + Math.exp(-l));
  const [real, fake] = [
    [1.5, -0.5],
    [0.3, -2, 0.8],
  ] as const;
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b) / values.length;
  // As the paper writes it: D̃ of each example against the mean of the others.
  const real_ = real.map((c) => sigma(c - mean(fake)));
  const fake_ = fake.map((c) => sigma(c - mean(real)));
  const cost = (values: readonly number[]) => -mean(values.map(Math.log));

  it('is the cross-entropy of each kind against the mean of the other', () => {
    const terms = discriminator(column(...real), column(...fake));
    expect(value(terms.real)).toBeCloseTo(cost(real_), 5);
    expect(value(terms.fake)).toBeCloseTo(cost(fake_.map((d) => 1 - d)), 5);
    const expected = cost(fake_) + cost(real_.map((d) => 1 - d));
    expect(value(generator(column(...fake), column(...real)))).toBeCloseTo(expected, 5);
  });

  it('scores what it compares, so that a constant added to all outputs changes nothing', () => {
    for (const added of [0, 7]) {
      const [onReal, onFake] = [column(...real.map((c) => c + added)), column(...fake.map((c) => c + added))];
      expect([...scores(onReal, onFake).dataSync()]).toEqual(real_.map((d) => expect.closeTo(d, 5)));
      expect([...scores(onFake, onReal).dataSync()]).toEqual(fake_.map((d) => expect.closeTo(d, 5)));
    }
  });

  it('says so where there is nothing to compare with', () => {
    expect(() => generator(column(0), null)).toThrow(/one kind alone/);
  });
});

/** Outputs that D might say of all real, or of all generated examples; the plainest first. */
const OUTPUTS = Array.from({ length: 161 }, (_, i) => (i - 80) / 4).toSorted((a, b) => Math.abs(a) - Math.abs(b));

describe.each(
  objectives.flatMap(({ kind, params, specOf }) =>
    valuesToTry(params).map((values) => [`${kind} ${Object.values(values).join(' ')}`.trim(), specOf(values)] as const),
  ),
)('what %s says of its scale', (_, spec) => {
  const scale = scaleOf(spec);
  const { discriminator, scores } = adversarialLossOf({ objective: spec });
  const lossAt = (onReal: number, onFake: number): number => {
    const { real, fake } = discriminator(column(onReal), column(onFake));
    return value(real) + value(fake);
  };

  it.runIf(scale)('is how D’s losses and scores come out where it cannot tell, and where it is right', () => {
    tf.tidy(() => {
      const blind = Math.min(...OUTPUTS.map((output) => lossAt(output, output)));
      expect(Math.abs(blind - (scale?.lossBlind ?? 0))).toBeLessThan(0.05);

      // The best outputs, one kind after the other: where they are compared, what counts is their difference.
      const best = (loss: (output: number) => number) => OUTPUTS.reduce((a, b) => (loss(b) < loss(a) ? b : a));
      const onReal = best((output) => lossAt(output, 0));
      const onFake = best((output) => lossAt(onReal, output));
      expect(Math.abs(lossAt(onReal, onFake) - (scale?.lossLeast ?? 0))).toBeLessThan(0.05);
      const scored = [scores(column(onReal), column(onFake)), scores(column(onFake), column(onReal))];
      expect(Math.abs(value(scored[0] as tf.Scalar) - (scale?.real ?? 0))).toBeLessThan(0.1);
      expect(Math.abs(value(scored[1] as tf.Scalar) - (scale?.fake ?? 0))).toBeLessThan(0.1);
    });
  });
});
