import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BATCH_NORM, BATCH_NORM_GRADIENT } from '../core/kernels.ts';
import { type RegisteredSimd, registerSimdBackend } from './register.ts';
import { normalTensor } from './testing/random.ts';
import { relativeError } from './testing/reference.ts';

interface Case {
  readonly rows: number;
  readonly channels: number;
  readonly slope: number;
}

/** From the definitions, in double precision, one channel at a time. */
function reference(
  { rows, channels, slope }: Case,
  epsilon: number,
  [x, scale, offset, dy]: readonly [Float32Array, Float32Array, Float32Array, Float32Array],
) {
  const zeros = (n: number) => new Float64Array(n);
  const [y, dx] = [zeros(rows * channels), zeros(rows * channels)];
  const [mean, variance, dScale, dOffset] = [zeros(channels), zeros(channels), zeros(channels), zeros(channels)];
  for (let c = 0; c < channels; c++) {
    const column = Array.from({ length: rows }, (_, i) => i * channels + c);
    const average = (of: (at: number) => number) => column.reduce((sum, at) => sum + of(at), 0) / rows;
    const m = average((at) => x[at] as number);
    const v = average((at) => ((x[at] as number) - m) ** 2);
    const deviation = Math.sqrt(v + epsilon);
    const standard = (at: number) => ((x[at] as number) - m) / deviation;
    const z = (at: number) => standard(at) * (scale[c] as number) + (offset[c] as number);
    const dz = (at: number) => (dy[at] as number) * (z(at) > 0 ? 1 : slope);
    [mean[c], variance[c]] = [m, v];
    const [meanOfDz, meanOfProduct] = [average(dz), average((at) => dz(at) * standard(at))];
    [dOffset[c], dScale[c]] = [meanOfDz * rows, meanOfProduct * rows];
    for (const at of column) {
      y[at] = z(at) > 0 ? z(at) : slope * z(at);
      dx[at] = ((scale[c] as number) / deviation) * (dz(at) - meanOfDz - standard(at) * meanOfProduct);
    }
  }
  return { forward: [y, mean, variance], gradient: [dx, dScale, dOffset] };
}

describe('batch normalisation', () => {
  let simd: RegisteredSimd;
  beforeAll(async () => {
    simd = await registerSimdBackend();
    await tf.setBackend('simd');
  });
  afterAll(() => simd.dispose());

  it.each<Case>([
    { rows: 2, channels: 1, slope: 1 },
    { rows: 7, channels: 5, slope: 0 },
    { rows: 64, channels: 1024, slope: 0.2 },
    { rows: 12_544, channels: 63, slope: 0.2 },
  ])('of $rows rows and $channels channels is right in both directions, φ with slope $slope', (shape) => {
    const epsilon = 1e-3;
    const { rows, channels, slope } = shape;
    // Far from zero, as activations are.
    const x = tf.add(tf.mul(normalTensor([rows, channels]), 3), 10);
    const [scale, offset] = [normalTensor([channels]), normalTensor([channels])];
    const dy = normalTensor([rows, channels]);
    const run = (name: string, inputs: tf.NamedTensorMap) =>
      tf.engine().runKernel(name, inputs, { epsilon, slope }) as unknown as tf.Tensor[];

    const [y, mean, variance] = run(BATCH_NORM, { x, scale, offset }) as [tf.Tensor, tf.Tensor, tf.Tensor];
    const gradient = run(BATCH_NORM_GRADIENT, { dy, x, y, scale, mean, variance });
    const values = [x, scale, offset, dy].map((tensor) => tensor.dataSync<'float32'>());
    const expected = reference(shape, epsilon, values as [Float32Array, Float32Array, Float32Array, Float32Array]);
    for (const [i, tensor] of [y, mean, variance].entries())
      expect(relativeError(tensor.dataSync(), expected.forward[i] as Float64Array)).toBeLessThan(1e-5);
    for (const [i, tensor] of gradient.entries())
      expect(relativeError(tensor.dataSync(), expected.gradient[i] as Float64Array)).toBeLessThan(1e-4);
    expect(mean.shape).toEqual([1, channels]);
  });
});
