import * as tf from '@tensorflow/tfjs-core';
import type { RandomStream } from '../../core/random.ts';
import { constraintOf } from '../penalties/index.ts';
import type { Penalty } from '../penalty.ts';
import type { ConstraintSpec, GradientNormSpec } from '../plan.ts';
import { columnNorms, exampleNorms } from './gradientNorm.ts';
import { perturb } from './perturbation.ts';
import { tensors } from './tensors.ts';

/** What D was just scored on. */
export interface PenaltyInput {
  /** The real batch, [batch, height, width, channels] */
  readonly real: tf.Tensor;
  /** [batch, height, width, channels] */
  readonly fake: tf.Tensor;
  /** The real examples, each moved by noise that is drawn now, flat. */
  near(): Float32Array;
  /** A share in [0, 1) for each example, drawn now. */
  shares(): Float32Array;
}

/** What a penalty draws, from a stream. @param images the real batch, flat */
export const drawsFrom = (
  noise: RandomStream,
  images: Float32Array,
  batch: number,
  { perturbation }: GradientNormSpec,
): Pick<PenaltyInput, 'near' | 'shares'> => ({
  near: () => perturb(images, perturbation, noise),
  shares: () => noise.uniform(new Float32Array(batch)),
});

/** x + δ, [batch, height, width, channels]. */
export const nearData = ({ near, real }: Pick<PenaltyInput, 'near' | 'real'>): tf.Tensor =>
  tf.tensor(near(), real.shape);

/** Where a penalty takes D's gradient, [batch, height, width, channels]. */
export const penaltyPoints = ({ points }: Pick<Penalty, 'points'>, input: PenaltyInput): tf.Tensor =>
  points(tensors, {
    ...input,
    near: () => nearData(input),
    shares() {
      const [batch, ...example] = input.real.shape as [number, ...number[]];
      return tf.tensor(input.shares(), [batch, ...example.map(() => 1)]);
    },
  }) as tf.Tensor;

/**
 * The penalty without its weight.
 *
 * @param gradient ∇ₓD where the penalty takes it, [batch, height, width, channels]
 */
export const penaltyValue = (
  { value }: Pick<Penalty, 'value'>,
  gradient: tf.Tensor,
  { over, target }: GradientNormSpec,
): tf.Scalar =>
  value(tensors, {
    gradient,
    // One norm for each example, unless an erratum is on.
    norms: () => (over === 'columns' ? columnNorms(gradient) : exampleNorms(gradient)),
    target,
  }) as tf.Scalar;

/** Changes D's weights as the constraint says. */
export function constrain(weights: readonly tf.Variable[], spec: ConstraintSpec): void {
  const { constrained } = constraintOf(spec);
  for (const weight of weights) tf.tidy(() => weight.assign(constrained(tensors, weight, spec) as tf.Tensor));
}
