import * as tf from '@tensorflow/tfjs-core';
import { shapeOf } from '../../../gan/examples.ts';
import { adversarialLossOf } from '../../../gan/losses/adversarial.ts';
import type { Batch } from '../../step/batch.ts';
import { generate } from '../../step/updates.ts';
import type { Twin } from './twin.ts';

/** What D makes of batches. */
export interface Judged {
  /** D's scores as the objective reads them, [n] each. */
  readonly real: tf.Tensor1D;
  readonly generated: tf.Tensor1D;
}

/**
 * D's scores of real and of generated examples, in batches as large as those it is trained on: each kind normalised by
 * statistics of its own, as in training, but without dropout.
 */
export function judgeBatches(twin: Twin, batches: readonly Batch[]): Judged {
  const { plan, discriminator } = twin;
  const { scores } = adversarialLossOf(plan);
  const judge = (x: tf.Tensor, labels: tf.Tensor1D | null): tf.Tensor =>
    discriminator.forward(x, { labels, statistics: 'batch', updatesRunning: false, dropout: null });
  const flat = (scored: tf.Tensor) => tf.reshape(scored, [-1]) as tf.Tensor1D;
  const judged = batches.map((batch) =>
    tf.tidy(() => {
      const x = tf.tensor(batch.images, [plan.batch, ...shapeOf(plan.examples)]); // [batch, …example]
      const labels = plan.classes > 0 ? tf.tensor1d(batch.labels, 'int32') : null;
      const fake = generate(twin);
      const [onReal, onFake] = [judge(x, labels), judge(fake.images, fake.labels)]; // [batch, 1], or [batch, K + 1]
      return {
        real: flat(scores(onReal, onFake)),
        generated: flat(scores(onFake, onReal)),
      };
    }),
  );
  const joined = (name: 'real' | 'generated') => tf.concat1d(judged.map((each) => each[name]));
  return {
    real: joined('real'),
    generated: joined('generated'),
  };
}
