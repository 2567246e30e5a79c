import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Plan } from '../../gan/plan.ts';
import { resolve } from '../run/resolve.ts';
import { keptShare } from './average.ts';
import { takeStep } from './takeStep.ts';
import type { Trainer } from './trainer.ts';
import { createTrainer, disposeTrainer, sample } from './trainer.ts';

const { plan } = resolve({ recipe: 'cgan', data: 'mnist', seed: 1, params: { width: 0.02, batch: 4 } });
const batch = { images: new Float32Array(4 * 28 * 28).fill(0.5), labels: Int32Array.of(3, 1, 4, 1) };

const sampledWith = (sampling: Partial<Plan['sampling']>): Plan => ({
  ...plan,
  sampling: { ...plan.sampling, ...sampling },
});
const weightsOf = (network: Trainer['generator']): number[] =>
  network.weights.flatMap(({ variable }) => [...variable.dataSync<'float32'>()]);

function withTrainer(trained: Plan, act: (trainer: Trainer) => void): void {
  const trainer = createTrainer(trained, 1);
  try {
    act(trainer);
  } finally {
    disposeTrainer(trainer);
  }
}

beforeAll(() => tf.setBackend('cpu'));

describe('the moving average of G', () => {
  it('looks back over few updates at first, then as far as its decay says', () => {
    expect([1, 2, 1000].map((updates) => keptShare(0.99, updates))).toEqual([2 / 11, 3 / 12, 0.99]);
    expect(keptShare(0, 5)).toBe(0);
  });

  it('begins where G begins', () => {
    withTrainer(plan, ({ generator, average }) => expect(weightsOf(average)).toEqual(weightsOf(generator)));
  });

  it('is that of weights and running statistics, computed by hand, after three updates', () => {
    withTrainer(sampledWith({ averageDecay: 0.24 }), (trainer) => {
      let expected = weightsOf(trainer.generator);
      for (const kept of [2 / 11, 0.24, 0.24]) {
        takeStep(trainer, 'both', () => batch, 1).values.dispose();
        const now = weightsOf(trainer.generator);
        expected = expected.map((old, i) => kept * old + (1 - kept) * (now[i] as number));
      }
      for (const [i, value] of weightsOf(trainer.average).entries())
        expect(value).toBeCloseTo(expected[i] as number, 5);
      expect(weightsOf(trainer.average)).not.toEqual(weightsOf(trainer.generator));
    });
  });

  it('stands still while D alone is trained', () => {
    withTrainer(plan, (trainer) => {
      const before = weightsOf(trainer.average);
      takeStep(trainer, 'D', () => batch, 1).values.dispose();
      expect(weightsOf(trainer.average)).toEqual(before);
    });
  });

  it('draws the samples when asked to', () => {
    withTrainer(plan, (trainer) => {
      for (let step = 1; step <= 3; step++) takeStep(trainer, 'both', () => batch, step).values.dispose();
      const draw = (network: Partial<Trainer>, weights: Plan['sampling']['weights']): Float32Array => {
        const latent = Float32Array.from({ length: plan.latent.size }, (_, i) => Math.sin(i));
        const of = { ...trainer, ...network, plan: sampledWith({ weights }) };
        return tf.tidy(() => sample(of, latent, Int32Array.of(7)).dataSync<'float32'>());
      };
      const current = draw({}, 'current');
      const average = draw({}, 'average');
      expect(average).not.toEqual(current);
      expect(average).toEqual(draw({ generator: trainer.average }, 'current'));
    });
  });
});
