import { readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { dataBase, fetchFile } from '../../../../scripts/build/packedData.ts';
import type { TensorFault } from '../../../core/problems/keep.ts';
import { gatherImages, gatherLabels } from '../../../data/images.ts';
import { info } from '../../../data/sets/mnist.ts';
import type { LoadedImages } from '../../../data/shards.ts';
import { loadImageSet } from '../../../data/shards.ts';
import { findRecipe } from '../../../gan/recipes/index.ts';
import { reshape } from '../../../gan/specs.ts';
import { argMaxRows } from '../../../metrics/matrix.ts';
import type { StartedBackend } from '../../backends/backend.ts';
import { start } from '../../backends/simd.ts';
import { createTrainer } from '../../step/trainer.ts';
import { scoreGenerator, scoreReal } from '../quality.ts';
import { createEvaluator, type Evaluator } from './evaluator.ts';

const file = readFileSync('public/evaluator/evaluator.safetensors');
const card = JSON.parse(readFileSync('public/evaluator/card.json', 'utf8')) as { bytes: number; testAccuracy: number };
let data: LoadedImages;
let evaluator: Evaluator;
let backend: StartedBackend;

beforeAll(async () => {
  const silent = { onProgress: () => undefined, onProblem: () => undefined };
  data = await loadImageSet(info, { base: dataBase, fetch: fetchFile, includeTest: true, ...silent });
  await data.whenComplete;
  backend = await start({ threads: 1 });
  backend.activate();
  evaluator = createEvaluator(file);
});

const testDigits = (count: number) => Uint32Array.from({ length: count }, (_, i) => info.trainCount + i);

describe('the shipped evaluator', () => {
  it('is the one that its card describes', () => {
    expect(file.length).toBe(card.bytes);
    expect(file.length).toBeLessThan(1_000_000);
    expect(card.testAccuracy).toBeGreaterThan(0.992);
  });

  it('is right on the first thousand official test digits', async () => {
    const digits = testDigits(1000);
    const { features, probabilities } = await evaluator.observe(gatherImages(data.pixels, 784, digits, 'symmetric'));
    expect([features.rows, features.columns, probabilities.columns]).toEqual([1000, 64, 10]);
    const labels = gatherLabels(data.labels, digits);
    const right = argMaxRows(probabilities).filter((found, i) => found === labels[i]).length;
    expect(right).toBeGreaterThan(992);
    for (let row = 0; row < 1000; row++) {
      const sum = Array.from(probabilities.values.subarray(10 * row, 10 * row + 10)).reduce((a, b) => a + b, 0);
      expect(sum).toBeCloseTo(1, 12);
    }
  });

  it('sees the same in a digit whatever stands beside it', async () => {
    const together = await evaluator.observe(gatherImages(data.pixels, 784, testDigits(130), 'symmetric'));
    const last = await evaluator.observe(
      gatherImages(data.pixels, 784, Uint32Array.of(info.trainCount + 129), 'symmetric'),
    );
    const own = Array.from(together.features.values.subarray(129 * 64));
    for (const [i, value] of last.features.values.entries()) expect(value).toBeCloseTo(own[i] as number, 4);
  });

  it('leaves no tensor behind', async () => {
    const before = tf.memory().numTensors;
    await evaluator.observe(gatherImages(data.pixels, 784, testDigits(10), 'symmetric'));
    createEvaluator(file).dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  it.each<[string, Uint8Array, TensorFault]>([
    ['cut off', file.subarray(0, -2), { code: 'tensors.outside', name: expect.any(String) }],
    [
      'of something else',
      Uint8Array.of(2, 0, 0, 0, 0, 0, 0, 0, 0x7b, 0x7d),
      { code: 'tensors.format', format: expect.any(String) },
    ],
  ])('a file that is %s is refused', (_, damaged, fault) => {
    expect(() => createEvaluator(damaged)).toThrow(
      expect.objectContaining({ problem: { code: 'evaluator.damaged', fault } }),
    );
  });
});

it('real test digits are near the floor, and the engine may pause between slices', async () => {
  let pauses = 0;
  const pause = async () => {
    pauses += 1;
  };
  const scores = await scoreReal({ evaluator, data, samples: 150, seed: 1, pause });
  expect(scores.length).toBe(16);
  expect(pauses).toBeGreaterThan(3);
  const scoreOf = (id: string) => scores.find((score) => score.id === id) as (typeof scores)[number];
  expect(scoreOf('frechet').value).toBeLessThan(2 * scoreOf('frechet').floor);
  expect(Math.abs(scoreOf('neighbourTest').value - 0.5)).toBeLessThan(0.15);
  expect(scoreOf('agreement').value).toBeGreaterThan(0.97);
  expect(scoreOf('inceptionScore').value).toBeGreaterThan(9);
});

it.each(['cgan', 'cgan-paper', 'gan'])('G is scored on latent points as %s draws them', async (id) => {
  const plan = findRecipe(id)?.plan({ width: 0.03 }, { ...info, classes: info.classes.length });
  if (!plan) throw new Error(`There is no ${id}.`);
  // A generator that shows its latent points.
  const generator = { ...plan.generator, input: [784], layers: [reshape(28, 28, 1)] };
  const trainer = createTrainer({ ...plan, latent: { ...plan.latent, size: 784 }, generator }, 1);
  const seen: Float32Array[] = [];
  const watching: Evaluator = {
    ...evaluator,
    observe: (images) => {
      seen.push(images);
      return evaluator.observe(images);
    },
  };
  await scoreGenerator(trainer, backend, { evaluator: watching, data, samples: 20, seed: 1, pause: async () => {} });

  // What the evaluator gets is in [−1, 1] if G's range is [0, 1], as its latent points are to be.
  const inUnit = plan.examples.kind === 'image' && plan.examples.range === 'unit';
  // Real digits are looked at first.
  const drawn = seen.at(-1) ?? new Float32Array();
  const latent = Array.from(drawn, (value) => (inUnit ? (value + 1) / 2 : value));
  const mean = latent.reduce((sum, value) => sum + value, 0) / latent.length;
  const deviation = Math.sqrt(latent.reduce((sum, value) => sum + (value - mean) ** 2, 0) / latent.length);
  const expected = { normal: [0, 1], uniform: [0, 1 / Math.sqrt(3)], unitUniform: [0.5, 1 / Math.sqrt(12)] } as const;
  const [expectedMean, expectedDeviation] = expected[plan.latent.distribution];
  expect(mean).toBeCloseTo(expectedMean, 1);
  expect(deviation).toBeCloseTo(expectedDeviation, 1);
});
