/** Every tile that a family may take gives what tfjs's kernels give, and all give the same bits. */
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { start } from '../../engine/backends/webgpu.ts';
import { activeBackend } from '../inPlace.ts';
import { FAMILIES, type Family, keepFamily, USUAL } from './families.ts';
import { both, type Compute, expectNear, type Shapes } from './testing/both.ts';
import { tileFor } from './tiles.ts';

beforeAll(async () => {
  await start();
});
afterEach(() => keepFamily(activeBackend().device, USUAL));

/** One for each tile there is, taken however few workgroups are left: what is small enough to be emulated leaves few. */
const ALONE: readonly Family[] = [
  ...new Map(
    FAMILIES.flatMap(({ sums }) => sums).map((one) => [one.join(), { sums: [one], enough: 1 }] as const),
  ).values(),
  { sums: [], enough: 1 },
];

/** Compares what is computed under each of them with tfjs's, and its bits with the first's. */
async function expectSameInAll(families: readonly Family[], shapes: Shapes, compute: Compute): Promise<void> {
  let first: readonly Uint32Array[] | null = null;
  for (const family of families) {
    keepFamily(activeBackend().device, family);
    const results = await both(shapes, compute);
    expectNear(results);
    const bits = results.map(({ found }) => new Uint32Array(Float32Array.from(found).buffer));
    first ??= bits;
    for (const [i, own] of bits.entries()) {
      const others = own.filter((word, at) => word !== first?.[i]?.[at]);
      expect(others.length, `result ${i}, ${family.sums.join()}`).toBe(0);
    }
  }
}

const [ROWS, DEPTH, COLUMNS] = [137, 37, 67];

it.each(ALONE)('a product has tiles of $sums', (family) => {
  const [[down, across] = [1, 1]] = family.sums;
  expect(tileFor({ batch: 1, rows: ROWS, columns: COLUMNS }, family)).toMatchObject({ down, across });
});

it('products, of sizes that no tile divides', () =>
  expectSameInAll(
    ALONE,
    [[ROWS, DEPTH], [DEPTH, COLUMNS], [COLUMNS], [2048, 9], [3, 41, 21], [3, 21, 35]],
    (x, w, bias, long, batchA, batchB) => {
      const [a, b, c, d] = [x, w, bias, long] as [tf.Tensor2D, tf.Tensor2D, tf.Tensor1D, tf.Tensor2D];
      return [
        tf.fused.matMul({ a, b, bias: c, activation: 'relu' }),
        tf.matMul(b, a, true, true),
        tf.tanh(tf.matMul(tf.mul(tf.square(a), 0.5), b)),
        tf.matMul(d, d, true, false),
        tf.matMul(batchA as tf.Tensor3D, batchB as tf.Tensor3D),
      ];
    },
  ));

/** Families but for how many workgroups are enough. */
const SMALL = [...new Set(FAMILIES.map(({ sums }) => sums))].map((sums) => ({ sums, enough: 1 }));

it.each([
  [1, 'valid', SMALL],
  [2, 'same', ALONE],
] as const)('convolutions with stride %i, %s, and their gradients', (stride, pad, families) =>
  expectSameInAll(
    families,
    [
      [2, 9, 8, 20],
      [4, 3, 20, 35],
    ],
    (image, weights) => {
      const [x, filter] = [image, weights] as [tf.Tensor4D, tf.Tensor4D];
      const [byX, byFilter] = tf.grads((a, b) =>
        tf.sum(tf.tanh(tf.conv2d(a as tf.Tensor4D, b as tf.Tensor4D, stride, pad))),
      )([x, filter]) as [tf.Tensor, tf.Tensor];
      return [tf.conv2d(x, filter, stride, pad), byX, byFilter];
    },
  ),
);

it('families as they are, of a product that is large enough for all of their tiles', () =>
  expectSameInAll(
    FAMILIES,
    [
      [1030, 19],
      [19, 260],
    ],
    (a, b) => [tf.matMul(a as tf.Tensor2D, b as tf.Tensor2D)],
  ));
