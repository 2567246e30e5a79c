import { describe, expect, it } from 'vitest';
import { FAMILIES, USUAL } from './families.ts';
import { LANES } from './kernel.ts';
import { tileFor } from './tiles.ts';

/** Rows and columns of a thread, and the depth. */
function sharesOf(rows: number, columns: number, family = USUAL) {
  const { down, across, depth } = tileFor({ batch: 1, rows, columns }, family);
  return [down, across, depth];
}

describe('a tile', () => {
  it.each([
    [8192, 64, [4, 4, 16]],
    [64, 1024, [2, 2, 16]],
    [64, 512, [1, 2, 16]],
    [64, 10, [1, 1, 16]],
    [4096, 1, [1, 1, 8]],
  ] as const)('of %i × %i is as large as leaves enough of them', (rows, columns, expected) => {
    expect(sharesOf(rows, columns)).toEqual(expected);
  });

  it('is another in each family, for a large product or a batch', () => {
    const of = (family: (typeof FAMILIES)[number]) => [sharesOf(8192, 64, family), sharesOf(64, 1024, family)].join();
    expect(new Set(FAMILIES.map(of)).size).toBe(FAMILIES.length);
  });

  it('is tall in one of them where there are few columns', () => {
    expect(FAMILIES.map((family) => sharesOf(16_384, 8, family).slice(0, 2).join())).toContain('8,1');
  });

  it('is one that every device can hold, and no larger than the product needs', () => {
    for (const family of FAMILIES)
      for (const columns of [1, 2, 3, 5, 8, 16, 17, 33, 64, 100, 1024])
        for (const rows of [1, 7, 64, 300, 100_000]) {
          const { threadsDown, threadsAcross, down, across, depth } = tileFor({ batch: 1, rows, columns }, family);
          expect(threadsDown * threadsAcross).toBe(LANES);
          expect((threadsDown * down + threadsAcross * across) * depth * 4).toBeLessThanOrEqual(16_384);
          expect(down === 1 || threadsDown * down < 2 * rows).toBe(true);
          expect(across === 1 || threadsAcross * across < 2 * columns).toBe(true);
        }
  });
});
