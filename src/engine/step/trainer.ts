import * as tf from '@tensorflow/tfjs-core';
import type { Network } from '../../gan/layers/network.ts';
import { copyNetwork, createNetwork } from '../../gan/layers/network.ts';
import type { Plan } from '../../gan/plan.ts';
import { createOptimizer } from './optimizers/index.ts';
import type { Optimizer } from './optimizers/optimizer.ts';
import type { Streams } from './streams.ts';
import { openStreams } from './streams.ts';
import type { StepWatch } from './watch.ts';

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
  /** Who looks on while a step is taken; nobody by default. */
  readonly watch?: StepWatch;
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
 * @param labels for recipes with classes: [n], or where they are floats shares of all classes, [n, classes], flat
 * @returns [n, …example], in the plan's range; the caller disposes it
 */
export function sample(
  { generator, average, plan }: Sampled,
  latent: Float32Array,
  labels: Int32Array | Float32Array | null,
): tf.Tensor {
  const { weights, statistics, disturbsRunning } = plan.sampling;
  const network = weights === 'average' ? average : generator;
  const n = latent.length / plan.latent.size;
  return tf.tidy(() => {
    const asTensor = (of: Int32Array | Float32Array) =>
      of instanceof Float32Array ? tf.tensor2d(of, [n, plan.classes]) : tf.tensor1d(of, 'int32');
    const classes = plan.classes > 0 && labels ? asTensor(labels) : null;
    const z = tf.tensor2d(latent, [n, plan.latent.size]);
    return network.forward(z, { labels: classes, statistics, updatesRunning: disturbsRunning, dropout: null });
  });
}

export function disposeTrainer({ generator, average, discriminator, classifier, optimizers }: Trainer): void {
  for (const part of [generator, average, discriminator, classifier, optimizers.generator, optimizers.discriminator])
    part?.dispose();
}
