import type { ImageSetInfo } from '../core/dataSet.ts';
import { initialState, openStream } from '../core/random.ts';

/** `shuffled`: drawn by lot, by the seed. `position`: the second half in the order of the file (an erratum). */
export type HeldOutSplit = 'shuffled' | 'position';

/**
 * The half of the official test examples that is held out for validation, where they lie behind the training examples.
 * In MNIST's order the two halves are of different writers, and the second is the harder one.
 *
 * @returns [testCount / 2] indices, rounded up
 */
export function heldOutExamples(
  { trainCount, testCount }: Pick<ImageSetInfo, 'trainCount' | 'testCount'>,
  split: HeldOutSplit,
  seed: number,
): Uint32Array {
  const from = Math.floor(testCount / 2);
  switch (split) {
    case 'shuffled': {
      const order = openStream(initialState(seed, 'held out')).permutation(testCount);
      return order.subarray(from).map((index) => trainCount + index);
    }
    case 'position':
      return Uint32Array.from({ length: testCount - from }, (_, i) => trainCount + from + i);
    default:
      return split satisfies never;
  }
}
