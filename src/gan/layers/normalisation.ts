import * as tf from '@tensorflow/tfjs-core';
import type { PiecewiseLinear } from './affine.ts';
import { throughActivation } from './affine.ts';
import type { ForwardContext, LayerWeights } from './context.ts';
import { weight } from './context.ts';
import { runOp } from './op.ts';

/** Every axis but the last: statistics are taken for each channel. */
const allButChannels = (x: tf.Tensor): number[] => Array.from({ length: x.rank - 1 }, (_, axis) => axis);
/** Every axis but the first: statistics are taken for each example. */
const allButBatch = (x: tf.Tensor): number[] => Array.from({ length: x.rank - 1 }, (_, axis) => axis + 1);

interface Moments {
  readonly mean: tf.Tensor;
  readonly variance: tf.Tensor;
}

function momentsOf(x: tf.Tensor, axes: number[]): Moments {
  const mean = tf.mean(x, axes, true);
  return { mean, variance: tf.mean(tf.square(tf.sub(x, mean)), axes, true) };
}

const deviation = (variance: tf.Tensor, epsilon: number): tf.Tensor => tf.sqrt(tf.add(variance, epsilon));

function activate(x: tf.Tensor, activation: PiecewiseLinear | null): tf.Tensor {
  if (!activation) return x;
  return activation.kind === 'relu' ? tf.relu(x) : tf.leakyRelu(x, activation.slope);
}

interface Normalisation {
  readonly x: tf.Tensor;
  readonly weights: LayerWeights;
  readonly epsilon: number;
  /** Axes over which the moments are taken. */
  readonly axes: number[];
  readonly activation: PiecewiseLinear | null;
  /** Told the moments, for running estimates. */
  observe?(moments: Moments): void;
}

/**
 * φ(γ · x̂ + β) with x̂ = (x − mean) / √(variance + ε). Its gradient is written out,
 * ∂x = (dx̂ − mean(dx̂) − x̂ · mean(dx̂ · x̂)) / √(variance + ε) with dx̂ = γ · dy (Ioffe and Szegedy 2015, section 3),
 * because a tape of the single steps is three times as long.
 */
function normalise({ x, weights, epsilon, axes, activation, observe }: Normalisation): tf.Tensor {
  const inputs = { x, scale: weight(weights, 'scale'), offset: weight(weights, 'offset') };
  return runOp({
    inputs,
    forward(save) {
      const moments = momentsOf(x, axes);
      observe?.(moments);
      const deviated = deviation(moments.variance, epsilon);
      const standard = tf.div(tf.sub(x, moments.mean), deviated);
      const y = activate(tf.add(tf.mul(standard, inputs.scale), inputs.offset), activation);
      save([x, inputs.scale, y, moments.mean, deviated]);
      return y;
    },
    backward(dy, saved) {
      const [x, scale, y, ...constants] = saved as [tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor];
      let [mean, deviated] = constants;
      if (tf.engine().isTapeOn()) {
        // Somebody differentiates this gradient: then the moments are functions of x again.
        const moments = momentsOf(x, axes);
        [mean, deviated] = [moments.mean, deviation(moments.variance, epsilon)];
      }
      const standard = tf.div(tf.sub(x, mean), deviated);
      const dz = throughActivation(dy, y, activation);
      const byChannel = allButChannels(x);
      return {
        x: () => {
          const dStandard = tf.mul(dz, scale);
          const along = tf.mul(standard, tf.mean(tf.mul(dStandard, standard), axes, true));
          return tf.div(tf.sub(tf.sub(dStandard, tf.mean(dStandard, axes, true)), along), deviated);
        },
        scale: () => tf.sum(tf.mul(dz, standard), byChannel),
        offset: () => tf.sum(dz, byChannel),
      };
    },
  });
}

function moveTowards(running: tf.Variable, batch: tf.Tensor, momentum: number): void {
  const old = tf.mul(running, momentum);
  running.assign(tf.add(old, tf.mul(tf.reshape(batch, running.shape), 1 - momentum)));
}

/**
 * Batch normalisation (Ioffe and Szegedy 2015, algorithm 1), over all axes but the channels.
 * The running variance keeps the unbiased estimate, the batch is divided by the biased one.
 */
export function batchNorm(
  spec: { readonly epsilon: number; readonly momentum: number },
  x: tf.Tensor, // [batch, …, channels]
  weights: LayerWeights,
  context: ForwardContext,
  activation: PiecewiseLinear | null,
): tf.Tensor {
  const { epsilon, momentum } = spec;
  const runningMean = weight(weights, 'runningMean');
  const runningVariance = weight(weights, 'runningVariance');

  if (context.statistics === 'running') {
    const standard = tf.div(tf.sub(x, runningMean), deviation(runningVariance, epsilon));
    const y = tf.add(tf.mul(standard, weight(weights, 'scale')), weight(weights, 'offset'));
    return activate(y, activation);
  }
  const observe = ({ mean, variance }: Moments) => {
    const count = x.size / (x.shape.at(-1) as number);
    moveTowards(runningMean, mean, momentum);
    moveTowards(runningVariance, tf.mul(variance, count / Math.max(1, count - 1)), momentum);
  };
  return normalise({
    x,
    weights,
    epsilon,
    axes: allButChannels(x),
    activation,
    ...(context.updatesRunning && { observe }),
  });
}

/** Layer normalisation (Ba, Kiros and Hinton 2016, equation 3): each example by itself. */
export function layerNorm(
  spec: { readonly epsilon: number },
  x: tf.Tensor, // [batch, …, channels]
  weights: LayerWeights,
  activation: PiecewiseLinear | null,
): tf.Tensor {
  return normalise({ x, weights, epsilon: spec.epsilon, axes: allButBatch(x), activation });
}
