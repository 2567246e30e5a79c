/** Looks on while a step is taken, and keeps what it came by. The step is, bit for bit, what it is if nobody looks. */

import * as tf from '@tensorflow/tfjs-core';
import type { StepPart } from '../../core/config.ts';
import type { ScalarName } from '../../core/scalars.ts';
import { type StepTrace, TRACED_IMAGES, type UpdateTrace } from '../../core/trace.ts';
import { adversarialLossOf, asLogit } from '../../gan/losses/adversarial.ts';
import { exampleNorms, gradientAt } from '../../gan/losses/gradientNorm.ts';
import type { ExampleSpec } from '../../gan/plan.ts';
import type { StartedBackend } from '../backends/backend.ts';
import type { Batch } from '../step/batch.ts';
import { asInBatch } from '../step/passes.ts';
import type { Trainer } from '../step/trainer.ts';
import type { StepWatch } from '../step/watch.ts';
import { readTogether } from './inspection/readTogether.ts';
import { picturedExamples } from './pictured.ts';

/** Latent points that are kept. */
const LATENTS = 8;

/** What is kept of an update until it is read: tensors on the device by name, and what is on the host already. */
interface Kept {
  readonly network: 'D' | 'G';
  readonly examples: Batch | null;
  readonly tensors: Map<string, tf.Tensor>;
  readonly scalars: ScalarName[];
  /** The weights as they were, until they have moved. */
  before: readonly tf.Tensor[];
}

export interface SlowStep {
  readonly watch: StepWatch;
  /** Reads everything, in one go. */
  read(step: number, part: StepPart, guard: StartedBackend['guard']): Promise<StepTrace>;
  /** To be called in any case. */
  dispose(): void;
}

const shownOf = (examples: ExampleSpec, count: number): number =>
  examples.kind === 'image' ? Math.min(TRACED_IMAGES, count) : count;

/** ‖W‖², ‖ΔW‖², and the share of weights at ±bound: [3]. */
function movedBy(before: readonly tf.Tensor[], after: readonly tf.Variable[], bound: number | null): tf.Tensor {
  const squares = (tensors: readonly tf.Tensor[]) => tf.addN(tensors.map((tensor) => tf.sum(tf.square(tensor))));
  const moves = after.map((variable, i) => tf.sub(variable, before[i] as tf.Tensor));
  const count = after.reduce((sum, { size }) => sum + size, 0);
  const isOut = (variable: tf.Variable) => tf.greaterEqual(tf.abs(variable), bound ?? Number.POSITIVE_INFINITY);
  const at = tf.addN(after.map((variable) => tf.sum(tf.cast(isOut(variable), 'float32'))));
  return tf.stack([squares(before), squares(moves), tf.div(at, count)]);
}

export function watchStep({ plan, generator, discriminator }: Trainer): SlowStep {
  const { scores } = adversarialLossOf(plan);
  const updates: Kept[] = [];
  const now = (): Kept => updates.at(-1) as Kept;
  const keep = (name: string, make: () => tf.Tensor): void => {
    now().tensors.set(name, tf.keep(tf.tidy(make)));
  };
  const first = (tensor: tf.Tensor): tf.Tensor => {
    const count = shownOf(plan.examples, tensor.shape[0] as number);
    return tf.slice(tensor, 0, count);
  };
  const flat = (tensor: tf.Tensor): tf.Tensor => tf.reshape(tensor, [-1]);
  const trainedOf = (network: 'D' | 'G') => (network === 'D' ? discriminator : generator).trainable;

  const watch: StepWatch = {
    begins(network, examples) {
      // A clone would share the memory, and optimisers change weights in place.
      const before = trainedOf(network).map((variable) => tf.keep(tf.mul(variable, 1)));
      updates.push({ network, examples, tensors: new Map(), scalars: [], before });
    },
    latent: (z) => keep('latent', () => tf.slice(z, 0, Math.min(LATENTS, z.shape[0]))),
    fakes(images, labels) {
      keep('fake', () => first(images));
      keep('slopes', () => {
        const slopes = gradientAt(images, (at) => asLogit(plan, discriminator.forward(at, asInBatch(labels))), 'logit');
        return first(plan.examples.kind === 'image' ? tf.sum(slopes, -1) : slopes);
      });
    },
    judged(real, fake) {
      if (real) keep('onReal', () => flat(scores(real, fake)));
      keep('onFake', () => flat(scores(fake, real)));
    },
    penalised(points, gradient) {
      keep('points', () => first(points));
      keep('norms', () => exampleNorms(gradient));
    },
    moved(network, measured) {
      const update = now();
      keep('weights', () => movedBy(update.before, trainedOf(network), plan.constraint?.bound ?? null));
      for (const tensor of update.before) tensor.dispose();
      update.before = [];
      update.scalars.push(...(Object.keys(measured) as ScalarName[]));
      keep('measured', () => tf.stack(Object.values(measured)));
    },
  };

  async function readUpdate(
    { network, examples, tensors, scalars }: Kept,
    guard: StartedBackend['guard'],
  ): Promise<UpdateTrace> {
    const names = [...tensors.keys()];
    const read = await readTogether(Object.fromEntries(tensors), guard);
    tensors.clear();
    const valuesOf = (name: string) => (names.includes(name) ? (read[name] as Float32Array<ArrayBuffer>) : null);
    const pictured = (values: Float32Array | null | undefined) =>
      values ? picturedExamples(plan.examples, values, TRACED_IMAGES) : null;
    const [norm = 0, move = 0, clipped = 0] = valuesOf('weights') ?? [];
    const latent = valuesOf('latent');
    const points = pictured(valuesOf('points'));
    const norms = valuesOf('norms');
    const measured = valuesOf('measured') ?? [];
    return {
      network,
      real: plan.supervision?.baseline ? null : pictured(examples?.images),
      labelled: pictured(examples?.labelled?.images),
      latent: latent && { size: plan.latent.size, values: latent },
      fake: pictured(valuesOf('fake')),
      scores: { real: valuesOf('onReal'), fake: valuesOf('onFake') },
      slopes: valuesOf('slopes'),
      penalised: points && norms && { points, norms },
      measured: Object.fromEntries(scalars.map((name, i) => [name, measured[i] as number])),
      weights: {
        norm: Math.sqrt(norm),
        move: Math.sqrt(move),
        clipped: network === 'D' && plan.constraint ? clipped : null,
      },
    };
  }

  return {
    watch,
    async read(step, part, guard) {
      const read: UpdateTrace[] = [];
      for (const update of updates) read.push(await readUpdate(update, guard));
      return { step, part, updates: read };
    },
    dispose() {
      for (const { tensors, before } of updates) for (const one of [...tensors.values(), ...before]) one.dispose();
    },
  };
}
