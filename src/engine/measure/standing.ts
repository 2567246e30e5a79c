/** Where both networks of a run stand, on a batch that is the same at every step; nothing of it touches the training. */

import * as tf from '@tensorflow/tfjs-core';
import type { ClassView } from '../../core/config.ts';
import type { LoadedExamples } from '../../data/points.ts';
import { shapeOf } from '../../gan/examples.ts';
import { adversarialLossOf, asLogit } from '../../gan/losses/adversarial.ts';
import { gradientAt } from '../../gan/losses/gradientNorm.ts';
import { drawsFrom, penaltyPoints, penaltyValue } from '../../gan/losses/penalty.ts';
import { penaltyOf } from '../../gan/penalties/index.ts';
import type { Batch } from '../step/batch.ts';
import { drawLatent } from '../step/latent.ts';
import { asInBatch } from '../step/passes.ts';
import { openStreams } from '../step/streams.ts';
import { generatorTerms, markLabelled, onDevice } from '../step/supervision.ts';
import { sample, type Trainer } from '../step/trainer.ts';
import { shownLatent } from '../view/shown.ts';

/** By which numbers it is drawn, and which classes the grid on the screen shows. */
interface Looked {
  readonly data: LoadedExamples;
  readonly seed: number;
  readonly classes: ClassView;
}

/** Where both networks stand, on the device. */
type Stood = {
  /** Both losses, and D's mean score of real and of generated examples: [4]. Of a plain classifier its loss alone: [1]. */
  readonly values: tf.Tensor1D;
  /** D's score of each example on the screen: [n]. */
  readonly shown: tf.Tensor1D;
};

/** Real examples, what G makes of as many latent points, of the same classes, and what D makes of both. */
function judgeBoth(trainer: Trainer, batch: Batch, streams: Trainer['streams']) {
  const { plan, generator, discriminator } = trainer;
  const labels = plan.classes > 0 ? tf.tensor1d(batch.labels, 'int32') : null;
  const z = tf.tensor2d(drawLatent(plan.latent, plan.batch, streams.latent), [plan.batch, plan.latent.size]);
  const fake = generator.forward(z, asInBatch(labels)); // [batch, …example]
  const real = tf.tensor(batch.images, [plan.batch, ...shapeOf(plan.examples)]); // [batch, …example]
  const labelled = batch.labelled && onDevice(trainer, batch.labelled);
  const seen = labelled ? tf.concat([real, labelled.images]) : real; // [n, …example]
  const onSeen = discriminator.forwardWithFeatures(seen, asInBatch(labels));
  const { onReal, classes } = markLabelled(plan, onSeen.output, labelled);
  return {
    labels,
    real,
    fake,
    onReal,
    onSeen,
    classes,
    onFake: discriminator.forwardWithFeatures(fake, asInBatch(labels)),
  };
}

/** D's penalty with its weight, at points that are the same each time; null where there is none. */
function penaltyOn(
  { plan, discriminator }: Trainer,
  images: Float32Array,
  { real, fake, labels }: { readonly real: tf.Tensor; readonly fake: tf.Tensor; readonly labels: tf.Tensor1D | null },
  { noise }: Trainer['streams'],
): tf.Scalar | null {
  if (!plan.penalty) return null;
  const points = penaltyPoints(penaltyOf(plan.penalty), {
    real,
    fake,
    ...drawsFrom(noise, images, plan.batch, plan.gradientNorm),
  });
  const logit = (x: tf.Tensor) => asLogit(plan, discriminator.forward(x, asInBatch(labels)));
  const gradient = gradientAt(points, logit, plan.gradientNorm.of);
  return tf.mul(penaltyValue(penaltyOf(plan.penalty), gradient, plan.gradientNorm), plan.penalty.weight);
}

/**
 * Takes passes of both networks over the batch and over what is on the screen, without gradients but for a penalty.
 *
 * @returns what the caller disposes; to be called in a scope that keeps it
 */
export function stand(trainer: Trainer, batch: Batch, looked: Looked): Stood {
  const { plan, discriminator } = trainer;
  const streams = openStreams(looked.seed, 'inspection.');
  const judged = judgeBoth(trainer, batch, streams);
  const { onReal, onSeen, onFake, classes } = judged;
  // The plain classifier is trained on labelled examples alone, and G not at all.
  if (plan.supervision?.baseline && classes)
    return { values: tf.reshape(classes.lossClass, [1]) as tf.Tensor1D, shown: tf.tensor1d([]) };

  const loss = adversarialLossOf(plan);
  const { real, fake } = loss.discriminator(onReal, onFake.output);
  const penalty = penaltyOn(trainer, batch.images, judged, streams);
  const fooled = loss.generator(onFake.output, onReal);
  const matched = plan.supervision?.matching ? tf.slice(onSeen.features, 0, plan.batch) : null;
  const shown = shownLatent(plan, looked.seed, looked.classes);
  const sampling = { ...plan.sampling, disturbsRunning: false };
  const drawn = sample({ ...trainer, plan: { ...plan, sampling } }, shown.latent, shown.labels); // [n, …example]
  const asked = shown.labels && tf.tensor1d(shown.labels, 'int32');
  const lossD = tf.addN([real, fake, ...(classes ? [classes.lossClass] : []), ...(penalty ? [penalty] : [])]);
  const { lossG } = plan.supervision
    ? generatorTerms(plan.supervision, fooled, onFake.features, matched)
    : { lossG: fooled };
  const scoreReal = tf.mean(loss.scores(onReal, onFake.output));
  const scoreFake = tf.mean(loss.scores(onFake.output, onReal));
  const onShown = loss.scores(discriminator.forward(drawn, asInBatch(asked)), onReal); // [n, 1]
  return {
    values: tf.stack([lossD, lossG, scoreReal, scoreFake]) as tf.Tensor1D,
    shown: tf.reshape(onShown, [-1]) as tf.Tensor1D,
  };
}
