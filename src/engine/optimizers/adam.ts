import * as tf from '@tensorflow/tfjs-core';
import type { AdamSpec } from '../../gan/plan.ts';
import { accelerated } from '../accelerated.ts';

/** Adam's memory of one network: first and second moments for each weight, and the number of updates made. */
export interface Adam {
  readonly moments: readonly { readonly first: tf.Variable; readonly second: tf.Variable }[];
  updates: number;
  /** One update of all weights, with rates that may differ from the last time. */
  apply(gradients: readonly tf.Tensor[], spec: AdamSpec): void;
  dispose(): void;
}

const zerosLike = (variable: tf.Variable): tf.Variable => tf.tidy(() => tf.variable(tf.zerosLike(variable), false));

/**
 * Adam (Kingma and Ba 2015, algorithm 1 in the efficient form at the end of section 2): ε stands beside the
 * corrected root, as in PyTorch. Our own because tfjs's takes its learning rate once and for all.
 */
export function createAdam(variables: readonly tf.Variable[]): Adam {
  const moments = variables.map((variable) => ({ first: zerosLike(variable), second: zerosLike(variable) }));
  return {
    moments,
    updates: 0,
    apply(gradients, { rate, beta1, beta2, epsilon }) {
      this.updates += 1;
      const fused = accelerated.get(tf.getBackend())?.adam;
      const rootOfCorrection2 = Math.sqrt(1 - beta2 ** this.updates);
      const stepSize = (rate * rootOfCorrection2) / (1 - beta1 ** this.updates);
      variables.forEach((variable, i) => {
        const gradient = gradients[i];
        const moment = moments[i];
        if (!gradient || !moment)
          throw new Error(`Adam was given ${gradients.length} gradients for ${variables.length} weights.`);
        if (fused) {
          const update = { rate, beta1, beta2, epsilon, step: this.updates };
          fused(variable, moment.first, moment.second, gradient, update);
          return;
        }
        tf.tidy(() => {
          const first = tf.add(tf.mul(moment.first, beta1), tf.mul(gradient, 1 - beta1));
          const second = tf.add(tf.mul(moment.second, beta2), tf.mul(tf.square(gradient), 1 - beta2));
          const root = tf.add(tf.sqrt(second), epsilon * rootOfCorrection2);
          moment.first.assign(first);
          moment.second.assign(second);
          variable.assign(tf.sub(variable, tf.mul(tf.div(first, root), stepSize)));
        });
      });
    },
    dispose() {
      for (const { first, second } of moments) {
        first.dispose();
        second.dispose();
      }
    },
  };
}
