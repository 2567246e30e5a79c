/** Runs what is computed twice: by tfjs's kernels, and as a program. */
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { expect } from 'vitest';
import { createRecorder } from '../../../program/recorder.ts';
import { recording } from '../../../program/recording.ts';
import { activeBackend } from '../../inPlace.ts';
import { createReplay } from '../replay.ts';

/** Numbers in (−1, 1) that are the same in each run. */
const numbers = (count: number, seed: number): Float32Array =>
  Float32Array.from({ length: count }, (_, i) => Math.sin(seed + 1.7 * i) * 0.98);

export type Shapes = readonly (readonly number[])[];
export type Compute = (...inputs: readonly tf.Tensor[]) => readonly tf.Tensor[];

/** A result as the program has it, and as tfjs does. */
interface Both {
  readonly found: readonly number[];
  readonly expected: readonly number[];
}

/** What tfjs computes, and what the program that was written down meanwhile computes. */
export async function both(shapes: Shapes, compute: Compute, indices?: Int32Array): Promise<readonly Both[]> {
  const values = shapes.map((shape, i) => numbers(tf.util.sizeFromShape([...shape]), i));
  const recorder = createRecorder<string>([]);
  recording.now = recorder;
  const made = tf.tidy(() => {
    try {
      for (const x of values) recorder.event('drawn', { x });
      const inputs = shapes.map((shape, i) => tf.tensor(values[i] as Float32Array, [...shape]));
      if (indices) {
        recorder.event('indices', { indices });
        inputs.push(tf.tensor1d(indices, 'int32'));
      }
      return [...compute(...inputs)];
    } finally {
      recording.now = null;
    }
  });
  const program = recorder.finish([], made);
  const compiled = await createReplay(program, [], activeBackend());
  for (const input of compiled.inputs) input.values.set(values[input.event] ?? (indices as Int32Array));
  compiled.run([]);
  const found = compiled.results().map((info) => tf.engine().makeTensorFromTensorInfo(info));
  const results: Both[] = [];
  for (const [i, tensor] of found.entries())
    results.push({ found: [...(await tensor.data())], expected: [...(await (made[i] as tf.Tensor).data())] });
  compiled.dispose();
  tf.dispose([...found, ...made]);
  return results;
}

export async function expectSame(shapes: Shapes, compute: Compute, indices?: Int32Array): Promise<void> {
  expectNear(await both(shapes, compute, indices));
}

export function expectNear(results: readonly Both[]): void {
  for (const [i, { found, expected }] of results.entries()) {
    expect(found.length, `${i}`).toBe(expected.length);
    const apart = found.map((value, at) => Math.abs(value - (expected[at] as number)) / Math.max(1, Math.abs(value)));
    expect(
      apart.reduce((most, one) => Math.max(most, one), 0),
      `result ${i}`,
    ).toBeLessThan(1e-4);
  }
}
