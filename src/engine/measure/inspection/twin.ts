import * as tf from '@tensorflow/tfjs-core';
import { copyNetwork } from '../../../gan/layers/network.ts';
import type { Batch } from '../../step/batch.ts';
import type { Optimizer } from '../../step/optimizers/optimizer.ts';
import { openStreams } from '../../step/streams.ts';
import { takeTurns } from '../../step/takeStep.ts';
import type { Trainer } from '../../step/trainer.ts';

/** An optimiser that moves nothing: it keeps the norm of each gradient, in the order of the weights. */
interface Recorder extends Optimizer {
  /** ‖∂loss/∂W‖², a scalar on the device for each trained weight; empty before the first update. */
  readonly squares: tf.Scalar[];
}

const createRecorder = (): Recorder => {
  const squares: tf.Scalar[] = [];
  return {
    squares,
    slots: [],
    begun: 0,
    updates: 0,
    next: () => ({}),
    apply(gradients) {
      for (const gradient of gradients) squares.push(tf.keep(tf.sum(tf.square(gradient))));
    },
    dispose() {
      for (const square of squares) square.dispose();
    },
  };
};

/** A trainer to try things on. */
export interface Twin extends Trainer {
  readonly optimizers: { readonly generator: Recorder; readonly discriminator: Recorder };
}

/**
 * Both networks once more, with random streams of their own and optimisers that only look: whatever is done to the
 * twin, the run stays as it is, running statistics and all. Its streams begin anew each time, so that what is seen of
 * different steps can be compared. The caller disposes it with `disposeTwin`.
 */
export function createTwin(trainer: Trainer, seed: number): Twin {
  return {
    ...trainer,
    generator: copyNetwork(trainer.generator),
    discriminator: copyNetwork(trainer.discriminator),
    optimizers: { generator: createRecorder(), discriminator: createRecorder() },
    streams: openStreams(seed, 'inspection.'),
  };
}

export function disposeTwin({ generator, discriminator, optimizers }: Twin): void {
  for (const part of [generator, discriminator, optimizers.generator, optimizers.discriminator]) part.dispose();
}

/** One update of each network in which nothing moves: the twin's optimisers keep the gradients. */
export function recordGradients(twin: Twin, batch: Batch): void {
  const once: Trainer = { ...twin, plan: { ...twin.plan, schedule: { ...twin.plan.schedule, kD: 1, kG: 1 } } };
  tf.tidy(() => {
    takeTurns(once, { part: 'both', nextBatch: () => batch, traced: false });
  });
}
