import * as tf from '@tensorflow/tfjs-core';
import type { StepPart } from '../../core/config.ts';
import type { ScalarName } from '../../core/scalars.ts';
import type { Network } from '../../gan/layers/network.ts';
import { copyNetwork, createNetwork } from '../../gan/layers/network.ts';
import type { Plan } from '../../gan/plan.ts';
import { follow, keptShare } from './average.ts';
import { createOptimizer } from './optimizers/index.ts';
import type { Optimizer } from './optimizers/optimizer.ts';
import type { Measured } from './readback.ts';
import type { Streams } from './streams.ts';
import { openStreams } from './streams.ts';
import { updateClassifier } from './supervision.ts';
import type { Batch, Fake, Scalars } from './updates.ts';
import { generate, updateDiscriminator, updateGenerator } from './updates.ts';

/** The two networks, G's moving average, the optimisers and their random numbers: all that a snapshot must keep. */
export interface Trainer {
  readonly generator: Network;
  /** A copy of G that follows it: an exponential moving average of its weights and running statistics. */
  readonly average: Network;
  readonly discriminator: Network;
  /** Where D learns classes, the moving average of D, which is what is examined; null elsewhere. */
  readonly classifier: Network | null;
  readonly optimizers: { readonly generator: Optimizer; readonly discriminator: Optimizer };
  streams: Streams;
  /** May change between two steps in whatever leaves the networks as they are: rates, weights, noise. */
  plan: Plan;
}

/** Puts both networks on the current backend, with weights drawn from the seed. */
export function createTrainer(plan: Plan, seed: number): Trainer {
  const streams = openStreams(seed);
  const generator = createNetwork(plan.generator, streams.generator);
  // An average begins where what it follows begins.
  const average = copyNetwork(generator);
  const discriminator = createNetwork(plan.discriminator, streams.discriminator);
  const classifier = plan.supervision ? copyNetwork(discriminator) : null;
  return {
    generator,
    average,
    discriminator,
    classifier,
    optimizers: {
      generator: createOptimizer(plan.optimizers.generator.kind, generator.trainable),
      discriminator: createOptimizer(plan.optimizers.discriminator.kind, discriminator.trainable),
    },
    streams,
    plan,
  };
}

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

/** What is needed to draw samples. */
export type Sampled = Pick<Trainer, 'generator' | 'average' | 'plan'>;

/** G as it is now: what is drawn from it stays of this step while the training goes on, and leaves it as it is. */
export function freeze({ generator, average, plan }: Sampled): Sampled & { dispose(): void } {
  const copy = copyNetwork(plan.sampling.weights === 'average' ? average : generator);
  const sampling = { ...plan.sampling, disturbsRunning: false };
  return { generator: copy, average: copy, plan: { ...plan, sampling }, dispose: () => copy.dispose() };
}

/**
 * G(z) the way the plan says that samples are drawn.
 *
 * @param latent [n, latent.size], flat
 * @param labels [n], for recipes with classes
 * @returns [n, …example], in the plan's range; the caller disposes it
 */
export function sample(
  { generator, average, plan }: Sampled,
  latent: Float32Array,
  labels: Int32Array | null,
): tf.Tensor {
  const { weights, statistics, disturbsRunning } = plan.sampling;
  const network = weights === 'average' ? average : generator;
  const n = latent.length / plan.latent.size;
  return tf.tidy(() => {
    const classes = plan.classes > 0 && labels ? tf.tensor1d(labels, 'int32') : null;
    const z = tf.tensor2d(latent, [n, plan.latent.size]);
    return network.forward(z, { labels: classes, statistics, updatesRunning: disturbsRunning, dropout: null });
  });
}

export function disposeTrainer({ generator, average, discriminator, classifier, optimizers }: Trainer): void {
  for (const part of [generator, average, discriminator, classifier, optimizers.generator, optimizers.discriminator])
    part?.dispose();
}
