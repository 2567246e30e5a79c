import * as tf from '@tensorflow/tfjs-core';
import type { SgdSpec } from '../../../gan/plan.ts';
import { happens } from '../events.ts';
import type { Optimizer } from './optimizer.ts';
import { gradientFor, put, zerosLike } from './optimizer.ts';

/**
 * Stochastic gradient descent with momentum: v ← μv − rate · g, w ← w + v.
 *
 * Rate and momentum follow the number of updates, as in Mirza and Osindero 2014, section 4.1.
 */
export function createSgd(variables: readonly tf.Variable[]): Optimizer<SgdSpec> {
  const velocities = variables.map(zerosLike);
  return {
    slots: velocities.map((variable, i) => ({ name: `sgd.${i}.velocity`, variable })),
    updates: 0,
    begun: 0,
    next({ rate, decay, floor, momentum: { from, to, over } }) {
      const now = Math.min(rate, Math.max(floor, rate * decay ** -this.updates));
      const momentum = from + (to - from) * Math.min(1, this.updates / over);
      this.updates += 1;
      return { drawn: { rate: Float32Array.of(now), momentum: Float32Array.of(momentum) } };
    },
    apply(gradients, spec, network) {
      const { drawn = {} } = this.next(spec);
      if (network) happens({ kind: 'update', network }, drawn);
      tf.tidy(() => {
        const [now, momentum] = [drawn.rate, drawn.momentum].map((value) => tf.tensor(value as Float32Array, []));
        for (const [i, variable] of variables.entries()) {
          const velocity = velocities[i] as tf.Variable;
          const pushed = tf.mul(gradientFor(gradients, i), now as tf.Tensor);
          put(velocity, tf.sub(tf.mul(velocity, momentum as tf.Tensor), pushed));
          put(variable, tf.add(variable, velocity));
        }
      });
    },
    dispose() {
      for (const velocity of velocities) velocity.dispose();
    },
  };
}
