/** Variety within classes, against what one works out by hand from what G draws. */
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dataBase, fetchFile } from '../../../scripts/build/packedData.ts';
import { SCALARS } from '../../core/scalars.ts';
import { drawPointSet, type LoadedExamples } from '../../data/points.ts';
import { findDataSet } from '../../data/sets/index.ts';
import { loadImageSet } from '../../data/shards.ts';
import type { StartedBackend } from '../backends/backend.ts';
import { start } from '../backends/simd.ts';
import { resolve } from '../run/resolve.ts';
import { createTraining } from '../run/training.ts';
import { createVariety, VARIETY_EVERY } from './variety.ts';

let backend: StartedBackend;
let digits: LoadedExamples;

beforeAll(async () => {
  backend = await start();
  const info = findDataSet('mnist');
  if (info?.kind !== 'image') throw new Error('There are no digits.');
  const nothing = () => undefined;
  const images = await loadImageSet(info, {
    base: dataBase,
    fetch: fetchFile,
    includeTest: false,
    onProgress: nothing,
    onProblem: nothing,
  });
  images.close();
  digits = images;
});
afterAll(() => tf.removeBackend('simd'));

function open(recipe: string, params = {}, data = digits) {
  const config = { recipe, data: data.info.id, seed: 3, params: { width: 0.05, batch: 8, ...params } };
  const { plan } = resolve(config);
  return { plan, training: createTraining({ config, plan, data, backend }) };
}

/** The real examples themselves in place of G’s: `pick` says which of those with this class stands at a place. */
function drawing(pick: (place: number, ofClass: readonly number[]) => number) {
  if (digits.kind !== 'image') throw new Error('There are no digits.');
  const { labels, pixels } = digits;
  const size = 28 * 28;
  return (asked: readonly number[]) => {
    const next = new Map<number, number>();
    const rows = asked.map((label) => {
      const ofClass = Array.from({ length: 1000 }, (_, i) => i).filter((i) => labels[i] === label);
      const place = next.get(label) ?? 0;
      next.set(label, place + 1);
      return pick(place, ofClass);
    });
    const values = rows.flatMap((row) =>
      Array.from(pixels.subarray(row * size, (row + 1) * size), (byte) => byte / 127.5 - 1),
    );
    return tf.tensor4d(values, [asked.length, 28, 28, 1]);
  };
}

/** A generator that draws what one says of the classes that it is asked for. */
function sourceOf(plan: ReturnType<typeof open>['plan'], draw: (asked: readonly number[]) => tf.Tensor) {
  const network = {
    forward: (_: tf.Tensor, { labels }: { labels: tf.Tensor | null }) => draw(Array.from(labels?.dataSync() ?? [])),
  };
  return { generator: network, average: network, plan } as never;
}

it('real examples vary as much as real examples, within each class; one of each class does not vary', () => {
  const { plan, training } = open('cgan');
  const variety = createVariety(plan, digits, 1);
  expect(variety.labels()).toEqual([null, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  const different =
    variety
      .shares(
        sourceOf(
          plan,
          drawing((place, rows) => rows[place] as number),
        ),
      )
      ?.dataSync() ?? [];
  expect(different).toHaveLength(11);
  for (const share of different) {
    expect(share).toBeGreaterThan(0.7);
    expect(share).toBeLessThan(1.4);
  }
  const same =
    variety
      .shares(
        sourceOf(
          plan,
          drawing((_, rows) => rows[0] as number),
        ),
      )
      ?.dataSync() ?? [];
  // Across classes all is as it should be.
  expect(same[0]).toBeGreaterThan(0.5);
  for (const share of same.slice(1)) expect(Math.abs(share)).toBeLessThan(1e-6);
  training.dispose();
});

it('names the class in which it is least', () => {
  const { plan, training } = open('cgan');
  const variety = createVariety(plan, digits, 1);
  const draw = drawing((place, rows) => rows[place] as number);
  const threes = drawing((_, rows) => rows[0] as number);
  const measured = variety.measure(
    sourceOf(plan, (asked) => {
      const is3 = tf.tensor1d(asked.map((label) => Number(label === 3)));
      return tf.where(tf.reshape(tf.cast(is3, 'bool'), [-1, 1, 1, 1]), threes(asked), draw(asked));
    }),
  );
  expect(measured?.names).toEqual(['variety', 'varietyWithin', 'varietyClass']);
  const [whole, least, label] = measured?.values.dataSync() ?? [];
  expect(least).toBeLessThan(1e-6);
  expect(label).toBe(3);
  expect(whole).toBeGreaterThan(0.5);
  training.dispose();
});

it('is measured every so many steps, without a trace in the training', async () => {
  const { training } = open('cgan');
  const before = tf.memory().numTensors;
  while (training.step() < VARIETY_EVERY) training.advance('both');
  const { rows } = await training.readBack();
  const column = (name: (typeof SCALARS)[number]) =>
    Array.from(rows.steps, (_, row) => rows.values[row * SCALARS.length + SCALARS.indexOf(name)] as number);
  const found = column('variety');
  expect(found.slice(0, -1).every(Number.isNaN)).toBe(true);
  expect(found.at(-1)).toBeGreaterThan(0);
  expect(column('varietyClass').at(-1)).toBeLessThan(10);
  expect(tf.memory().numTensors).toBe(before);
  training.dispose();
});

it('where no class is asked for it is of all together, and a baseline’s G is left alone', () => {
  const info = findDataSet('ring');
  if (info?.kind !== 'points') throw new Error('There is no ring.');
  const plane = open('gan', {}, drawPointSet(info, 3));
  expect(plane.training.variety.labels()).toEqual([null]);
  expect(plane.training.variety.measure(plane.training.trainer())?.names).toEqual(['variety']);
  plane.training.dispose();
  const sgan = open('sgan', { baseline: true });
  expect(sgan.training.variety.measure(sgan.training.trainer())).toBeNull();
  sgan.training.dispose();
});
