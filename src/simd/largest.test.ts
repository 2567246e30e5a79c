import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LARGEST, LARGEST_GRADIENT } from '../core/kernels.ts';
import { maxout, maxPool } from '../gan/layers/maximum.ts';
import { type RegisteredSimd, registerSimdBackend } from './register.ts';
import { normalTensor } from './testing/random.ts';

let simd: RegisteredSimd;
beforeAll(async () => {
  simd = await registerSimdBackend({ threads: 1 });
  await tf.setBackend('simd');
});
afterAll(() => simd.dispose());

const run = (name: string, inputs: tf.NamedTensorMap, size: number) =>
  tf.engine().runKernel(name, inputs, { size }) as unknown;

describe.each([
  { rows: 5, size: 2, length: 32 },
  { rows: 3, size: 5, length: 1 },
  { rows: 4, size: 3, length: 7 },
  { rows: 2000, size: 2, length: 12 },
])('$rows rows of $size · $length', ({ rows, size, length }) => {
  it('have their largest numbers and who these are, and give the gradient to them', () => {
    // Many are equal.
    const x = tf.round(normalTensor([rows, size * length]));
    const dy = normalTensor([rows, length]);
    const [value, chosen] = run(LARGEST, { x }, size) as [tf.Tensor, tf.Tensor];
    const gradient = run(LARGEST_GRADIENT, { dy, chosen }, size) as tf.Tensor;
    const [numbers, of] = [x.dataSync(), dy.dataSync()];
    const expected = { value: [] as number[], chosen: [] as number[], gradient: new Array(numbers.length).fill(0) };
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < length; column++) {
        const at = (piece: number): number => row * size * length + piece * length + column;
        const pieces = Array.from({ length: size }, (_, piece) => numbers[at(piece)] as number);
        const largest = Math.max(...pieces);
        expected.value.push(largest);
        expected.chosen.push(pieces.indexOf(largest));
        expected.gradient[at(pieces.indexOf(largest))] = of[row * length + column];
      }
    expect([...value.dataSync()]).toEqual(expected.value);
    expect([...chosen.dataSync()]).toEqual(expected.chosen);
    expect([...gradient.dataSync()]).toEqual(expected.gradient);
  });
});

it('the layers’ second derivatives are what plain operations give', async () => {
  const x = tf.tensor4d(normalTensor([2 * 4 * 4 * 3]).dataSync(), [2, 4, 4, 3]);
  const norm = (layer: (x: tf.Tensor) => tf.Tensor) => {
    const slope = tf.grad((at: tf.Tensor) => tf.sum(tf.square(layer(at))));
    return tf.grad((at: tf.Tensor) => tf.sum(tf.pow(slope(at), 3)));
  };
  const pooled = (at: tf.Tensor) => maxPool(at as tf.Tensor4D, 2);
  const outs = (at: tf.Tensor) => maxout(tf.reshape(at, [2, 48]), 4);
  const ours = [norm(pooled)(x), norm(outs)(x)].map((each) => [...each.dataSync()].map((value) => value + 0));
  await tf.setBackend('cpu');
  const copy = tf.tensor4d(x.dataSync(), [2, 4, 4, 3]);
  const plain = [norm(pooled)(copy), norm(outs)(copy)].map((each) => [...each.dataSync()].map((value) => value + 0));
  await tf.setBackend('simd');
  for (const [i, values] of ours.entries())
    for (const [at, value] of values.entries()) expect(value).toBeCloseTo(plain[i]?.[at] as number, 3);
});
