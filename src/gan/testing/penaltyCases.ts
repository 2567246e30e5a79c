import * as tf from '@tensorflow/tfjs-core';
import type { LayerSpec } from '../../core/network.ts';
import { initialState, openStream } from '../../core/random.ts';
import { createNetwork } from '../layers/network.ts';
import { gradientAt } from '../losses/gradientNorm.ts';
import { drawsFrom, penaltyPoints, penaltyValue } from '../losses/penalty.ts';
import { penalties, penaltyOf } from '../penalties/index.ts';
import type { GradientNormSpec } from '../plan.ts';
import type { NormalisationKind } from '../specs.ts';
import { conv, dense, flatten, normalisation, tanh } from '../specs.ts';
import type { DerivativeCase, Subject } from './derivatives.ts';

type Position = Pick<GradientNormSpec, 'over' | 'of'> & {
  readonly kind: string;
  readonly dNorm: NormalisationKind;
};

/** [examples, height, width, channels] */
const SHAPE: [number, number, number, number] = [3, 6, 6, 1];
const SIZE = 3 * 6 * 6;

/**
 * DRAGAN's discriminator in little. Across a kink of leakyRelu the gradient jumps and a finite difference means nothing:
 * tanh stands in, whose second derivative is not zero either.
 */
const layersOf = (dNorm: NormalisationKind): readonly LayerSpec[] => [
  conv(3, 4, 2),
  ...normalisation(dNorm),
  tanh,
  flatten,
  dense(1),
];

/** The penalty as a function of D's weights and of the points where the gradient is taken. */
function open({ kind, dNorm, over, of }: Position): Subject {
  const stream = openStream(initialState(1, 'penalty'));
  // Weights larger than the paper's 0.02, so that rounding hides no error.
  const network = { input: SHAPE.slice(1), init: { kind: 'normal', std: 0.4 }, layers: layersOf(dNorm) } as const;
  const discriminator = createNetwork(network, stream);
  const spec: GradientNormSpec = { perturbation: { kind: 'gaussian', scale: 0.5 }, target: 0.3, over, of };
  const penalty = penaltyOf({ kind });
  const x = tf.tidy(() => {
    const images = stream.normal(new Float32Array(SIZE));
    const fake = tf.tensor4d(stream.normal(new Float32Array(SIZE)), SHAPE);
    const draws = drawsFrom(stream, images, SHAPE[0] as number, spec);
    return tf.variable(penaltyPoints(penalty, { real: tf.tensor4d(images, SHAPE), fake, ...draws }));
  });
  const judge = (input: tf.Tensor) =>
    discriminator.forward(input, { labels: null, statistics: 'batch', updatesRunning: false, dropout: null });
  return {
    variables: [x, ...discriminator.trainable],
    evaluate: () => penaltyValue(penalty, gradientAt(x, judge, of), spec),
  };
}

/** The norm as it should be, and with both errata. */
const positions = penalties.flatMap(({ kind }) =>
  (['none', 'layer', 'batch'] as const).flatMap((dNorm): Position[] => [
    { kind, dNorm, over: 'image', of: 'logit' },
    { kind, dNorm, over: 'columns', of: 'probability' },
  ]),
);

/** Of each penalty the first derivative, which is D's second one. */
export const penaltyCases: readonly DerivativeCase[] = positions.map((position) => ({
  name: `${position.kind} on the ${position.of}, over each ${position.over}, D’s normalisation: ${position.dNorm}`,
  open: () => open(position),
  orders: 1,
}));
