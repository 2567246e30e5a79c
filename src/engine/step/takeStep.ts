import * as tf from '@tensorflow/tfjs-core';
import type { StepPart } from '../../core/config.ts';
import type { ScalarName } from '../../core/scalars.ts';
import { follow, keptShare } from './average.ts';
import type { Batch } from './batch.ts';
import type { Measured, Scalars } from './readback.ts';
import { updateClassifier } from './supervision.ts';
import type { Trainer } from './trainer.ts';
import { type Fake, generate, updateDiscriminator, updateGenerator } from './updates.ts';

/**
 * One training step in the order that the plan states, on the current backend.
 *
 * @param part D alone, G alone, or both
 * @param nextBatch real examples, anew for each update of D
 * @param step counts from 0; decides only whether a gradient norm that does not come by itself is measured
 */
export function takeStep(trainer: Trainer, part: StepPart, nextBatch: () => Batch, step: number): Measured {
  const { plan } = trainer;
  const { first, sharedBatch, kD, kG } = plan.schedule;
  // Lines between real and generated examples of different classes would belong to no class.
  const sameClasses = plan.penalty?.kind === 'wganGp';
  const alone = plan.supervision?.baseline === true;
  let measured: Scalars = {};
  let batch: Batch | undefined;

  const updateG = () => {
    let fake: Fake | undefined;
    for (let k = 0; k < kG; k++) {
      // D's last batch serves again where G is to match features of real examples.
      if (plan.supervision?.matching) batch ??= nextBatch();
      const update = updateGenerator(trainer, batch);
      follow(
        trainer.average,
        trainer.generator,
        keptShare(trainer.plan.sampling.averageDecay, trainer.optimizers.generator.updates),
      );
      fake = update.fake;
      measured = { ...measured, ...update.scalars };
    }
    return fake;
  };
  const updateD = (shared?: Fake) => {
    for (let k = 0; k < kD; k++) {
      const examples = nextBatch();
      batch = examples;
      const traced = k === kD - 1 && step % plan.traceEvery === 0;
      // A scope for each update, so that many of them hold no more memory than one.
      const scalars = tf.tidy(() => {
        if (alone) return updateClassifier(trainer, examples.labelled) as Record<string, tf.Scalar>;
        const fake = (k === 0 && shared) || generate(trainer, sameClasses ? examples.labels : undefined);
        return updateDiscriminator(trainer, examples, fake, traced) as Record<string, tf.Scalar>;
      });
      measured = { ...measured, ...scalars };
      if (trainer.classifier && plan.supervision) {
        const kept = keptShare(plan.supervision.averageDecay, trainer.optimizers.discriminator.updates);
        follow(trainer.classifier, trainer.discriminator, kept);
      }
    }
  };

  const values = tf.tidy(() => {
    if (part === 'D' || alone) updateD();
    else if (part === 'G') updateG();
    else if (first === 'G') {
      const fake = updateG();
      updateD(sharedBatch && !(sameClasses && plan.classes > 0) ? fake : undefined);
    } else {
      updateD();
      updateG();
    }
    return tf.stack(Object.values(measured)) as tf.Tensor1D;
  });
  return { names: Object.keys(measured) as ScalarName[], values };
}
