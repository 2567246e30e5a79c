/** The seeded order in which a run sees its training images. */
import { badConfig } from '../core/errors.ts';
import { initialState, openStream } from '../core/random.ts';
import type { BatchesState } from '../core/snapshot.ts';

/** Images that the first epoch shuffles among themselves: those of one shard. */
export const BLOCK = 10_000;

export interface Batches {
  readonly stepsPerEpoch: number;
  /**
   * The images of the next batch, [batch]. One that is not loaded yet is replaced by one that is, so
   * that no step waits for the network.
   *
   * @param loaded Images loaded so far, at least 1.
   */
  next(loaded: number): Uint32Array<ArrayBuffer>;
  state(): BatchesState;
}

export const firstBatchesState = (seed: number): BatchesState => ({
  epoch: 0,
  position: 0,
  stream: initialState(seed, 'shuffle'),
});

/** The first epoch goes block after block, so that it can begin with the first shard alone. */
function drawOrder(epoch: number, capacity: number, stream: { permutation(n: number): Uint32Array }): Uint32Array {
  if (epoch > 0) return stream.permutation(capacity);
  const order = new Uint32Array(capacity);
  for (let start = 0; start < capacity; start += BLOCK) {
    const block = stream.permutation(Math.min(BLOCK, capacity - start));
    for (const [i, index] of block.entries()) order[start + i] = start + index;
  }
  return order;
}

/**
 * Opens the order at a state: a run's first, or one that `state` gave. Each epoch hands out every image
 * at most once; what does not fill a last batch is left out.
 *
 * @throws EngineError `bad-config` if not even one batch fits.
 */
export function createBatches(options: { capacity: number; batch: number; state: BatchesState }): Batches {
  const { capacity, batch } = options;
  const stepsPerEpoch = Math.floor(capacity / batch);
  if (!(stepsPerEpoch >= 1)) {
    throw badConfig({ code: 'data.batch', batch, count: capacity });
  }
  let { epoch, position, stream: start } = options.state;
  const stream = openStream(start);
  let order: Uint32Array | null = null;

  return {
    stepsPerEpoch,
    next(loaded) {
      order ??= drawOrder(epoch, capacity, stream);
      const indices = order.slice(position, position + batch) as Uint32Array<ArrayBuffer>;
      for (const [i, index] of indices.entries()) if (index >= loaded) indices[i] = index % loaded;
      position += batch;
      if (position + batch > capacity) {
        epoch += 1;
        position = 0;
        start = stream.state();
        order = null;
      }
      return indices;
    },
    state: () => ({ epoch, position, stream: start }),
  };
}
