/** A step of ours, with everything that was drawn, and everything that came out of it. */
import * as tf from '@tensorflow/tfjs-core';
import { sizeOf } from '../../src/core/network.ts';
import type { RandomStream } from '../../src/core/random.ts';
import { initialState, openStream } from '../../src/core/random.ts';
import {
  accelerated,
  type Batch,
  createOptimizer,
  createTrainer,
  disposeTrainer,
  type Examples,
  type NamedWeight,
  type Trainer,
  takeStep,
} from '../../src/engine/headless.ts';
import { shapeOf } from '../../src/gan/examples.ts';
import type { OptimizerSpec, Plan } from '../../src/gan/plan.ts';

export type Tensors = Map<string, ArrayLike<number>>;

export interface Values {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

type Purpose = 'latent' | 'classes' | 'noise' | 'dropout';
export type Draws = Record<Purpose, Values[]>;

interface GivenExamples {
  readonly images: Values;
  readonly labels: Values;
}

export interface OurStep {
  readonly weights: Readonly<
    Record<'generator' | 'discriminator', readonly (Values & { name: string; trainable: boolean })[]>
  >;
  readonly batches: readonly (GivenExamples & { readonly labelled?: GivenExamples })[];
  readonly draws: Draws;
  readonly tensors: Tensors;
}

const flat = (values: ArrayLike<number>): Values => ({ shape: [values.length], values: Float32Array.from(values) });

/** Keeps a copy of all that a stream gives, in units of N(0, 1) and U(0, 1). */
function recording(stream: RandomStream, into: Values[]): RandomStream {
  return {
    ...stream,
    uniform(out, low = 0, high = 1) {
      stream.uniform(out, low, high);
      into.push(flat(Float32Array.from(out, (value) => (value - low) / (high - low))));
      return out;
    },
    normal(out, mean = 0, std = 1) {
      stream.normal(out, mean, std);
      into.push(flat(Float32Array.from(out, (value) => (value - mean) / std)));
      return out;
    },
    integers(out, bound) {
      stream.integers(out, bound);
      into.push(flat(out));
      return out;
    },
  };
}

/** Dropout's draws where the backend makes its masks itself: the same stream, read once more. */
function recordMasks(into: Values[]): () => void {
  const name = tf.getBackend();
  const entry = accelerated.get(name);
  if (!entry) return () => undefined;
  accelerated.set(name, {
    ...entry,
    dropoutMask(out, state, rate, dial) {
      into.push(flat(openStream(state).uniform(new Float32Array(out.size))));
      return entry.dropoutMask(out, state, rate, dial);
    },
  });
  return () => accelerated.set(name, entry);
}

/** Weights large enough that rounding hides no error, with nothing at its neutral value. */
function fillWeight({ name, variable }: NamedWeight, stream: RandomStream): void {
  const values = stream.normal(new Float32Array(variable.size));
  const fanIn = variable.size / (variable.shape.at(-1) as number);
  const kind = name.split('.').at(-1);
  const scaled = values.map((value) => {
    if (kind === 'kernel') return (1.2 * value) / Math.sqrt(fanIn);
    if (kind === 'scale') return 1 + 0.2 * value;
    if (kind === 'runningVariance') return 1 + 0.3 * Math.tanh(value);
    return kind === 'table' ? value : 0.2 * value;
  });
  tf.tidy(() => variable.assign(tf.tensor(scaled, variable.shape)));
}

const valuesOf = (variable: tf.Variable): Values => ({
  shape: variable.shape,
  values: variable.dataSync<'float32'>().slice(),
});

const weightsOf = (trainer: Trainer, part: 'generator' | 'discriminator') =>
  trainer[part].weights.map(({ name, variable, trainable }) => ({ name, trainable, ...valuesOf(variable) }));

function batchMaker(plan: Plan, batches: Batch[]): () => Batch {
  const stream = openStream(initialState(5, 'images'));
  const { examples, supervision } = plan;
  const size = sizeOf(shapeOf(examples));
  const low = examples.kind === 'image' && examples.range === 'unit' ? 0 : -1;
  const draw = (count: number, classes: number): Examples => ({
    images: stream.uniform(new Float32Array(count * size), low),
    labels: stream.integers(new Int32Array(count), Math.max(1, classes)),
  });
  return () => {
    const batch = draw(plan.batch, plan.classes);
    batches.push(supervision ? { ...batch, labelled: draw(supervision.batch, supervision.classes) } : batch);
    return batches.at(-1) as Batch;
  };
}

export const given = ({ images, labels }: Examples): GivenExamples => ({ images: flat(images), labels: flat(labels) });

/** Told of the gradients of each update: its number, from 0, and the network's trainable weights. */
type SeenGradients = (update: number, part: 'generator' | 'discriminator', gradients: readonly tf.Tensor[]) => void;

/**
 * Takes one step on the current backend, and keeps a copy of all that is drawn in it.
 *
 * @param trainer is changed as by any step; gradients are seen before they are applied
 * @returns what was measured, by name. Reads synchronously: nothing else is running here.
 */
export function recordStep(
  trainer: Trainer,
  { batches, step, seen }: { readonly batches: Batch[]; readonly step: number; readonly seen: SeenGradients },
): { readonly draws: Draws; readonly scalars: Tensors } {
  const draws: Draws = { latent: [], classes: [], noise: [], dropout: [] };
  let update = 0;
  const watched = (part: 'generator' | 'discriminator'): (() => void) => {
    const optimizer = trainer.optimizers[part];
    const { apply } = optimizer;
    optimizer.apply = (gradients, spec) => {
      seen(update, part, gradients);
      update += 1;
      apply.call(optimizer, gradients, spec);
    };
    return () => {
      optimizer.apply = apply;
    };
  };
  const { streams } = trainer;
  trainer.streams = { ...streams };
  for (const purpose of ['latent', 'classes', 'noise', 'dropout'] as const)
    trainer.streams[purpose] = recording(streams[purpose], draws[purpose]);
  const endings = [watched('generator'), watched('discriminator'), recordMasks(draws.dropout)];
  const { names, values } = takeStep(trainer, 'both', batchMaker(trainer.plan, batches), step);
  for (const end of endings) end();
  const scalars: Tensors = new Map(Array.from(values.dataSync(), (value, i) => [names[i] as string, [value]]));
  values.dispose();
  return { draws, scalars };
}

/** Runs the first step of a plan on the current backend. */
export function ourStep(plan: Plan): OurStep {
  const tensors: Tensors = new Map();
  const batches: Batch[] = [];
  const trainer = createTrainer(plan, 3);
  const stream = openStream(initialState(7, 'weights'));
  for (const part of ['generator', 'discriminator'] as const)
    for (const weight of trainer[part].weights) fillWeight(weight, stream);

  const weights = { generator: weightsOf(trainer, 'generator'), discriminator: weightsOf(trainer, 'discriminator') };
  const { draws, scalars } = recordStep(trainer, {
    batches,
    step: 0,
    seen(update, part, gradients) {
      const names = trainer[part].weights.filter(({ trainable }) => trainable).map(({ name }) => name);
      for (const [i, gradient] of gradients.entries())
        tensors.set(`update ${update}, ${part}.${names[i]}`, gradient.dataSync().slice());
    },
  });
  for (const [name, value] of scalars) tensors.set(name, value);
  for (const part of ['generator', 'discriminator'] as const)
    for (const after of weightsOf(trainer, part)) tensors.set(`after, ${part}.${after.name}`, after.values);
  disposeTrainer(trainer);
  return {
    weights,
    batches: batches.map(({ labelled, ...batch }) => ({
      ...given(batch),
      ...(labelled && { labelled: given(labelled) }),
    })),
    draws,
    tensors,
  };
}

export interface OurUpdates {
  readonly start: Values;
  readonly gradients: readonly Values[];
  /** How far the weights have moved after each update. */
  readonly tensors: Tensors;
}

const UPDATES = 4;

/** A few updates by one optimiser, from weights as small as its steps, so that rounding hides no error. */
export function ourUpdates(spec: OptimizerSpec): OurUpdates {
  const stream = openStream(initialState(6, 'optimizer'));
  const start = flat(stream.normal(new Float32Array(50), 0, 10 * spec.rate));
  // From tiny to large.
  const scales = start.values.map((_, i) => 10 ** ((i % 6) - 3));
  const gradients = Array.from({ length: UPDATES }, () =>
    flat(stream.normal(new Float32Array(50)).map((value, i) => value * (scales[i] as number))),
  );
  const weight = tf.tidy(() => tf.variable(tf.tensor(start.values.slice(), [50])));
  const optimizer = createOptimizer(spec.kind, [weight]);
  const tensors: Tensors = new Map();
  for (const [number, { values }] of gradients.entries()) {
    tf.tidy(() => optimizer.apply([tf.tensor(values.slice(), [50])], spec));
    tensors.set(`after update ${number}`, weight.dataSync().slice());
  }
  optimizer.dispose();
  weight.dispose();
  return { start, gradients, tensors };
}
