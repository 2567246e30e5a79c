import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BatchesState } from '../core/snapshot.ts';
import { BLOCK, createBatches, firstBatchesState } from './batches.ts';

const open = (capacity: number, batch: number, state: BatchesState = firstBatchesState(42)) =>
  createBatches({ capacity, batch, state });

const take = (batches: ReturnType<typeof open>, count: number, loaded: number): number[][] =>
  Array.from({ length: count }, () => [...batches.next(loaded)]);

const runs = fc.record({
  capacity: fc.integer({ min: 1, max: 300 }),
  batch: fc.integer({ min: 1, max: 40 }),
  seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  before: fc.integer({ min: 0, max: 30 }),
});
const fitting = runs.filter(({ capacity, batch }) => batch <= capacity);

describe('an epoch', () => {
  it('hands out every image at most once, and leaves out less than a batch', () => {
    fc.assert(
      fc.property(fitting, ({ capacity, batch, seed }) => {
        const batches = open(capacity, batch, firstBatchesState(seed));
        for (const epoch of [0, 1, 2]) {
          expect(batches.state()).toMatchObject({ epoch, position: 0 });
          const seen = take(batches, batches.stepsPerEpoch, capacity).flat();
          expect(new Set(seen).size).toBe(seen.length);
          expect(seen.every((index) => index < capacity)).toBe(true);
          expect(capacity - seen.length).toBeLessThan(batch);
        }
      }),
    );
  });

  it('goes block after block the first time, and shuffles everything later', () => {
    const batches = open(3 * BLOCK, BLOCK);
    const first = take(batches, 3, 3 * BLOCK);
    expect(first.map((indices) => [Math.min(...indices), Math.max(...indices)])).toEqual([
      [0, BLOCK - 1],
      [BLOCK, 2 * BLOCK - 1],
      [2 * BLOCK, 3 * BLOCK - 1],
    ]);
    expect(first[0]?.slice(0, 5)).not.toEqual([0, 1, 2, 3, 4]);
    const second = batches.next(3 * BLOCK);
    expect(new Set(second.map((index) => Math.floor(index / BLOCK)))).toEqual(new Set([0, 1, 2]));
  });

  it('is another order for another seed and another epoch', () => {
    const batches = open(100, 100);
    const [first, second] = take(batches, 2, 100);
    expect(first).not.toEqual(second);
    expect(take(open(100, 100, firstBatchesState(43)), 1, 100)[0]).not.toEqual(first);
  });
});

it('never waits: images that are not loaded yet are replaced by loaded ones, and the order is kept', () => {
  const whole = take(open(100, 10), 20, 100);
  const partly = take(open(100, 10), 20, 30);
  expect(partly).toEqual(whole.map((indices) => indices.map((index) => (index < 30 ? index : index % 30))));
});

it('goes on identically from a saved state', () => {
  fc.assert(
    fc.property(fitting, ({ capacity, batch, seed, before }) => {
      const original = open(capacity, batch, firstBatchesState(seed));
      take(original, before, capacity);
      const saved = structuredClone(original.state());
      const restored = open(capacity, batch, saved);
      expect(restored.state()).toEqual(saved);
      expect(take(restored, 20, capacity)).toEqual(take(original, 20, capacity));
    }),
  );
});

it('refuses a batch larger than the data set', () => {
  expect(() => open(10, 11)).toThrow('data.batch');
});
