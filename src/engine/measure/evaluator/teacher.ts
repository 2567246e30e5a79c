/** How an evaluator learns: by `npm run lab -- evaluator`, and in the page for other images than the shipped one knows. */
import * as tf from '@tensorflow/tfjs-core';
import type { ForwardContext } from '../../../gan/layers/context.ts';
import { copyNetwork } from '../../../gan/layers/network.ts';
import { follow, keptShare } from '../../step/average.ts';
import { differentiate } from '../../step/differentiate.ts';
import { createAdam } from '../../step/optimizers/adam.ts';
import { createEvaluatorNetworks, type EvaluatorNetworks, type EvaluatorSpec } from './evaluator.ts';

const ADAM = { kind: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } as const;
const context: ForwardContext = { labels: null, statistics: 'batch', updatesRunning: true, dropout: null };

export interface Teacher {
  /** Exponential moving averages of the networks that learn: what is used in the end. */
  readonly averages: EvaluatorNetworks;
  /**
   * One step of Adam on the cross-entropy.
   *
   * @param images [n, height, width, channels] in [−1, 1], flat
   * @param labels [n]
   * @returns the cross-entropy before the step; the caller disposes it
   */
  teach(images: Float32Array, labels: Int32Array, rate: number): tf.Scalar;
  dispose(): void;
}

/** Puts an untrained evaluator on the current backend, its weights drawn from the seed. */
export function createTeacher(spec: EvaluatorSpec, { seed, decay }: { seed: number; decay: number }): Teacher {
  const networks = createEvaluatorNetworks(spec, seed);
  const averages = { trunk: copyNetwork(networks.trunk), head: copyNetwork(networks.head) };
  const trainable = [...networks.trunk.trainable, ...networks.head.trainable];
  const adam = createAdam(trainable);
  const classes = networks.head.description.output[0] as number;
  let steps = 0;

  return {
    averages,
    teach(images, labels, rate) {
      const entropy = tf.tidy(() => {
        const x = tf.tensor(images, [labels.length, ...spec.trunk.input]);
        const wanted = tf.oneHot(tf.tensor1d(labels, 'int32'), classes);
        const { gradients, watched } = differentiate(trainable, () => {
          const logits = networks.head.forward(networks.trunk.forward(x, context), context); // [n, classes]
          // Cross-entropy from logits: logSoftmax takes the largest off first.
          const loss = tf.neg(tf.mean(tf.sum(tf.mul(tf.logSoftmax(logits), wanted), 1))) as tf.Scalar;
          return { loss, watched: { loss } };
        });
        adam.apply(gradients, { ...ADAM, rate });
        return watched.loss;
      });
      steps += 1;
      for (const part of ['trunk', 'head'] as const) follow(averages[part], networks[part], keptShare(decay, steps));
      return entropy;
    },
    dispose() {
      for (const part of [networks.trunk, networks.head, averages.trunk, averages.head, adam]) part.dispose();
    },
  };
}
