/** Which examples are labelled, and which are held out: the same for a seed, on every page. */
import { initialState, openStream } from '../core/random.ts';
import { BLOCK } from './batches.ts';

/** A set of training examples with their classes; those of the first shard are loaded before all else. */
interface Labels {
  readonly labels: Uint8Array;
  /** Training examples when everything is loaded. */
  readonly count: number;
  readonly classes: number;
}

/** The last fifth of the first shard is held out for validation: its labels train nobody. */
const VALIDATION_SHARE = 0.2;

function validationRange(count: number): { readonly from: number; readonly to: number } {
  const to = Math.min(BLOCK, count);
  return { from: Math.ceil(to * (1 - VALIDATION_SHARE)), to };
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

export function validationExamples({ count }: Pick<Labels, 'count'>): Uint32Array {
  const { from, to } = validationRange(count);
  return Uint32Array.from(range(from, to));
}

/**
 * Chooses the labelled pool. A pool of limited size comes from the first shard, equally from all classes; where the
 * size cannot be divided by their number, the seed decides which classes have one more.
 *
 * @param size null for all training examples but those held out
 * @returns indices; fewer than `size` where a class has not enough examples
 */
export function labelledPool({ labels, count, classes }: Labels, size: number | null, seed: number): Uint32Array {
  const held = validationRange(count);
  if (size === null) return Uint32Array.from([...range(0, held.from), ...range(held.to, count)]);
  const stream = openStream(initialState(seed, 'labelled pool'));
  const left = new Map<number, number>();
  for (const [place, label] of stream.permutation(classes).entries()) {
    left.set(label, Math.floor(size / classes) + (place < size % classes ? 1 : 0));
  }
  return stream.permutation(held.from).filter((index) => {
    const label = labels[index] as number;
    const wanted = left.get(label) ?? 0;
    left.set(label, wanted - 1);
    return wanted > 0;
  });
}

export interface LabelledBatches {
  readonly pool: Uint32Array;
  /**
   * The labelled examples of one update, [batch]: a pure function of the seed and the update's number, so that a
   * snapshot need not keep it.
   *
   * @param update counts from 0
   */
  at(update: number): Uint32Array;
}

/** Goes through the pool in a seeded order, and again in another one, and so on: batches run across the seams. */
export function createLabelledBatches(pool: Uint32Array, batch: number, seed: number): LabelledBatches {
  let pass = -1;
  let order = new Uint32Array(0);
  const orderOf = (wanted: number): Uint32Array => {
    if (wanted !== pass) {
      pass = wanted;
      order = openStream(initialState(seed, `labelled pass ${wanted}`)).permutation(pool.length) as typeof order;
    }
    return order;
  };
  return {
    pool,
    at: (update) =>
      Uint32Array.from({ length: batch }, (_, i) => {
        const place = update * batch + i;
        return pool[orderOf(Math.floor(place / pool.length))[place % pool.length] as number] as number;
      }),
  };
}
