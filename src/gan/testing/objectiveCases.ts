import * as tf from '@tensorflow/tfjs-core';
import { logSumExp } from '../layers/smooth.ts';
import { type AdversarialLoss, adversarialLossOf } from '../losses/adversarial.ts';
import { classLoss, featureDistance, realLogit } from '../losses/semiSupervised.ts';
import { objectives } from '../objectives/index.ts';
import type { SupervisionSpec } from '../plan.ts';
import type { DerivativeCase } from './derivatives.ts';
import { randomVariable } from './derivatives.ts';
import { valuesToTry } from './variations.ts';

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

/** A loss of D's outputs on one kind of examples, beside those on the other. */
type Loss = (own: tf.Tensor, others: tf.Tensor) => tf.Tensor;

const lossesOf = ({ discriminator, generator, scores }: AdversarialLoss): Readonly<Record<string, Loss>> => ({
  'D on real': (real, fake) => discriminator(real, fake).real,
  'D on generated': (fake, real) => discriminator(real, fake).fake,
  G: generator,
  score: (own, others) => tf.mean(scores(own, others)),
});

const casesOf = (name: string, shape: readonly number[], losses: Readonly<Record<string, Loss>>): DerivativeCase[] =>
  Object.entries(losses).map(([part, loss]) => ({
    name: `${name}: ${part}`,
    // A curved function after them: some losses are linear, and their second derivatives zero.
    open() {
      const own = randomVariable(shape);
      const others = randomVariable(shape, 'others');
      const evaluate = () => {
        const y = loss(own, others);
        return tf.mul(tf.square(y), tf.add(y, 1));
      };
      return { variables: [own, others], evaluate };
    },
    orders: 2,
  }));

const plain = objectives.flatMap((objective) =>
  valuesToTry(objective.params).flatMap((values, i) => {
    const name = i > 0 ? `${objective.kind} ${i + 1}` : objective.kind;
    return casesOf(name, [6, 1], lossesOf(adversarialLossOf({ objective: objective.specOf(values) })));
  }),
);

const withClasses = (kind: string, epsilon: number): Readonly<Record<string, Loss>> => {
  const objective = { kind, smoothing: 0 };
  const labels = () => tf.tensor1d([2, 0, 1, 2], 'int32');
  return {
    ...lossesOf(adversarialLossOf({ objective, supervision: { ...supervision, epsilon } })),
    'class loss': (x) => classLoss(x, labels(), epsilon),
  };
};

export const objectiveCases: readonly DerivativeCase[] = [
  ...plain,
  ...casesOf('learning classes', [4, 4], withClasses('crossEntropy', 0)),
  ...casesOf('learning classes, logarithm of p + ε', [4, 4], withClasses('crossEntropy', 1e-2)),
  ...casesOf('learning classes, relativistic', [4, 4], withClasses('relativistic', 0)),
  ...casesOf('learning classes', [4, 4], {
    'log-sum-exp': logSumExp,
    'logit of “real”': realLogit,
    'feature matching': (x) => featureDistance(tf.ones([2, 4]), x),
  }),
];
