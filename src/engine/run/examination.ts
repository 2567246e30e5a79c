/** How many held-out examples D classifies rightly: asked a few at a time, so that a pause need not wait for all. */

import * as tf from '@tensorflow/tfjs-core';
import type { LoadedImages } from '../../data/shards.ts';
import { shapeOf } from '../../gan/examples.ts';
import type { StartedBackend } from '../backends/backend.ts';
import { drawBatch } from '../step/batch.ts';
import { asFunction } from '../step/passes.ts';
import type { Trainer } from '../step/trainer.ts';

const SLICE = 250;

/** Shares of right answers, in [0, 1]. */
export interface Marks {
  readonly validation: number;
  readonly test: number;
}

/** One examination of D as it is at one step. */
export interface Examination {
  readonly step: number;
  /** Asks a few more; returns the marks when all are asked. */
  ask(trainer: Trainer, guard: StartedBackend['guard']): Promise<Marks | null>;
}

/** Index of the largest of the first `classes` of each row of `width` outputs. */
function guesses(outputs: Float32Array, width: number, classes: number): number[] {
  return Array.from({ length: outputs.length / width }, (_, row) => {
    const own = outputs.subarray(row * width, row * width + classes);
    return own.indexOf(Math.max(...own));
  });
}

/**
 * @param validation indices
 * @param test indices
 */
export function createExamination(
  step: number,
  data: LoadedImages,
  { validation, test }: { readonly validation: Uint32Array; readonly test: Uint32Array },
): Examination {
  const all = Uint32Array.from([...validation, ...test]);
  let asked = 0;
  const right = { validation: 0, test: 0 };

  return {
    step,
    async ask({ plan, discriminator, classifier }, guard) {
      const indices = all.subarray(asked, asked + SLICE);
      const { images, labels } = drawBatch(plan, data, indices);
      const outputs = tf.tidy(() =>
        (classifier ?? discriminator).forward(
          tf.tensor(images, [indices.length, ...shapeOf(plan.examples)]),
          asFunction(null),
        ),
      ); // [n, K + 1]
      // A sync point.
      const values = await guard(outputs.data<'float32'>()).finally(() => outputs.dispose());
      const classes = plan.supervision?.classes ?? 0;
      for (const [i, guess] of guesses(values, classes + 1, classes).entries()) {
        if (guess === labels[i]) right[asked + i < validation.length ? 'validation' : 'test'] += 1;
      }
      asked += indices.length;
      if (asked < all.length) return null;
      return { validation: right.validation / validation.length, test: right.test / test.length };
    },
  };
}
