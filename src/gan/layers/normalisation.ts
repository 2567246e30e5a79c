import * as tf from '@tensorflow/tfjs-core';
import type { BatchNormAttrs } from '../../core/kernels.ts';
import { BATCH_NORM, BATCH_NORM_GRADIENT } from '../../core/kernels.ts';
import type { ForwardContext, LayerWeights } from './context.ts';
import { weight } from './context.ts';
import { runOp } from './op.ts';
import type { PiecewiseLinear } from './piecewiseLinear.ts';
import { activate, slopeOf, throughActivation } from './piecewiseLinear.ts';

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

const standardise = (x: tf.Tensor, { mean, variance }: Moments, epsilon: number): tf.Tensor =>
  tf.div(tf.sub(x, mean), tf.sqrt(tf.add(variance, epsilon)));

const scaleAndShift = (x: tf.Tensor, scale: tf.Tensor, offset: tf.Tensor): tf.Tensor =>
  tf.add(tf.mul(x, scale), offset);

/** Both passes with the moments over all axes but the channels, as kernels of the current backend, if it has them. */
function batchNormKernels(attrs: BatchNormAttrs) {
  if (!tf.getKernel(BATCH_NORM, tf.getBackend())) return null;
  const run = (name: string, inputs: tf.NamedTensorMap) =>
    tf.engine().runKernel(name, inputs, { ...attrs }) as unknown as [tf.Tensor, tf.Tensor, tf.Tensor];
  return {
    forward: (inputs: tf.NamedTensorMap) => run(BATCH_NORM, inputs),
    gradient: (inputs: tf.NamedTensorMap) => run(BATCH_NORM_GRADIENT, inputs),
  };
}

interface Normalisation {
  readonly x: tf.Tensor;
  readonly weights: LayerWeights;
  readonly epsilon: number;
  /** Moments of the batch for each channel, or of each example by itself. */
  readonly over: 'batch' | 'example';
  readonly activation: PiecewiseLinear | null;
  /** Told the moments, for running estimates. */
  observe?(moments: Moments): void;
}

/**
 * φ(γ · x̂ + β) with x̂ = (x − mean) / √(variance + ε). Its gradient is written out,
 * ∂x = (dx̂ − mean(dx̂) − x̂ · mean(dx̂ · x̂)) / √(variance + ε) with dx̂ = γ · dy (Ioffe and Szegedy 2015, section 3),
 * because a tape of the single steps is three times as long.
 */
function normalise({ x, weights, epsilon, over, activation, observe }: Normalisation): tf.Tensor {
  const inputs = { x, scale: weight(weights, 'scale'), offset: weight(weights, 'offset') };
  const axes = over === 'batch' ? allButChannels(x) : allButBatch(x);
  const kernels = over === 'batch' ? batchNormKernels({ epsilon, slope: slopeOf(activation) }) : null;
  return runOp({
    inputs,
    forward(save) {
      let y: tf.Tensor;
      let moments: Moments;
      if (kernels) {
        const [value, mean, variance] = kernels.forward(inputs);
        [y, moments] = [value, { mean, variance }];
      } else {
        moments = momentsOf(x, axes);
        const standard = standardise(x, moments, epsilon);
        y = activate(scaleAndShift(standard, inputs.scale, inputs.offset), activation);
      }
      observe?.(moments);
      save([x, inputs.scale, y, moments.mean, moments.variance]);
      return y;
    },
    backward(dy, saved) {
      const [x, scale, y, mean, variance] = saved as [tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor];
      // On a tape, somebody differentiates this gradient: then the moments are functions of x again.
      const taped = tf.engine().isTapeOn();
      if (kernels && !taped) {
        const [dx, dScale, dOffset] = kernels.gradient({ dy, x, y, scale, mean, variance });
        return { x: () => dx, scale: () => dScale, offset: () => dOffset };
      }
      const moments = taped ? momentsOf(x, axes) : { mean, variance };
      const standard = standardise(x, moments, epsilon);
      const dz = throughActivation(dy, y, activation);
      const byChannel = allButChannels(x);
      return {
        x: () => {
          const dStandard = tf.mul(dz, scale);
          const along = tf.mul(standard, tf.mean(tf.mul(dStandard, standard), axes, true));
          const across = tf.sub(tf.sub(dStandard, tf.mean(dStandard, axes, true)), along);
          return tf.div(across, tf.sqrt(tf.add(moments.variance, epsilon)));
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
    const standard = standardise(x, { mean: runningMean, variance: runningVariance }, epsilon);
    return activate(scaleAndShift(standard, weight(weights, 'scale'), weight(weights, 'offset')), activation);
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
    over: 'batch',
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
  return normalise({ x, weights, epsilon: spec.epsilon, over: 'example', activation });
}
