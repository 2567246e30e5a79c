/** Image sets that are in memory already. */

import type { ImageSetInfo } from '../core/dataSet.ts';
import { initialState, openStream } from '../core/random.ts';
import type { DecodedSet, Examples } from './decoders/decoded.ts';
import { imageSize } from './manifest.ts';
import type { LoadedImages } from './shards.ts';

/** What the page may know of it. */
export const infoOf = (
  id: string,
  { name, height, width, channels, classes, train, test }: DecodedSet,
): ImageSetInfo => ({
  id,
  name,
  kind: 'image',
  height,
  width,
  channels,
  classes,
  trainCount: train.labels.length,
  testCount: test.labels.length,
});

/**
 * Mixes images and their labels in place. Files are often sorted by class, and a run's first epoch goes through them
 * block by block.
 *
 * @param size bytes of one image
 */
export function shuffleExamples({ images, labels }: Examples, size: number, seed: number): void {
  const order = openStream(initialState(seed, 'mix')).permutation(labels.length);
  const held = new Uint8Array(size);
  for (let i = 0; i < labels.length; i++) {
    // Where the image that belongs here is by now: swaps have carried it along.
    let from = order[i] as number;
    while (from < i) from = order[from] as number;
    held.set(images.subarray(i * size, (i + 1) * size));
    images.copyWithin(i * size, from * size, (from + 1) * size);
    images.set(held, from * size);
    const label = labels[i] as number;
    labels[i] = labels[from] as number;
    labels[from] = label;
  }
}

const joined = (first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> => {
  const out = new Uint8Array(first.length + second.length);
  out.set(first);
  out.set(second, first.length);
  return out;
};

/**
 * The set as a run takes it, complete from the start.
 *
 * @param includeTest Test examples are appended behind the training examples.
 */
export function imagesFromMemory(info: ImageSetInfo, { train, test }: DecodedSet, includeTest: boolean): LoadedImages {
  const mixed = includeTest && test.labels.length > 0;
  const pixels = mixed ? joined(train.images, test.images) : train.images;
  const labels = mixed ? joined(train.labels, test.labels) : train.labels;
  const capacity = pixels.length / imageSize(info);
  return {
    kind: 'image',
    info,
    pixels,
    labels,
    capacity,
    loaded: capacity,
    whenComplete: Promise.resolve(),
    retry: () => Promise.resolve(),
    close: () => undefined,
  };
}
