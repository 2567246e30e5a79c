/** The two halves of a training step. This is where a recipe's mathematics happens. */
import * as tf from '@tensorflow/tfjs-core';
import type { NetworkSpec } from '../core/network.ts';
import type { ScalarName } from '../core/scalars.ts';
import type { ForwardContext } from '../gan/layers/context.ts';
import { objectiveOf } from '../gan/objectives/index.ts';
import { clipWeights } from '../gan/penalties/clip.ts';
import { dragan } from '../gan/penalties/dragan.ts';
import { exampleNorms, gradientAt } from '../gan/penalties/gradientNorm.ts';
import { penalties } from '../gan/penalties/index.ts';
import { differentiate } from './differentiate.ts';
import { dropoutMasks } from './dropout.ts';
import { drawLatent } from './latent.ts';
import type { Trainer } from './trainer.ts';

/** Real examples for one step, scaled to the plan's range. */
export interface Batch {
  /** [batch, height, width, channels], flat */
  readonly images: Float32Array;
  /** [batch] */
  readonly labels: Int32Array;
}

/** Generated images and the classes that were asked for. */
export interface Fake {
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

/** Draws z, and classes where the recipe has them and none are given. */
function drawInputs({ plan, streams }: Trainer, given?: Int32Array): { z: tf.Tensor2D; labels: tf.Tensor1D | null } {
  const { batch, latent, classes } = plan;
  const z = tf.tensor2d(drawLatent(latent, batch, streams.latent), [batch, latent.size]);
  if (classes === 0) return { z, labels: null };
  const labels = given ?? streams.classes.integers(new Int32Array(batch), classes);
  return { z, labels: tf.tensor1d(labels, 'int32') };
}

/**
 * A batch from G as D's update sees it: normalised by its own statistics.
 *
 * @param given the classes to ask for; drawn at random by default
 */
export function generate(trainer: Trainer, given?: Int32Array): Fake {
  const { z, labels } = drawInputs(trainer, given);
  return { images: trainer.generator.forward(z, inTraining(trainer, labels, false)), labels };
}

/** Updates G once. Returns the batch on which it was scored, made before the update. */
export function updateGenerator(trainer: Trainer): { readonly fake: Fake; readonly scalars: Scalars } {
  const { plan, generator, discriminator, optimizers } = trainer;
  const objective = objectiveOf(plan.objective);
  const { z, labels } = drawInputs(trainer);

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

/** Whether one example's output depends on the others of its batch. */
const couplesExamples = ({ layers }: NetworkSpec): boolean => layers.some(({ kind }) => kind === 'batchNorm');

/** D on real and on generated images, [batch, 1] each: in one pass, unless that would mix their statistics. */
function judge(trainer: Trainer, real: tf.Tensor, labels: tf.Tensor1D | null, fake: Fake): [tf.Tensor, tf.Tensor] {
  const { plan, discriminator } = trainer;
  if (couplesExamples(plan.discriminator)) {
    const onReal = discriminator.forward(real, inTraining(trainer, labels, true));
    return [onReal, discriminator.forward(fake.images, inTraining(trainer, fake.labels, false))];
  }
  const bothLabels = labels && fake.labels ? tf.concat1d([labels, fake.labels]) : null;
  const images = tf.concat([real, fake.images]); // [2 · batch, height, width, channels]
  const output = discriminator.forward(images, inTraining(trainer, bothLabels, true)); // [2 · batch, 1]
  return tf.split(output, 2) as [tf.Tensor, tf.Tensor];
}

/**
 * Updates D once, on real examples and on the given fakes, which are constants here.
 *
 * @param traced whether the gradient norm near the real data is to be measured
 */
export function updateDiscriminator(trainer: Trainer, batch: Batch, fake: Fake, traced: boolean): Scalars {
  const { plan, discriminator, optimizers } = trainer;
  const { height, width, channels } = plan.image;
  const objective = objectiveOf(plan.objective);
  const labels = plan.classes > 0 ? tf.tensor1d(batch.labels, 'int32') : null;
  const real = tf.tensor4d(batch.images, [plan.batch, height, width, channels]);
  const penalty = plan.penalty && penalties[plan.penalty.kind];

  /** ∇ₓD where a penalty takes it, [batch, height, width, channels]. */
  const gradientWhere = ({ points }: typeof dragan, context: ForwardContext) => {
    const input = { images: batch.images, real, fake: fake.images, noise: trainer.streams.noise };
    const x = points(input, plan.gradientNorm);
    return gradientAt(x, (at) => discriminator.forward(at, context), plan.gradientNorm.of);
  };

  const { gradients, watched } = differentiate(discriminator.trainable, () => {
    const [onReal, onFake] = judge(trainer, real, labels, fake);
    const terms = objective.discriminator(onReal, onFake);
    const scores = { scoreReal: objective.score(onReal), scoreFake: objective.score(onFake) };
    const lossWithout: tf.Scalar = tf.add(terms.real, terms.fake);
    const losses = { lossReal: terms.real, lossFake: terms.fake };

    if (!plan.penalty || !penalty)
      return { loss: lossWithout, watched: { lossD: lossWithout, ...losses, ...scores } as Scalars };

    const gradient = gradientWhere(penalty, inTraining(trainer, labels, false));
    const weighted: tf.Scalar = tf.mul(penalty.value(gradient, plan.gradientNorm), plan.penalty.weight);
    const lossD: tf.Scalar = tf.add(lossWithout, weighted);
    const trace = penalty === dragan ? normsOf(gradient) : {};
    return { loss: lossD, watched: { lossD, ...losses, penalty: weighted, ...scores, ...trace } as Scalars };
  });
  optimizers.discriminator.apply(gradients, plan.optimizers.discriminator);
  if (plan.constraint) clipWeights(discriminator.trainable, plan.constraint.bound);

  if (penalty === dragan || !traced) return watched;
  // Only watched, not trained on: D as the function it is, without dropout's noise.
  return { ...watched, ...normsOf(gradientWhere(dragan, { ...inTraining(trainer, labels, false), dropout: null })) };
}

/** The two traces: E‖∇ₓD‖ and E‖∇ₓD‖². */
function normsOf(gradient: tf.Tensor): Pick<Scalars, 'gradientNorm' | 'gradientSquare'> {
  const norms = exampleNorms(gradient);
  return { gradientNorm: tf.mean(norms), gradientSquare: tf.mean(tf.square(norms)) };
}
