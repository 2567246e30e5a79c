/**
 * Speed of the CPU backend's matrix products and convolutions, in GFLOP/s, best of many runs:
 *
 *     node scripts/run.js scripts/simd-gemm.ts [threads] [--plain]
 */
import * as tf from '@tensorflow/tfjs-core';
import { initialState, openStream } from '../src/core/random.ts';
import { registerSimdBackend } from '../src/simd/register.ts';

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
/** Repeat small products until one run takes about this many operations. */
const LEAST_WORK = 4e8;

const stream = openStream(initialState(1, 'gemm'));
const random = (...shape: number[]): tf.Tensor =>
  tf.tensor(stream.uniform(new Float32Array(shape.reduce((product, n) => product * n, 1)), -1, 1), shape);

function speed(operations: number, compute: () => tf.Tensor): string {
  const repeats = Math.max(1, Math.round(LEAST_WORK / operations));
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    for (let i = 0; i < repeats; i++) compute().dispose();
    best = Math.min(best, (performance.now() - start) / repeats);
  }
  return (operations / best / 1e6).toFixed(1).padStart(6);
}

const [, , wanted] = process.argv;
const threads = Number(wanted) || undefined;
const simd = await registerSimdBackend({ relaxed: !process.argv.includes('--plain'), ...(threads && { threads }) });
await tf.setBackend('simd');
console.log(`${simd.threads} threads, ${simd.relaxed ? 'relaxed' : 'plain'} SIMD, GFLOP/s`);

for (const [m, n, k, transposed] of PRODUCTS) {
  const [transposeA, transposeB] = [transposed.includes('A'), transposed.includes('B')];
  const a = transposeA ? random(k, m) : random(m, k);
  const b = transposeB ? random(n, k) : random(k, n);
  const rate = speed(2 * m * n * k, () => tf.matMul(a, b, transposeA, transposeB));
  console.log(`${rate}  ${m} × ${k} · ${k} × ${n}${transposed && `, ${transposed} transposed`}`);
  tf.dispose([a, b]);
}

for (const [side, channels, filters] of CONVOLUTIONS) {
  const [x, dy] = [random(64, side, side, channels), random(64, side / 2, side / 2, filters)] as [
    tf.Tensor4D,
    tf.Tensor4D,
  ];
  const filter = random(4, 4, channels, filters) as tf.Tensor4D;
  const operations = 2 * dy.size * 16 * channels;
  const attrs = { strides: 2, pad: 'same', dataFormat: 'NHWC', filterShape: filter.shape };
  const gradient = () => tf.engine().runKernel('Conv2DBackpropFilter', { x, dy }, attrs) as tf.Tensor;
  const label = `convolution ${side} × ${side} × ${channels} -> ${filters}`;
  console.log(`${speed(operations, () => tf.conv2d(x, filter, 2, 'same'))}  ${label}, forward`);
  console.log(
    `${speed(operations, () => tf.conv2dTranspose(dy, filter, x.shape, 2, 'same'))}  ${label}, gradient of the image`,
  );
  console.log(`${speed(operations, gradient)}  ${label}, gradient of the filter`);
  tf.dispose([x, dy, filter]);
}
simd.dispose();
