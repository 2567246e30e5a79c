import * as tf from '@tensorflow/tfjs-core';
import type { AdamUpdate } from '../../../core/kernels.ts';
import type { AdamSpec } from '../../../gan/plan.ts';
import { accelerated } from '../accelerated.ts';
import { happens } from '../events.ts';
import type { Optimizer } from './optimizer.ts';
import { gradientFor, zerosLike } from './optimizer.ts';

/**
 * Adam (Kingma and Ba 2015, algorithm 1 in the efficient form at the end of section 2): ε stands beside the
 * corrected root, as in PyTorch. Our own because tfjs's takes its learning rate once and for all.
 */
export function createAdam(variables: readonly tf.Variable[]): Optimizer<AdamSpec> {
  const moments = variables.map((variable) => ({ first: zerosLike(variable), second: zerosLike(variable) }));
  return {
    slots: moments.flatMap(({ first, second }, i) => [
      { name: `adam.${i}.first`, variable: first },
      { name: `adam.${i}.second`, variable: second },
    ]),
    updates: 0,
    begun: 0,
    next({ rate, beta1, beta2, epsilon }) {
      this.updates += 1;
      return { adam: { rate, beta1, beta2, epsilon, step: this.updates - this.begun } };
    },
    apply(gradients, spec, network) {
      const update = this.next(spec).adam as AdamUpdate;
      const dial = network ? happens({ kind: 'update', network }) : 0;
      const { rate, beta1, beta2, epsilon, step } = update;
      const fused = accelerated.get(tf.getBackend())?.adam;
      const rootOfCorrection2 = Math.sqrt(1 - beta2 ** step);
      const stepSize = (rate * rootOfCorrection2) / (1 - beta1 ** step);
      variables.forEach((variable, i) => {
        const gradient = gradientFor(gradients, i);
        const moment = moments[i] as (typeof moments)[number];
        if (fused) {
          fused(variable, moment.first, moment.second, gradient, update, dial);
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
