/** The two halves of a training step. This is where a recipe's mathematics happens. */
import * as tf from '@tensorflow/tfjs-core';
import type { ScalarName } from '../core/scalars.ts';
import type { ForwardContext } from '../gan/layers/context.ts';
import { objectives } from '../gan/objectives/index.ts';
import { draganPenalty } from '../gan/penalties/dragan.ts';
import { exampleNorms, gradientAt } from '../gan/penalties/gradientNorm.ts';
import { perturb } from '../gan/penalties/perturbation.ts';
import { differentiate } from './differentiate.ts';
import { dropoutMasks } from './dropout.ts';
import type { Trainer } from './trainer.ts';

/** Real examples for one step, scaled to the plan's range. */
export interface Batch {
  /** [batch, height, width, channels], flat */
  readonly images: Float32Array;
  /** [batch] */
  readonly labels: Int32Array;
}

/** Generated images and the classes that were asked for. */
interface Fake {
  /** [batch, height, width, channels] */
  readonly images: tf.Tensor;
  /** [batch], or null for recipes without classes */
  readonly labels: tf.Tensor1D | null;
}

/** What an update measured, each a scalar on the device. */
export type Scalars = Partial<Record<ScalarName, tf.Scalar>>;

const inTraining = (trainer: Trainer, labels: tf.Tensor1D | null, updatesRunning: boolean): ForwardContext => ({
  labels,
  statistics: 'batch',
  updatesRunning,
  dropout: dropoutMasks(trainer.streams),
});

/** Draws z, and classes where the recipe has them. */
function drawLatent({ plan, streams }: Trainer): { z: tf.Tensor2D; labels: tf.Tensor1D | null } {
  const { batch, latent, classes } = plan;
  const values = new Float32Array(batch * latent.size);
  if (latent.distribution === 'normal') streams.latent.normal(values);
  else streams.latent.uniform(values, -1, 1);
  return {
    z: tf.tensor2d(values, [batch, latent.size]),
    labels: classes > 0 ? tf.tensor1d(streams.classes.integers(new Int32Array(batch), classes), 'int32') : null,
  };
}

/** A batch from G as training sees it: normalised by its own statistics. */
export function generate(trainer: Trainer, updatesRunning: boolean): Fake {
  const { z, labels } = drawLatent(trainer);
  return { images: trainer.generator.forward(z, inTraining(trainer, labels, updatesRunning)), labels };
}

/** Updates G once. Returns the batch on which it was scored, made before the update. */
export function updateGenerator(trainer: Trainer): { readonly fake: Fake; readonly scalars: Scalars } {
  const { plan, generator, discriminator, optimizers } = trainer;
  const objective = objectives[plan.objective.kind];
  const { z, labels } = drawLatent(trainer);

  const { gradients, watched } = differentiate(generator.trainable, () => {
    const images = generator.forward(z, inTraining(trainer, labels, true));
    const output = discriminator.forward(images, inTraining(trainer, labels, false)); // [batch, 1]
    const lossG = objective.generator(output);
    return { loss: lossG, watched: { images, lossG, scoreFake: objective.score(output) } };
  });
  optimizers.generator.apply(gradients, plan.optimizers.generator);

  const { images, ...scalars } = watched;
  return { fake: { images, labels }, scalars };
}

/** Updates D once, on real examples and on the given fakes, which are constants here. */
export function updateDiscriminator(trainer: Trainer, batch: Batch, fake: Fake, step: number): Scalars {
  const { plan, discriminator, optimizers } = trainer;
  const { height, width, channels } = plan.image;
  const objective = objectives[plan.objective.kind];
  const shape: [number, number, number, number] = [plan.batch, height, width, channels];
  const labels = plan.classes > 0 ? tf.tensor1d(batch.labels, 'int32') : null;
  const real = tf.tensor4d(batch.images, shape);

  /** ∇ₓD at x + δ, [batch, height, width, channels]. */
  const gradientNearby = (context: ForwardContext) => {
    const x = tf.tensor4d(perturb(batch.images, plan.gradientNorm.perturbation, trainer.streams.noise), shape);
    return gradientAt(x, (input) => discriminator.forward(input, context), plan.gradientNorm.of);
  };

  const { gradients, watched } = differentiate(discriminator.trainable, () => {
    const onReal = discriminator.forward(real, inTraining(trainer, labels, true)); // [batch, 1]
    const onFake = discriminator.forward(fake.images, inTraining(trainer, fake.labels, false)); // [batch, 1]
    const terms = objective.discriminator(onReal, onFake);
    const scores = { scoreReal: objective.score(onReal), scoreFake: objective.score(onFake) };
    const lossWithout: tf.Scalar = tf.add(terms.real, terms.fake);
    const losses = { lossReal: terms.real, lossFake: terms.fake };

    if (!plan.penalty) return { loss: lossWithout, watched: { lossD: lossWithout, ...losses, ...scores } as Scalars };

    const gradient = gradientNearby(inTraining(trainer, labels, false));
    const penalty: tf.Scalar = tf.mul(draganPenalty(gradient, plan.gradientNorm), plan.penalty.weight);
    const lossD: tf.Scalar = tf.add(lossWithout, penalty);
    return { loss: lossD, watched: { lossD, ...losses, penalty, ...scores, ...normsOf(gradient) } as Scalars };
  });
  optimizers.discriminator.apply(gradients, plan.optimizers.discriminator);

  if (plan.penalty || step % plan.traceEvery !== 0) return watched;
  // Only watched, not trained on: D as the function it is, without dropout's noise.
  return { ...watched, ...normsOf(gradientNearby({ ...inTraining(trainer, labels, false), dropout: null })) };
}

/** The two traces: E‖∇ₓD‖ and E‖∇ₓD‖². */
function normsOf(gradient: tf.Tensor): Pick<Scalars, 'gradientNorm' | 'gradientSquare'> {
  const norms = exampleNorms(gradient);
  return { gradientNorm: tf.mean(norms), gradientSquare: tf.mean(tf.square(norms)) };
}
