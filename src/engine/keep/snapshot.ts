import * as tf from '@tensorflow/tfjs-core';
import { EngineError } from '../../core/errors.ts';
import { formatShape } from '../../core/network.ts';
import type { BatchesState, Snapshot } from '../../core/snapshot.ts';
import { reopenStreams, streamStates } from '../step/streams.ts';
import type { Trainer } from '../step/trainer.ts';

/** Every variable of a trainer under a name of its own. */
function variablesOf(trainer: Trainer): ReadonlyMap<string, tf.Variable> {
  const named = new Map<string, tf.Variable>();
  for (const { name, variable } of trainer.average.weights) named.set(`average.${name}`, variable);
  for (const { name, variable } of trainer.classifier?.weights ?? []) named.set(`classifier.${name}`, variable);
  for (const part of ['generator', 'discriminator'] as const) {
    for (const { name, variable } of trainer[part].weights) named.set(`${part}.${name}`, variable);
    for (const { name, variable } of trainer.optimizers[part].slots) named.set(`${part}.${name}`, variable);
  }
  return named;
}

/** Bytes that it takes on its device, without what a step needs besides. */
export const trainerBytes = (trainer: Trainer): number =>
  [...variablesOf(trainer).values()].reduce((sum, { size }) => sum + 4 * size, 0);

/** A sum is finite only if all of its terms are; NaN and infinities never cancel. */
function allFinite(values: Float32Array): boolean {
  let sum = 0;
  for (const value of values) sum += value;
  return Number.isFinite(sum);
}

/**
 * Reads a trainer back from the device.
 *
 * @returns null if a weight is not finite: such a state is not worth going back to.
 */
export async function takeSnapshot(
  trainer: Trainer,
  step: number,
  batches: BatchesState,
  guard: <T>(read: Promise<T>) => Promise<T>,
): Promise<Snapshot | null> {
  const variables = [...variablesOf(trainer)];
  const updates = {
    generator: trainer.optimizers.generator.updates,
    discriminator: trainer.optimizers.discriminator.updates,
  };
  const streams = streamStates(trainer.streams);
  // A sync point; `data()` may hand out the backend's own array, which the next step overwrites.
  const values = await guard(Promise.all(variables.map(([, variable]) => variable.data<'float32'>())));
  if (!values.every(allFinite)) return null;
  const tensors = new Map(
    variables.map(([name, { shape }], i) => [name, { shape, values: new Float32Array(values[i] as Float32Array) }]),
  );
  return { step, tensors, updates, streams, batches };
}

/**
 * Puts a snapshot back into a trainer of the same plan, on the current backend.
 *
 * @throws EngineError `bad-config` if its tensors are not those of the trainer's networks.
 */
export function restoreSnapshot(trainer: Trainer, snapshot: Snapshot): void {
  for (const [name, variable] of variablesOf(trainer)) {
    const saved = snapshot.tensors.get(name);
    if (!saved || formatShape(saved.shape) !== formatShape(variable.shape)) {
      const found = saved?.shape ?? null;
      throw new EngineError('bad-config', { code: 'snapshot.unfit', name, found, wanted: variable.shape });
    }
    // A copy: the CPU backend keeps the array that it is given.
    const tensor = tf.tensor(saved.values.slice(), variable.shape);
    variable.assign(tensor);
    tensor.dispose();
  }
  trainer.optimizers.generator.updates = snapshot.updates.generator;
  trainer.optimizers.discriminator.updates = snapshot.updates.discriminator;
  trainer.streams = reopenStreams(snapshot.streams);
}
