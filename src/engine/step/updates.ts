/** The two halves of a training step. This is where a recipe's mathematics happens. */
import * as tf from '@tensorflow/tfjs-core';
import type { NetworkSpec } from '../../core/network.ts';
import { shapeOf } from '../../gan/examples.ts';
import type { ForwardContext } from '../../gan/layers/context.ts';
import { type AdversarialLoss, adversarialLossOf, asLogit } from '../../gan/losses/adversarial.ts';
import { exampleNorms, gradientAt } from '../../gan/losses/gradientNorm.ts';
import { constrain, nearData, penaltyPoints, penaltyValue } from '../../gan/losses/penalty.ts';
import { penaltyOf } from '../../gan/penalties/index.ts';
import type { Plan } from '../../gan/plan.ts';
import type { Batch, Examples } from './batch.ts';
import { differentiate } from './differentiate.ts';
import { takeClasses, takeLatent, takeNear, takeShares } from './outside.ts';
import { asInBatch, inTraining } from './passes.ts';
import type { Scalars } from './readback.ts';
import { generatorTerms, markLabelled, onDevice } from './supervision.ts';
import type { Trainer } from './trainer.ts';

/** Generated images and the classes that were asked for. */
export interface Fake {
  /** [batch, height, width, channels] */
  readonly images: tf.Tensor;
  /** [batch], or null for recipes without classes */
  readonly labels: tf.Tensor1D | null;
}

