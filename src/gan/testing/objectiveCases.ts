import * as tf from '@tensorflow/tfjs-core';
import { logSumExp } from '../layers/smooth.ts';
import { objectiveOf, objectiveOn } from '../objectives/index.ts';
import type { Objective } from '../objectives/objective.ts';
import { classLoss, featureDistance, realLogit } from '../objectives/semiSupervised.ts';
import type { ObjectiveSpec, SupervisionSpec } from '../plan.ts';
import type { DerivativeCase } from './derivatives.ts';
import { randomVariable } from './derivatives.ts';

type OfKind<Kind> = Extract<ObjectiveSpec, { kind: Kind }>;

export const leastSquares = {
  kind: 'leastSquares',
  targets: { fake: 0, real: 1, wanted: 1 },
  generatorWeight: 1,
} as const satisfies ObjectiveSpec;

/** One entry for each kind of objective, so that a new kind without a test does not compile. */
const kinds: { readonly [Kind in ObjectiveSpec['kind']]: readonly OfKind<Kind>[] } = {
  crossEntropy: [{ kind: 'crossEntropy', smoothing: 0.1 }],
  minimax: [{ kind: 'minimax', smoothing: 0 }],
  leastSquares: [leastSquares, { ...leastSquares, targets: { fake: -1, real: 1, wanted: 0 }, generatorWeight: 0.5 }],
  hinge: [{ kind: 'hinge' }],
  wasserstein: [{ kind: 'wasserstein' }],
};

/** Of a small discriminator that tells three classes apart too. */
export const supervision: SupervisionSpec = {
  classes: 3,
  labels: 100,
  batch: 4,
  weight: 1,
  baseline: false,
  adversarial: true,
  matching: 1,
  shift: 0,
  averageDecay: 0.99,
  examineEvery: 100,
  labelled: 'pool',
  chosenOn: 'validation',
  epsilon: 0,
  statisticsMovedBy: 'owner',
};

type Loss = (x: tf.Tensor) => tf.Tensor;

const lossesOf = (
  { discriminator, generator, score }: Objective,
  other: () => tf.Tensor,
): Readonly<Record<string, Loss>> => ({
  'D on real': (x) => discriminator(x, other()).real,
  'D on generated': (x) => discriminator(other(), x).fake,
  G: generator,
  score,
});

const casesOf = (name: string, shape: readonly number[], losses: Readonly<Record<string, Loss>>): DerivativeCase[] =>
  Object.entries(losses).map(([part, loss]) => ({
    name: `${name}: ${part}`,
    // A curved function after them: some losses are linear, and their second derivatives zero.
    open() {
      const x = randomVariable(shape);
      const evaluate = () => {
        const y = loss(x);
        return tf.mul(tf.square(y), tf.add(y, 1));
      };
      return { variables: [x], evaluate };
    },
    orders: 2,
  }));

const plain = Object.values(kinds).flatMap((specs: readonly ObjectiveSpec[]) =>
  specs.flatMap((spec, i) =>
    casesOf(
      i > 0 ? `${spec.kind} ${i + 1}` : spec.kind,
      [6, 1],
      lossesOf(objectiveOf(spec), () => tf.zeros([1, 1])),
    ),
  ),
);

const withClasses = (epsilon: number): Readonly<Record<string, Loss>> => {
  const objective = { kind: 'crossEntropy', smoothing: 0 } as const;
  const labels = () => tf.tensor1d([2, 0, 1, 2], 'int32');
  return {
    ...lossesOf(objectiveOn({ objective, supervision: { ...supervision, epsilon } }), () => tf.zeros([4, 4])),
    'class loss': (x) => classLoss(x, labels(), epsilon),
  };
};

export const objectiveCases: readonly DerivativeCase[] = [
  ...plain,
  ...casesOf('learning classes', [4, 4], withClasses(0)),
  ...casesOf('learning classes, logarithm of p + ε', [4, 4], withClasses(1e-2)),
  ...casesOf('learning classes', [4, 4], {
    'log-sum-exp': logSumExp,
    'logit of “real”': realLogit,
    'feature matching': (x) => featureDistance(tf.ones([2, 4]), x),
  }),
];
