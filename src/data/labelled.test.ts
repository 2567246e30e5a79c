import { describe, expect, it } from 'vitest';
import { createLabelledBatches, labelledPool, validationExamples } from './labelled.ts';

const CLASSES = 10;
const count = 60_000;
const labels = Uint8Array.from({ length: count }, (_, i) => (i * 7) % CLASSES);
const pool = (size: number | null, seed = 1) => labelledPool({ labels, count, classes: CLASSES }, size, seed);
const held = new Set(validationExamples({ count }));

describe('the labelled pool', () => {
  it.each([20, 25, 50, 100, 1000])('of %i is balanced, without repetition, and from the first shard', (size) => {
    const chosen = pool(size);
    expect(new Set(chosen).size).toBe(size);
    const perClass = Array.from(
      { length: CLASSES },
      (_, label) => chosen.filter((index) => labels[index] === label).length,
    );
    expect(Math.max(...perClass) - Math.min(...perClass)).toBeLessThanOrEqual(1);
    expect(Math.max(...chosen)).toBeLessThan(10_000);
    expect(chosen.some((index) => held.has(index))).toBe(false);
  });

  it('depends on the seed alone', () => {
    expect(pool(100)).toEqual(pool(100));
    expect(pool(100, 2)).not.toEqual(pool(100));
  });

  it('of all leaves out what is held for validation', () => {
    expect(pool(null)).toHaveLength(count - held.size);
    expect(pool(null).some((index) => held.has(index))).toBe(false);
    expect(held.size).toBe(2000);
  });

  it('takes what there is of a class that is too rare', () => {
    const rare = Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 1, 0, 0);
    expect(labelledPool({ labels: rare, count: 10, classes: 2 }, 6, 1)).toHaveLength(4);
  });
});

describe('labelled batches', () => {
  it('show every example equally often, across the seams', () => {
    const chosen = pool(25);
    const batches = createLabelledBatches(chosen, 10, 3);
    const seen = Array.from({ length: 5 }, (_, update) => [...batches.at(update)]).flat();
    expect(seen.slice(0, 25).toSorted()).toEqual([...chosen].toSorted());
    expect(seen.slice(25).toSorted()).toEqual([...chosen].toSorted());
    expect(seen.slice(25)).not.toEqual(seen.slice(0, 25));
  });

  it('are functions of the update’s number', () => {
    const batches = createLabelledBatches(pool(25), 64, 3);
    const third = batches.at(3);
    batches.at(0);
    expect(batches.at(3)).toEqual(third);
  });
});
