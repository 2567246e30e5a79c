import { expect, it } from 'vitest';
import { dataBase, fetchFile } from '../../scripts/build/packedData.ts';
import { madeImages } from './made.ts';
import { info } from './sets/colour-digits.ts';
import { loadImageSet } from './shards.ts';

const load = () =>
  loadImageSet(info, {
    base: dataBase,
    fetch: fetchFile,
    includeTest: false,
    onProgress: () => undefined,
    onProblem: () => undefined,
  });

it('colour digits are made from MNIST, the same each time, one by one or together', async () => {
  const images = await load();
  images.close();
  expect(images.info.id).toBe('colour-digits');
  expect(images.pixels).toHaveLength(60_000 * 784);
  const together = madeImages(info, images.pixels, Uint32Array.of(0, 7, 9_999), 'unit');
  expect(together).toHaveLength(3 * 3072);
  expect(madeImages(info, images.pixels, Uint32Array.of(7), 'unit')).toEqual(together.slice(3072, 2 * 3072));
  expect(Math.min(...together)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...together)).toBeLessThanOrEqual(1);
});

it('a colour digit can be told from its background', async () => {
  const { pixels, close } = await load();
  close();
  const indices = Uint32Array.from({ length: 200 }, (_, i) => 37 * i);
  const drawn = madeImages(info, pixels, indices, 'unit');
  const spreads = Array.from(indices, (_, n) => {
    const image = drawn.subarray(n * 3072, (n + 1) * 3072);
    const mean = image.reduce((sum, value) => sum + value, 0) / image.length;
    return Math.sqrt(image.reduce((sum, value) => sum + (value - mean) ** 2, 0) / image.length);
  });
  expect(Math.min(...spreads)).toBeGreaterThan(0.04);
});
