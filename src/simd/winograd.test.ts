import * as tf from '@tensorflow/tfjs-core';
import { afterAll, describe, expect, it } from 'vitest';
import type { WinogradUse } from './backend.ts';
import { registerSimdBackend } from './register.ts';
import { normalTensor } from './testing/random.ts';
import { type ConvCase, eachProduct, relativeError } from './testing/reference.ts';

/** Image height and width, channels, filters, kernel, stride, padding, batch. */
const CASES = [
  [14, 14, 8, 16, 4, 2, 'same', 3],
  [13, 9, 4, 12, 4, 2, 'same', 2],
  [12, 10, 12, 4, 4, 2, 'valid', 1],
  [4, 3, 8, 8, 4, 2, 'same', 1],
  [15, 11, 20, 36, 5, 2, 'same', 2],
  [16, 16, 68, 8, 5, 2, 'same', 1],
  [8, 8, 12, 100, 5, 2, 'valid', 3],
  [12, 12, 32, 20, 5, 1, 'valid', 18],
  [9, 7, 4, 8, 5, 1, 'same', 2],
  [7, 6, 16, 8, 3, 1, 'same', 2],
  [8, 9, 8, 8, 6, 2, 'same', 2],
  [8, 7, 8, 12, 4, 1, 'same', 1],
  [7, 8, 8, 8, 2, 1, 'valid', 1],
  [6, 6, 140, 72, 4, 2, 'same', 2],
  [4, 4, 264, 300, 4, 2, 'same', 2],
  [6, 6, 6, 9, 4, 2, 'same', 2],
] as const;

type Results = readonly Float32Array[];

const label = ([h, w, c, o, k, s, pad, n]: (typeof CASES)[number]) =>
  `${n}×${h}×${w}×${c} → ${o}, ${k}×${k} / ${s} ${pad}`;

const tensors = CASES.map(([h, w, c, o, k, s, pad, n]) => {
  const info = tf.backend_util.computeConv2DInfo([n, h, w, c], [k, k, c, o], s, 1, pad);
  const draw = (shape: number[]) => ({ shape, values: Float32Array.from(normal(shape)) });
  return { x: draw(info.inShape), filter: draw([k, k, c, o]), dy: draw(info.outShape), bias: draw([o]), info };
});

function normal(shape: readonly number[]): number[] {
  let state = shape.reduce((hash, n) => (hash * 31 + n) | 0, 7);
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return ((state >>> 8) + 0.5) / 2 ** 24;
  };
  return Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => uniform() + uniform() + uniform() - 1.5);
}

/** y, its activation with bias, dx and dw of each case. */
async function compute(winograd: WinogradUse, threads: number, relaxed = true): Promise<readonly Results[]> {
  const simd = await registerSimdBackend({ winograd, threads, relaxed });
  await tf.setBackend('simd');
  const results = CASES.map(([, , , , , stride, pad], i) =>
    tf.tidy(() => {
      const { x, filter, dy, bias, info } = tensors[i] as (typeof tensors)[number];
      const [xs, ws, ds, b] = [x, filter, dy, bias].map(({ shape, values }) => tf.tensor(values, shape)) as [
        tf.Tensor4D,
        tf.Tensor4D,
        tf.Tensor4D,
        tf.Tensor1D,
      ];
      const attrs = { strides: stride, pad, dataFormat: 'NHWC', dilations: 1 };
      const run = (kernel: string, inputs: object, more = {}) =>
        (tf.engine().runKernel(kernel, inputs as never, { ...attrs, ...more }) as tf.Tensor).dataSync<'float32'>();
      return [
        run('Conv2D', { x: xs, filter: ws }),
        run('FusedConv2D', { x: xs, filter: ws, bias: b }, { activation: 'leakyrelu', leakyreluAlpha: 0.2 }),
        run('Conv2DBackpropInput', { dy: ds, filter: ws }, { inputShape: info.inShape }),
        run('Conv2DBackpropFilter', { x: xs, dy: ds }, { filterShape: filter.shape }),
      ];
    }),
  );
  simd.dispose();
  return results;
}

const reference = tensors.map(({ x, filter, dy, bias, info }, i) => {
  const [, , , , kernel, stride] = CASES[i] as (typeof CASES)[number];
  const shape: ConvCase = {
    batch: info.batchSize,
    height: info.inHeight,
    width: info.inWidth,
    channels: info.inChannels,
    kernel: [kernel, kernel],
    filters: info.outChannels,
    stride,
    outHeight: info.outHeight,
    outWidth: info.outWidth,
    top: info.padInfo.top,
    left: info.padInfo.left,
  };
  const [y, dx, dw] = [dy, x, filter].map(({ values }) => new Float64Array(values.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  eachProduct(shape, (image, tap, output) => {
    y[output] = (y[output] as number) + (x.values[image] as number) * (filter.values[tap] as number);
    dx[image] = (dx[image] as number) + (dy.values[output] as number) * (filter.values[tap] as number);
    dw[tap] = (dw[tap] as number) + (dy.values[output] as number) * (x.values[image] as number);
  });
  const fused = y.map((value, at) => {
    const sum = value + (bias.values[at % info.outChannels] as number);
    return sum < 0 ? 0.2 * sum : sum;
  });
  return [y, fused, dx, dw];
});

const rms = (actual: ArrayLike<number>, expected: Float64Array): number =>
  Math.sqrt(
    expected.reduce((sum, value, i) => sum + ((actual[i] as number) - value) ** 2, 0) /
      expected.reduce((sum, value) => sum + value ** 2, 0),
  );

describe.each([true, false])('relaxed %s', (relaxed) => {
  it('agrees', async () => {
    const fewer = await compute('always', 2, relaxed);
    const direct = await compute('never', 2, relaxed);
    for (const [i, one] of CASES.entries()) {
      const row = ['y', 'fused', 'dx', 'dw'].map((name, j) => {
        const [a, b] = [fewer, direct].map((all) =>
          rms(all[i]?.[j] as Float32Array, reference[i]?.[j] as Float64Array),
        ) as [number, number];
        return `${name} ${a.toExponential(1)} ${(a / b).toFixed(2)}`;
      });
      console.log(label(one), row.join('  '));
    }
  });
});
void normalTensor;
void afterAll;
void relativeError;
void expect;
