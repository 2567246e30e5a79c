import * as tf from '@tensorflow/tfjs-core';
import type { StartedBackend } from '../../backends/backend.ts';

/**
 * Fetches several tensors in one asynchronous read, and disposes them.
 *
 * @returns the values of each, flat, as copies: the backend may own what it hands out
 */
export async function readTogether<Name extends string>(
  tensors: Readonly<Record<Name, tf.Tensor>>,
  guard: StartedBackend['guard'],
): Promise<Readonly<Record<Name, Float32Array<ArrayBuffer>>>> {
  const entries = Object.entries<tf.Tensor>(tensors);
  const filled = entries.filter(([, { size }]) => size > 0);
  const joined = tf.tidy(() => tf.concat1d(filled.map(([, tensor]) => tf.reshape(tensor, [-1]) as tf.Tensor1D)));
  const sizes = entries.map(([, { size }]) => size);
  for (const [, tensor] of entries) tensor.dispose();
  // A sync point.
  const flat = await guard(joined.data<'float32'>()).finally(() => joined.dispose());
  let from = 0;
  const parts = entries.map(([name], i) => {
    const start = from;
    from += sizes[i] as number;
    return [name, flat.slice(start, from)];
  });
  return Object.fromEntries(parts) as Record<Name, Float32Array<ArrayBuffer>>;
}
