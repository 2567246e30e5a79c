import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { drawPointSet } from '../../data/points.ts';
import { info } from '../../data/sets/ring.ts';
import { start } from '../backends/cpu.ts';
import { resolve } from '../run/resolve.ts';
import { createTraining } from '../run/training.ts';

it('a state with a weight that is not finite is not worth keeping: the last good one stays', async () => {
  const config = { recipe: 'gan', data: info.id, seed: 1, params: { width: 0.02, batch: 4 } };
  const backend = await start();
  const { plan } = resolve(config);
  const training = createTraining({ config, plan, data: drawPointSet(info, config.seed), backend });
  training.advance('both');
  await training.keepSnapshot();
  training.advance('both');
  const [weight] = training.trainer().generator.weights;
  tf.tidy(() => weight?.variable.assign(tf.mul(weight.variable, Number.POSITIVE_INFINITY)));
  await training.keepSnapshot();
  expect(training.snapshot()?.step).toBe(1);
  // Nor are its networks let go for it.
  expect(await training.rest()).toBe(false);
  expect(training.trainer().generator.weights[0]).toBe(weight);
  training.dispose();
});
