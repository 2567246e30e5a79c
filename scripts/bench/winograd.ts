/** Convolutions of the networks, as they are defined and with fewer multiplications, in turns. */
import * as tf from '@tensorflow/tfjs-core';
import { initialState, openStream } from '../../src/core/random.ts';
import type { SimdBackend } from '../../src/engine/headless.ts';
import { registerSimdBackend } from '../../src/simd/register.ts';
import { readArguments, wholeNumber } from '../options.ts';

/** Batch, image side, channels, filters, kernel, stride, padding. */
const LAYERS = [
  [64, 14, 64, 128, 4, 2, 'same', 'GAN, DRAGAN, WGAN'],
  [32, 14, 32, 64, 4, 2, 'same', 'Conv CGAN'],
  [32, 14, 16, 32, 4, 2, 'same', 'Conv CGAN, half as wide'],
  [32, 14, 8, 16, 4, 2, 'same', 'Conv CGAN, a quarter as wide'],
  [64, 12, 32, 64, 5, 1, 'valid', 'GAN'],
  [64, 14, 64, 128, 5, 2, 'same', 'LSGAN, WGAN-GP'],
  [64, 14, 32, 64, 5, 2, 'same', 'LSGAN, WGAN-GP, half as wide'],
  [64, 14, 16, 32, 5, 2, 'same', 'LSGAN, WGAN-GP, a quarter as wide'],
  [64, 16, 64, 128, 5, 2, 'same', 'DCGAN'],
  [64, 8, 128, 256, 5, 2, 'same', 'DCGAN'],
  [64, 16, 128, 256, 5, 2, 'same', 'DCGAN'],
  [64, 8, 256, 512, 5, 2, 'same', 'DCGAN'],
  [32, 12, 32, 64, 4, 2, 'valid', 'SGAN'],
  [32, 14, 4, 8, 4, 2, 'same', 'Conv CGAN, an eighth as wide'],
  [64, 14, 8, 16, 5, 2, 'same', 'LSGAN, WGAN-GP, an eighth as wide'],
  [64, 12, 8, 16, 5, 1, 'valid', 'GAN, a quarter as wide'],
  [64, 12, 4, 8, 5, 1, 'valid', 'GAN, an eighth as wide'],
  [8, 14, 64, 128, 4, 2, 'same', 'eight samples'],
  [8, 14, 32, 64, 4, 2, 'same', 'eight samples'],
  [2, 14, 64, 128, 4, 2, 'same', 'two samples'],
  [64, 14, 32, 32, 3, 1, 'same', 'a kernel of 3'],
] as const;

const { values } = readArguments({
  command: 'node scripts/run.js scripts/bench/winograd.ts',
  about: 'Convolutions as they are defined and with fewer multiplications.',
  options: {
    threads: { takes: 'N', says: 'as many as the machine has cores by default' },
    plain: { says: 'without relaxed SIMD' },
    only: { takes: 'N', says: 'the layer with this number alone' },
    rounds: { takes: 'N', says: '15 by default' },
  },
});
const threads = values.threads === undefined ? {} : { threads: wholeNumber('threads', values.threads, { least: 1 }) };
const rounds = Number(values.rounds ?? 15);
const simd = await registerSimdBackend({ relaxed: !values.plain, ...threads });
await tf.setBackend('simd');
const backend = tf.backend() as SimdBackend;
const stream = openStream(initialState(1, 'winograd'));
const random = (shape: number[]): tf.Tensor =>
  tf.tensor(stream.uniform(new Float32Array(shape.reduce((product, n) => product * n, 1)), -1, 1), shape);

function time(compute: () => tf.Tensor, repeats: number): number {
  const began = performance.now();
  for (let i = 0; i < repeats; i++) compute().dispose();
  return (performance.now() - began) / repeats;
}

console.log(`${simd.threads} threads; ms as defined → with fewer multiplications, best of ${rounds}`);
for (const [at, [batch, side, channels, filters, kernel, stride, pad, name]] of LAYERS.entries()) {
  if (values.only !== undefined && Number(values.only) !== at) continue;
  const info = tf.backend_util.computeConv2DInfo(
    [batch, side, side, channels],
    [kernel, kernel, channels, filters],
    stride,
    1,
    pad,
  );
  const [x, filter, dy] = [info.inShape, info.filterShape, info.outShape].map(random) as [
    tf.Tensor,
    tf.Tensor,
    tf.Tensor,
  ];
  const attrs = { strides: stride, pad, dataFormat: 'NHWC', dilations: 1 };
  const run = (kernelName: string, inputs: object, more = {}) =>
    tf.engine().runKernel(kernelName, inputs as never, { ...attrs, ...more }) as tf.Tensor;
  const kernels = {
    forward: () => run('Conv2D', { x, filter }),
    image: () => run('Conv2DBackpropInput', { dy, filter }, { inputShape: info.inShape }),
    filter: () => run('Conv2DBackpropFilter', { x, dy }, { filterShape: info.filterShape }),
  };
  const cells = Object.entries(kernels).map(([kind, compute]) => {
    const best = { never: Number.POSITIVE_INFINITY, always: Number.POSITIVE_INFINITY };
    const gains: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const now = { never: 0, always: 0 };
      for (const use of ['never', 'always'] as const) {
        backend.winograd = use;
        const repeats = 1;
        now[use] = time(compute, repeats);
        best[use] = Math.min(best[use], now[use]);
      }
      gains.push(now.never / now.always);
    }
    gains.sort((a, b) => a - b);
    return `${kind} ${best.never.toFixed(2)} → ${best.always.toFixed(2)} (${(best.never / best.always).toFixed(2)}, median ${(gains[rounds >> 1] as number).toFixed(2)})`;
  });
  console.log(
    `${batch}×${side}×${side}×${channels} → ${filters}, ${kernel}/${stride} ${pad}  ${cells.join('  ')}  ${name}`,
  );
  tf.dispose([x, filter, dy]);
}
simd.dispose();
process.exit(0);
