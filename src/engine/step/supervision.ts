/** What a discriminator that is also a classifier adds to the updates: see `SupervisionSpec`. */
import * as tf from '@tensorflow/tfjs-core';
import { shapeOf } from '../../gan/examples.ts';
import { accuracy, classLoss, featureDistance } from '../../gan/losses/semiSupervised.ts';
import type { Plan, SupervisionSpec } from '../../gan/plan.ts';
import type { Examples } from './batch.ts';
import { differentiate } from './differentiate.ts';
import { inTraining } from './passes.ts';
import type { Scalars } from './readback.ts';
import type { Trainer } from './trainer.ts';

/** Labelled examples on the device. */
interface Labelled {
  /** [n, …example] */
  readonly images: tf.Tensor;
  /** [n] */
  readonly labels: tf.Tensor1D;
}

export const onDevice = ({ plan }: Trainer, { images, labels }: Examples): Labelled => ({
  images: tf.tensor(images, [labels.length, ...shapeOf(plan.examples)]),
  labels: tf.tensor1d(labels, 'int32'),
});

/** The classes' part of D's loss, and how many of the labelled examples D knows. */
const classTerms = (
  { weight, epsilon }: SupervisionSpec,
  outputs: tf.Tensor, // [n, K + 1]
  labels: tf.Tensor1D, // [n]
) => ({
  lossClass: tf.mul(classLoss(outputs, labels, epsilon), weight) as tf.Scalar,
  accuracyBatch: accuracy(outputs, labels),
});

/** Takes apart what D says on a batch and, behind it, on labelled examples, and marks the latter. */
export function markLabelled(
  { batch, supervision }: Plan,
  outputs: tf.Tensor, // [batch + n, …]
  labelled: Labelled | undefined,
): { readonly onReal: tf.Tensor; readonly classes: ReturnType<typeof classTerms> | null } {
  if (!supervision || !labelled) return { onReal: outputs, classes: null };
  const { labels } = labelled;
  const [onReal, onLabelled] = tf.split(outputs, [batch, labels.size]) as [tf.Tensor, tf.Tensor];
  return { onReal, classes: classTerms(supervision, onLabelled, labels) };
}

/** Updates D on the labelled examples alone: the plain network that semi-supervised learning is compared with. */
export function updateClassifier(trainer: Trainer, examples: Examples | undefined): Scalars {
  const { plan, discriminator, optimizers } = trainer;
  const { supervision } = plan;
  if (!supervision || !examples) throw new Error('A classifier is trained on labelled examples.');
  const { images, labels } = onDevice(trainer, examples);
  const { gradients, watched } = differentiate(discriminator.trainable, () => {
    const outputs = discriminator.forward(images, inTraining(trainer, null, true)); // [n, K + 1]
    const terms = classTerms(supervision, outputs, labels);
    return { loss: terms.lossClass, watched: { lossD: tf.clone(terms.lossClass), ...terms } };
  });
  optimizers.discriminator.apply(gradients, plan.optimizers.discriminator, 'discriminator');
  return watched;
}

/**
 * G's loss: to be taken for real, and to match the mean features of real examples, as far as each is wanted.
 *
 * @param real features of real examples, [batch, features]; null if they are not to be matched
 */
export function generatorTerms(
  { adversarial, matching }: SupervisionSpec,
  lossFooled: tf.Scalar,
  fake: tf.Tensor, // [batch, features]
  real: tf.Tensor | null,
): { readonly lossG: tf.Scalar; readonly lossMatch?: tf.Scalar } {
  if (!real) return { lossG: lossFooled };
  const lossMatch: tf.Scalar = tf.mul(featureDistance(real, fake), matching);
  return { lossG: adversarial ? tf.add(lossFooled, lossMatch) : tf.clone(lossMatch), lossMatch };
}
