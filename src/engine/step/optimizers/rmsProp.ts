import * as tf from '@tensorflow/tfjs-core';
import type { RmsPropSpec } from '../../../gan/plan.ts';
import { happens } from '../events.ts';
import type { Optimizer } from './optimizer.ts';
import { gradientFor, put, zerosLike } from './optimizer.ts';

/** RMSProp (Tieleman and Hinton 2012, lecture 6.5): w ← w − rate · g / (√E[g²] + ε), ε outside the root as in PyTorch. */
export function createRmsProp(variables: readonly tf.Variable[]): Optimizer<RmsPropSpec> {
  const squares = variables.map(zerosLike);
  return {
    slots: squares.map((variable, i) => ({ name: `rmsProp.${i}.square`, variable })),
    updates: 0,
    begun: 0,
    next() {
      this.updates += 1;
      return {};
    },
    apply(gradients, spec, network) {
      this.next(spec);
      if (network) happens({ kind: 'update', network });
      const { rate, rho, epsilon } = spec;
      for (const [i, variable] of variables.entries()) {
        const gradient = gradientFor(gradients, i);
        const square = squares[i] as tf.Variable;
        tf.tidy(() => {
          put(square, tf.add(tf.mul(square, rho), tf.mul(tf.square(gradient), 1 - rho)));
          const scaled = tf.div(gradient, tf.add(tf.sqrt(square), epsilon));
          put(variable, tf.sub(variable, tf.mul(scaled, rate)));
        });
      }
    },
    dispose() {
      for (const square of squares) square.dispose();
    },
  };
}
