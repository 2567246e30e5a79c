import * as tf from '@tensorflow/tfjs-core';
import { afterAll, expect, it } from 'vitest';
import { start as startCpu } from '../backends/cpu.ts';
import { start as startSimd } from '../backends/simd.ts';
import { dropoutMasks } from './dropout.ts';
import { openStreams } from './streams.ts';

afterAll(() => tf.removeBackend('simd'));

it('keeps each value with the right chance and scales it up', async () => {
  await startCpu();
  const mask = dropoutMasks(openStreams(1))([200, 50], 0.4).dataSync();
  const kept = mask.filter((value) => value !== 0);
  expect(kept.length / mask.length).toBeCloseTo(0.6, 1);
  for (const value of kept) expect(value).toBeCloseTo(1 / 0.6, 6);
});

it('draws the same masks on every backend, one after the other', async () => {
  const draw = () => {
    const masks = dropoutMasks(openStreams(2));
    return [masks([3, 7], 0.4), masks([5, 2], 0.5)].map((mask) => [...mask.dataSync()]);
  };
  await startCpu();
  const expected = draw();
  await startSimd();
  expect(draw()).toEqual(expected);
});
