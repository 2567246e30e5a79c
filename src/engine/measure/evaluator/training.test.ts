import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { loadWhole } from '../../../../scripts/build/packedData.ts';
import { EngineError } from '../../../core/errors.ts';
import { gatherImages, gatherLabels } from '../../../data/images.ts';
import { info } from '../../../data/sets/mnist.ts';
import type { ImageSpec } from '../../../gan/plan.ts';
import { argMaxRows } from '../../../metrics/matrix.ts';
import { start } from '../../backends/simd.ts';
import { createEvaluator } from './evaluator.ts';
import { trainEvaluator } from './training.ts';

const image: ImageSpec = { kind: 'image', height: 28, width: 28, channels: 1, range: 'unit', resize: 'bilinear' };

it('learns a set’s classes, says how well on images held out, and leaves no tensor behind', async () => {
  const data = await loadWhole(info);
  const backend = await start({ threads: 1 });
  backend.activate();
  const before = tf.memory().numTensors;
  const shares: number[] = [];
  const { file, accuracy } = await trainEvaluator({
    data,
    image,
    backend,
    steps: 25,
    async between(share) {
      shares.push(share);
    },
  });
  expect(tf.memory().numTensors).toBe(before);
  expect(shares.slice(0, 3)).toEqual([0, 1 / 25, 2 / 25]);
  expect(accuracy).toBeGreaterThan(0.5);

  const evaluator = createEvaluator(file, backend);
  const test = Uint32Array.from({ length: 2000 }, (_, i) => info.trainCount + i);
  const { probabilities } = await evaluator.observe(gatherImages(data.pixels, 784, test, 'symmetric'));
  const labels = gatherLabels(data.labels, test);
  expect(argMaxRows(probabilities).filter((found, i) => found === labels[i]).length / 2000).toBe(accuracy);
  evaluator.dispose();
});

it('stops where it is told to', async () => {
  const data = await loadWhole(info);
  const backend = await start({ threads: 1 });
  const before = tf.memory().numTensors;
  const training = trainEvaluator({
    data,
    image,
    backend,
    async between(share) {
      if (share > 0) throw new EngineError('cancelled', { code: 'cancelled', work: 'classifier' });
    },
  });
  await expect(training).rejects.toMatchObject({ code: 'cancelled' });
  expect(tf.memory().numTensors).toBe(before);
});

it('classes are needed', async () => {
  const data = await loadWhole(info);
  const backend = await start({ threads: 1 });
  const alone = { ...data, info: { ...info, classes: ['everything'] } };
  const between = () => Promise.resolve();
  await expect(trainEvaluator({ data: alone, image, backend, between })).rejects.toMatchObject({
    problem: { code: 'evaluator.oneClass' },
  });
});
