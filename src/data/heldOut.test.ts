import { describe, expect, it } from 'vitest';
import { heldOutExamples } from './heldOut.ts';

const info = { trainCount: 60_000, testCount: 10_000 };

describe('the half of the test set that is held out', () => {
  it('is drawn by lot from all of it, by the seed', () => {
    const indices = heldOutExamples(info, 'shuffled', 1);
    expect(new Set(indices).size).toBe(5000);
    expect(Math.min(...indices)).toBeGreaterThanOrEqual(60_000);
    expect(Math.max(...indices)).toBeLessThan(70_000);
    const late = indices.filter((index) => index >= 65_000).length;
    expect(Math.abs(late - 2500)).toBeLessThan(150);
    expect(heldOutExamples(info, 'shuffled', 1)).toEqual(indices);
    expect(heldOutExamples(info, 'shuffled', 2)).not.toEqual(indices);
  });

  it('is the second half of the file, for the erratum', () => {
    const indices = heldOutExamples(info, 'position', 1);
    expect([indices.length, indices[0], indices.at(-1)]).toEqual([5000, 65_000, 69_999]);
  });

  it('is empty where there are no test examples', () => {
    for (const split of ['shuffled', 'position'] as const)
      expect(heldOutExamples({ trainCount: 10, testCount: 0 }, split, 1)).toHaveLength(0);
  });
});