/** Draws z, and classes where the recipe has them and none are given. */
function drawInputs(trainer: Trainer, given?: Int32Array): { z: tf.Tensor2D; labels: tf.Tensor1D | null } {
  const { plan, watch } = trainer;
  const { batch, latent, classes } = plan;
  const z = tf.tensor2d(takeLatent(trainer), [batch, latent.size]);
  watch?.latent(z);
  if (classes === 0) return { z, labels: null };
  const labels = given ?? takeClasses(trainer);
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

const matchesFeatures = ({ supervision }: Plan): boolean => supervision !== undefined && supervision.matching > 0;

/** Whether G's update takes real examples: to match their features, or because the objective compares. */
export const generatorSeesReal = (plan: Plan): boolean =>
  matchesFeatures(plan) || adversarialLossOf(plan).generatorSees === 'both';

/** What D makes of real examples while G is updated: constants of G's loss. */
function judgeReal(trainer: Trainer, { images, labels }: Examples) {
  const { plan, discriminator } = trainer;
  const real = tf.tensor(images, [labels.length, ...shapeOf(plan.examples)]); // [batch, …example]
  const classes = plan.classes > 0 ? tf.tensor1d(labels, 'int32') : null;
  return discriminator.forwardWithFeatures(real, inTraining(trainer, classes, false));
}

/**
 * Updates G once. Returns the batch on which it was scored, made before the update.
 *
 * @param real examples for plans whose G sees them
 */
export function updateGenerator(trainer: Trainer, real?: Examples): { readonly fake: Fake; readonly scalars: Scalars } {
  const { plan, generator, discriminator, optimizers, watch } = trainer;
  const loss = adversarialLossOf(plan);
  watch?.begins('G', null);
  const { z, labels } = drawInputs(trainer);
  const onReal = real && generatorSeesReal(plan) ? judgeReal(trainer, real) : null;
  const wanted = onReal && matchesFeatures(plan) ? onReal.features : null;
  const compared = onReal && loss.generatorSees === 'both' ? onReal.output : null;

  const { gradients, watched } = differentiate(generator.trainable, () => {
    const images = generator.forward(z, inTraining(trainer, labels, true));
    const judged = discriminator.forwardWithFeatures(images, inTraining(trainer, labels, false));
    const { features, output } = judged; // [batch, 1], or [batch, K + 1]
    watch?.judged(compared, output);
    const lossFooled = loss.generator(output, compared);
    const terms = plan.supervision
      ? generatorTerms(plan.supervision, lossFooled, features, wanted)
      : { lossG: lossFooled };
    return { loss: terms.lossG, watched: { images, ...terms, scoreFake: meanScore(loss, output, compared) } };
  });
  const { images, ...scalars } = watched;
  watch?.fakes(images, labels);
  optimizers.generator.apply(gradients, plan.optimizers.generator, 'generator');

  return { fake: { images, labels }, scalars };
}

/** Whether one example's output depends on the others of its batch. */
const couplesExamples = ({ layers }: NetworkSpec): boolean => layers.some(({ kind }) => kind === 'batchNorm');

/** D on real and on generated images, [n, 1] or [n, K + 1]: in one pass, unless that would mix their statistics. */
function judge(trainer: Trainer, real: tf.Tensor, labels: tf.Tensor1D | null, fake: Fake): [tf.Tensor, tf.Tensor] {
  const { plan, discriminator } = trainer;
  if (couplesExamples(plan.discriminator)) {
    const onReal = discriminator.forward(real, inTraining(trainer, labels, true));
    return [onReal, discriminator.forward(fake.images, inTraining(trainer, fake.labels, false))];
  }
  const bothLabels = labels && fake.labels ? tf.concat1d([labels, fake.labels]) : null;
  const images = tf.concat([real, fake.images]); // [both, height, width, channels]
  const output = discriminator.forward(images, inTraining(trainer, bothLabels, true)); // [both, 1]
  return tf.split(output, [real.shape[0] as number, fake.images.shape[0] as number]) as [tf.Tensor, tf.Tensor];
}

const meanScore = ({ scores }: AdversarialLoss, own: tf.Tensor, others: tf.Tensor | null): tf.Scalar =>
  tf.mean(scores(own, others));

/**
 * Updates D once, on real examples and on the given fakes, which are constants here.
 *
 * @param traced whether the gradient norm near the real data is to be measured
 */
export function updateDiscriminator(trainer: Trainer, batch: Batch, fake: Fake, traced: boolean): Scalars {
  const { plan, discriminator, optimizers, watch } = trainer;
  const loss = adversarialLossOf(plan);
  watch?.fakes(fake.images, fake.labels);
  const labels = plan.classes > 0 ? tf.tensor1d(batch.labels, 'int32') : null;
  const real = tf.tensor(batch.images, [plan.batch, ...shapeOf(plan.examples)]); // [batch, …example]
  const labelled = batch.labelled && onDevice(trainer, batch.labelled);
  const penalty = plan.penalty && penaltyOf(plan.penalty);

  /** ∇ₓD there, [batch, height, width, channels]. */
  const gradientWhere = (x: tf.Tensor, context: ForwardContext) =>
    gradientAt(x, (at) => asLogit(plan, discriminator.forward(at, context)), plan.gradientNorm.of);
  const near = () => takeNear(trainer, batch.images);
  const input = { real, fake: fake.images, near, shares: () => takeShares(trainer, batch.images) };

  const { gradients, watched } = differentiate(discriminator.trainable, () => {
    const seen = labelled ? tf.concat([real, labelled.images]) : real; // [n, height, width, channels]
    const [onSeen, onFake] = judge(trainer, seen, labels, fake);
    const { onReal, classes } = markLabelled(plan, onSeen, labelled);
    watch?.judged(onReal, onFake);
    const terms = loss.discriminator(onReal, onFake);
    const scores = { scoreReal: meanScore(loss, onReal, onFake), scoreFake: meanScore(loss, onFake, onReal) };
    const lossGame: tf.Scalar = tf.add(terms.real, terms.fake);
    const lossWithout: tf.Scalar = classes ? tf.add(lossGame, classes.lossClass) : lossGame;
    const losses = { lossReal: terms.real, lossFake: terms.fake, ...classes };

    if (!plan.penalty || !penalty)
      return { loss: lossWithout, watched: { lossD: lossWithout, ...losses, ...scores } as Scalars };

    const context = inTraining(trainer, labels, false);
    const points = penaltyPoints(penalty, input);
    const gradient = gradientWhere(points, context);
    watch?.penalised(points, gradient);
    const weighted: tf.Scalar = tf.mul(penaltyValue(penalty, gradient, plan.gradientNorm), plan.penalty.weight);
    const lossD: tf.Scalar = tf.add(lossWithout, weighted);
    const trace = penalty.tracesAtData ? normsOf(gradient) : {};
    return { loss: lossD, watched: { lossD, ...losses, penalty: weighted, ...scores, ...trace } as Scalars };
  });
  optimizers.discriminator.apply(gradients, plan.optimizers.discriminator, 'discriminator');
  if (plan.constraint) constrain(discriminator.trainable, plan.constraint);

  if (penalty?.tracesAtData || !traced) return watched;
  // Only watched, not trained on: D as the function it is, without dropout's noise.
  return { ...watched, ...normsOf(gradientWhere(nearData(input), asInBatch(labels))) };
}

/** The two traces: E‖∇ₓD‖ and E‖∇ₓD‖². */
function normsOf(gradient: tf.Tensor): Pick<Scalars, 'gradientNorm' | 'gradientSquare'> {
  const norms = exampleNorms(gradient);
  return { gradientNorm: tf.mean(norms), gradientSquare: tf.mean(tf.square(norms)) };
}
