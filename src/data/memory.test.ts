import { expect, it } from 'vitest';
import type { DecodedSet } from './decoders/decoded.ts';
import { imagesFromMemory, infoOf, shuffleExamples } from './memory.ts';

const examples = (count: number, from = 0) => ({
  images: Uint8Array.from({ length: 2 * count }, (_, i) => from + (i >> 1)),
  labels: Uint8Array.from({ length: count }, (_, i) => from + i),
});
const set: DecodedSet = {
  name: 'Mine',
  height: 1,
  width: 2,
  channels: 1,
  classes: Array.from({ length: 60 }, (_, i) => String(i)),
  train: examples(50),
  test: examples(10, 50),
};

it('mixes images together with their labels, by the seed', () => {
  const [mixed, again, other] = [examples(50), examples(50), examples(50)];
  shuffleExamples(mixed, 2, 1);
  shuffleExamples(again, 2, 1);
  shuffleExamples(other, 2, 2);
  expect(again).toEqual(mixed);
  expect(other).not.toEqual(mixed);
  expect([...mixed.labels].sort((a, b) => a - b)).toEqual([...examples(50).labels]);
  expect([...mixed.images]).toEqual([...mixed.labels].flatMap((label) => [label, label]));
});

it('is loaded from the start, with the test part where it is wanted', async () => {
  const info = infoOf('file:1', set);
  expect(info).toMatchObject({ id: 'file:1', name: 'Mine', kind: 'image', trainCount: 50, testCount: 10 });
  const train = imagesFromMemory(info, set, false);
  expect(train).toMatchObject({ info, capacity: 50, loaded: 50, pixels: set.train.images });
  const all = imagesFromMemory(info, set, true);
  expect(all).toMatchObject({ capacity: 60, loaded: 60 });
  expect(all.labels).toEqual(examples(60).labels);
  expect(all.pixels).toEqual(examples(60).images);
  await expect(Promise.all([all.whenComplete, all.retry()])).resolves.toBeDefined();
});
