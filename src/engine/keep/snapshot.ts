import * as tf from '@tensorflow/tfjs-core';
import { badConfig } from '../../core/errors.ts';
import { formatShape } from '../../core/network.ts';
import type { BatchesState, Snapshot } from '../../core/snapshot.ts';
import type { StartedBackend } from '../backends/backend.ts';
import { reopenStreams, streamStates } from '../step/streams.ts';
import type { Trainer } from '../step/trainer.ts';

const PARTS = ['generator', 'discriminator'] as const;
type Part = (typeof PARTS)[number];

/** What a trainer's optimisers remember, under names of its own. */
const memoriesOf = (trainer: Trainer, part: Part): readonly (readonly [string, tf.Variable])[] =>
  trainer.optimizers[part].slots.map(({ name, variable }) => [`${part}.${name}`, variable]);

/** Every other variable likewise. */
function weightsOf(trainer: Trainer): ReadonlyMap<string, tf.Variable> {
  const named = new Map<string, tf.Variable>();
  for (const { name, variable } of trainer.average.weights) named.set(`average.${name}`, variable);
  for (const { name, variable } of trainer.classifier?.weights ?? []) named.set(`classifier.${name}`, variable);
  for (const part of PARTS)
    for (const { name, variable } of trainer[part].weights) named.set(`${part}.${name}`, variable);
  return named;
}

const variablesOf = (trainer: Trainer): ReadonlyMap<string, tf.Variable> =>
  new Map([...weightsOf(trainer), ...PARTS.flatMap((part) => memoriesOf(trainer, part))]);

/** Bytes that it takes on its device, without what a step needs besides. */
export const trainerBytes = (trainer: Trainer): number =>
  [...variablesOf(trainer).values()].reduce((sum, { size }) => sum + 4 * size, 0);

/**
 * A sum is finite only if all of its terms are; NaN and infinities never cancel. Four sums at once, because a million times
 * over one addition would wait for the one before.
 */
function allFinite(values: Float32Array): boolean {
  const at = (i: number): number => values[i] as number;
  let [a, b, c, d] = [0, 0, 0, 0];
  const whole = values.length & ~3;
  for (let i = 0; i < whole; i += 4) {
    a += at(i);
    b += at(i + 1);
    c += at(i + 2);
    d += at(i + 3);
  }
  for (let i = whole; i < values.length; i++) a += at(i);
  return Number.isFinite(a + b + c + d);
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
  { guard, readsCopies }: Pick<StartedBackend, 'guard' | 'readsCopies'>,
): Promise<Snapshot | null> {
  const variables = [...variablesOf(trainer)];
  const { generator, discriminator } = trainer.optimizers;
  const updates = { generator: generator.updates, discriminator: discriminator.updates };
  const begun = { generator: generator.begun, discriminator: discriminator.begun };
  const streams = streamStates(trainer.streams);
  // A sync point.
  const values = await guard(Promise.all(variables.map(([, variable]) => variable.data<'float32'>())));
  if (!values.every(allFinite)) return null;
  const own = (read: Float32Array): Float32Array => (readsCopies ? read : read.slice());
  const tensors = new Map(
    variables.map(([name, { shape }], i) => [name, { shape, values: own(values[i] as Float32Array) }]),
  );
  const young = begun.generator + begun.discriminator > 0;
  return { step, tensors, updates, ...(young && { begun }), streams, batches };
}

function put(variable: tf.Variable, name: string, { tensors }: Snapshot): void {
  const saved = tensors.get(name);
  if (!saved || formatShape(saved.shape) !== formatShape(variable.shape)) {
    const found = saved?.shape ?? null;
    throw badConfig({ code: 'snapshot.unfit', name, found, wanted: variable.shape });
  }
  // A copy: the CPU backend keeps the array that it is given.
  const tensor = tf.tensor(saved.values.slice(), variable.shape);
  variable.assign(tensor);
  tensor.dispose();
}

/**
 * Puts a snapshot back into a trainer of the same plan, on the current backend.
 *
 * @throws EngineError `bad-config` if its tensors are not those of the trainer's networks.
 */
export function restoreSnapshot(trainer: Trainer, snapshot: Snapshot): void {
  const { updates, begun = { generator: 0, discriminator: 0 } } = snapshot;
  for (const [name, variable] of weightsOf(trainer)) put(variable, name, snapshot);
  for (const part of PARTS) {
    for (const [name, variable] of memoriesOf(trainer, part)) {
      if (updates[part] > 0 && begun[part] === updates[part]) tf.tidy(() => variable.assign(tf.zerosLike(variable)));
      else put(variable, name, snapshot);
    }
    trainer.optimizers[part].begun = begun[part];
  }
  trainer.optimizers.generator.updates = updates.generator;
  trainer.optimizers.discriminator.updates = updates.discriminator;
  trainer.streams = reopenStreams(snapshot.streams);
}
