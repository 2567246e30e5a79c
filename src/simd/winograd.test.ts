import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { initialState, openStream } from '../core/random.ts';
import type { SimdBackend, WinogradUse } from './backend.ts';
import { registerSimdBackend } from './register.ts';
import { eachProduct } from './testing/reference.ts';

/** Image height and width, channels, filters, kernel, stride, padding, batch. */
const CASES = [
  [14, 14, 64, 128, 4, 2, 'same', 2],
  [13, 9, 4, 12, 4, 2, 'same', 2],
  [12, 10, 12, 4, 4, 2, 'valid', 1],
  [4, 3, 8, 8, 4, 2, 'same', 1],
  [4, 4, 264, 300, 4, 2, 'same', 3],
  [6, 6, 140, 72, 4, 2, 'same', 2],
  [15, 11, 20, 36, 5, 2, 'same', 33],
  [16, 16, 68, 8, 5, 2, 'same', 1],
  [8, 8, 12, 100, 5, 2, 'valid', 3],
  [2, 3, 4, 8, 5, 2, 'same', 1],
  [12, 12, 32, 20, 5, 1, 'valid', 18],
  [9, 7, 4, 8, 5, 1, 'same', 2],
  [7, 6, 16, 8, 3, 1, 'same', 2],
  [8, 9, 8, 8, 6, 2, 'same', 2],
  [8, 7, 8, 12, 4, 1, 'same', 1],
  [7, 8, 8, 8, 2, 1, 'valid', 1],
  // Channels or filters that four does not divide, and a kernel that gains nothing: as they are defined.
  [6, 6, 6, 8, 4, 2, 'same', 2],
  [6, 6, 8, 9, 4, 2, 'same', 2],
  [7, 7, 8, 8, 3, 2, 'same', 2],
] as const;

const stream = openStream(initialState(1, 'winograd tests'));
const draw = (shape: readonly number[]) => ({
  shape: [...shape],
  values: stream.normal(new Float32Array(shape.reduce((size, n) => size * n, 1))),
});

const cases = CASES.map(([height, width, channels, filters, kernel, stride, pad, batch]) => {
  const shape = [batch, height, width, channels] as [number, number, number, number];
  const info = tf.backend_util.computeConv2DInfo(shape, [kernel, kernel, channels, filters], stride, 1, pad);
  return {
    label: `${batch} × ${height} × ${width} × ${channels} → ${filters}, ${kernel} × ${kernel} by ${stride}, ${pad}`,
    info,
    attrs: { strides: stride, pad, dataFormat: 'NHWC', dilations: 1 } as const,
    x: draw(info.inShape),
    filter: draw(info.filterShape),
    dy: draw(info.outShape),
    bias: draw([filters]),
  };
});
type Case = (typeof cases)[number];

/** Of the outputs, with bias and activation, and of both gradients. */
type Results = readonly [ArrayLike<number>, ArrayLike<number>, ArrayLike<number>, ArrayLike<number>];

function inDoublePrecision({ info, x, filter, dy, bias }: Case): Results {
  const [y, dx, dw] = [dy, x, filter].map(({ values }) => new Float64Array(values.length)) as Float64Array[] as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const shape = {
    batch: info.batchSize,
    height: info.inHeight,
    width: info.inWidth,
    channels: info.inChannels,
    kernel: [info.filterHeight, info.filterWidth],
    filters: info.outChannels,
    stride: info.strideHeight,
    outHeight: info.outHeight,
    outWidth: info.outWidth,
    top: info.padInfo.top,
    left: info.padInfo.left,
  } as const;
  eachProduct(shape, (image, tap, output) => {
    y[output] = (y[output] as number) + (x.values[image] as number) * (filter.values[tap] as number);
    dx[image] = (dx[image] as number) + (dy.values[output] as number) * (filter.values[tap] as number);
    dw[tap] = (dw[tap] as number) + (dy.values[output] as number) * (x.values[image] as number);
  });
  const fused = y.map((value, i) => {
    const sum = value + (bias.values[i % info.outChannels] as number);
    return sum < 0 ? 0.2 * sum : sum;
  });
  return [y, fused, dx, dw];
}

async function compute(winograd: WinogradUse, threads: number, relaxed: boolean): Promise<readonly Results[]> {
  const simd = await registerSimdBackend({ winograd, threads, relaxed });
  await tf.setBackend('simd');
  await vi.waitUntil(() => (tf.backend() as SimdBackend).pool.ready === threads - 1);
  const results = cases.map(({ attrs, info, ...given }) =>
    tf.tidy(() => {
      const [x, filter, dy, bias] = [given.x, given.filter, given.dy, given.bias].map(({ values, shape }) =>
        tf.tensor(values, shape),
      ) as [tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor];
      const run = (kernel: string, inputs: tf.NamedTensorMap, more = {}) =>
        (tf.engine().runKernel(kernel, inputs, { ...attrs, ...more }) as tf.Tensor).dataSync<'float32'>();
      return [
        run('Conv2D', { x, filter }),
        run('FusedConv2D', { x, filter, bias }, { activation: 'leakyrelu', leakyreluAlpha: 0.2 }),
        run('Conv2DBackpropInput', { dy, filter }, { inputShape: info.inShape }),
        run('Conv2DBackpropFilter', { x, dy }, { filterShape: info.filterShape }),
      ] as const;
    }),
  );
  simd.dispose();
  return results;
}

/** Root of the mean square of the errors, relative to that of the values. */
function errorOf(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  let [off, size] = [0, 0];
  for (let i = 0; i < expected.length; i++) {
    off += ((actual[i] as number) - (expected[i] as number)) ** 2;
    size += (expected[i] as number) ** 2;
  }
  return Math.sqrt(off / size);
}

/** Sums of a few products have next to no error when they are added up as they are defined. */
const ROUNDING = 1e-7;
/** Tiles of 2 lack the point −1, and what 1 alone stands for is less balanced. */
const mostOf = ({ info }: Case): number => (info.outHeight < 3 ? 3 : 2);

const bits = (results: readonly Results[]) =>
  results.map((arrays) => arrays.map((array) => Buffer.from((array as Float32Array).buffer).toString('base64')));

describe.each([true, false])('fewer multiplications, relaxed SIMD %s', (relaxed) => {
  let fewer: readonly Results[] = [];
  let defined: readonly Results[] = [];
  beforeAll(async () => {
    fewer = await compute('always', 1, relaxed);
    defined = await compute('never', 1, relaxed);
  });

  it.each(cases.map((one, i) => [one.label, one, i] as const))('are about as exact: %s', (_, one, i) => {
    const [ours, theirs] = [fewer[i], defined[i]] as [Results, Results];
    for (const [j, exact] of inDoublePrecision(one).entries()) {
      const [error, own] = [ours, theirs].map((results) => errorOf(results[j] as ArrayLike<number>, exact)) as [
        number,
        number,
      ];
      expect(error, `result ${j}`).toBeLessThan(mostOf(one) * own + ROUNDING);
    }
  });

  it('are taken where channels and filters allow them', () => {
    const [ours, theirs] = [bits(fewer), bits(defined)];
    expect(ours.map((results, i) => results.every((array, j) => array !== theirs[i]?.[j]))).toEqual(
      cases.map((_, i) => i < cases.length - 3),
    );
  });

  it.each([2, 3])('give the same bits on %i threads', async (threads) => {
    expect(bits(await compute('always', threads, relaxed))).toEqual(bits(fewer));
  });
});
