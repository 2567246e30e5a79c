/** Speed of a backend's matrix products and convolutions, in GFLOP/s, best of many runs. */
import * as tf from '@tensorflow/tfjs-core';
import { initialState, openStream } from '../../src/core/random.ts';

/** M, N, K, and which operands are stored transposed. */
const PRODUCTS = [
  [1024, 1024, 1024, ''],
  [1024, 1024, 1024, 'A'],
  [1024, 1024, 1024, 'B'],
  [1024, 1024, 1024, 'AB'],
  [64, 1024, 784, ''],
  [64, 784, 1024, 'B'],
  [1024, 784, 64, 'A'],
  [64, 1024, 6272, ''],
  [64, 6272, 1024, 'B'],
  [6272, 1024, 64, 'A'],
] as const;

/** Image side, channels and filters; batch 64, 4 × 4 kernel, stride 2. */
const CONVOLUTIONS = [
  [28, 1, 64],
  [14, 64, 128],
] as const;

const RUNS = 20;
/** No product takes longer than this altogether, however slow the backend is. */
const LIMIT_MS = 1500;
/** Repeat small products until one run takes about this many operations. */
const LEAST_WORK = 4e8;

const stream = openStream(initialState(1, 'gemm'));
const random = (...shape: number[]): tf.Tensor =>
  tf.tensor(stream.uniform(new Float32Array(shape.reduce((product, n) => product * n, 1)), -1, 1), shape);

/** Only for backends that compute before they return: on a GPU this would time the queueing. */
function speed(operations: number, compute: () => tf.Tensor): number {
  const repeats = Math.max(1, Math.round(LEAST_WORK / operations));
  const began = performance.now();
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS && performance.now() - began < LIMIT_MS; run++) {
    const start = performance.now();
    for (let i = 0; i < repeats; i++) compute().dispose();
    best = Math.min(best, (performance.now() - start) / repeats);
  }
  return operations / best / 1e6;
}

function* matrixProducts(): Iterable<readonly [string, number]> {
  for (const [m, n, k, transposed] of PRODUCTS) {
    const [transposeA, transposeB] = [transposed.includes('A'), transposed.includes('B')];
    const a = transposeA ? random(k, m) : random(m, k);
    const b = transposeB ? random(n, k) : random(k, n);
    const rate = speed(2 * m * n * k, () => tf.matMul(a, b, transposeA, transposeB));
    yield [`${m} × ${k} · ${k} × ${n}${transposed && `, ${transposed} transposed`}`, rate];
    tf.dispose([a, b]);
  }
}

function* convolutions(): Iterable<readonly [string, number]> {
  for (const [side, channels, filters] of CONVOLUTIONS) {
    const x = random(64, side, side, channels) as tf.Tensor4D;
    const dy = random(64, side / 2, side / 2, filters) as tf.Tensor4D;
    const filter = random(4, 4, channels, filters) as tf.Tensor4D;
    const operations = 2 * dy.size * 16 * channels;
    const attrs = { strides: 2, pad: 'same', dataFormat: 'NHWC', filterShape: filter.shape };
    const gradient = () => tf.engine().runKernel('Conv2DBackpropFilter', { x, dy }, attrs) as tf.Tensor;
    const label = `convolution ${side} × ${side} × ${channels} → ${filters}`;
    yield [`${label}, forward`, speed(operations, () => tf.conv2d(x, filter, 2, 'same'))];
    const imageGradient = () => tf.conv2dTranspose(dy, filter, x.shape, 2, 'same');
    yield [`${label}, gradient of the image`, speed(operations, imageGradient)];
    yield [`${label}, gradient of the filter`, speed(operations, gradient)];
    tf.dispose([x, dy, filter]);
  }
}

/** GFLOP/s by product, as far as the current backend can compute them. */
export function measureProducts(): Record<string, number> {
  const rates: [string, number][] = [];
  for (const rows of [matrixProducts(), convolutions()]) {
    try {
      for (const [name, rate] of rows) rates.push([name, rate]);
    } catch {
      // A kernel that the backend has not: the products before it count, the rest is missing from the table.
    }
  }
  return Object.fromEntries(rates);
}
