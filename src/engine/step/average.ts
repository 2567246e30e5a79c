import * as tf from '@tensorflow/tfjs-core';
import type { Network } from '../../gan/layers/network.ts';
import { accelerated } from './accelerated.ts';

/**
 * What the average keeps of itself at an update: `decay` in the long run, less at first, so that a young average
 * soon forgets the weights that training began with. The same schedule as TensorFlow's
 * `ExponentialMovingAverage` with `num_updates`.
 *
 * @param updates the number of this update, from 1
 */
export const keptShare = (decay: number, updates: number): number => Math.min(decay, (1 + updates) / (10 + updates));

/**
 * Moves every weight and running statistic of `average` towards that of `network`: an exponential moving average
 * over its updates (Yazıcı et al. 2019, equation 4).
 *
 * @param kept what the average keeps of itself, in [0, 1)
 * @param dial the event of a recorded step
 */
export function follow(average: Network, network: Network, kept: number, dial = 0): void {
  const fused = accelerated.get(tf.getBackend())?.moveTowards;
  average.weights.forEach(({ variable }, i) => {
    const source = network.weights[i]?.variable;
    if (!source) throw new Error('The average is of another network.');
    if (fused) fused(variable, source, 1 - kept, dial);
    else variable.assign(tf.tidy(() => tf.add(tf.mul(variable, kept), tf.mul(source, 1 - kept))));
  });
}
