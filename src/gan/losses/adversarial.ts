import type * as tf from '@tensorflow/tfjs-core';
import { sigmoid } from '../layers/smooth.ts';
import type { Objective } from '../objective.ts';
import { objectiveOf } from '../objectives/index.ts';
import type { Plan } from '../plan.ts';
import { realLogit } from './semiSupervised.ts';
import { tensors } from './tensors.ts';

/** A plan's objective on tensors, from D's raw outputs: [n, 1], or [n, K + 1] where D learns classes too. */
export interface AdversarialLoss {
  /** Whether G's loss is of generated examples alone. */
  readonly generatorSees: 'fake' | 'both';
  /** D's two terms, each a scalar to be added up. */
  discriminator(real: tf.Tensor, fake: tf.Tensor): { readonly real: tf.Scalar; readonly fake: tf.Scalar };
  /**
   * G's loss, a scalar.
   *
   * @param real null where G does not see real examples
   */
  generator(fake: tf.Tensor, real: tf.Tensor | null): tf.Scalar;
  /**
   * What the page shows as D(x): [n, 1].
   *
   * @param others D's outputs on examples of the other kind; null where G does not see both
   */
  scores(own: tf.Tensor, others: tf.Tensor | null): tf.Tensor;
}

/** D's raw output as one number for each example, [n, 1]: of which penalties take the gradient. */
export const asLogit = ({ supervision }: Pick<Plan, 'supervision'>, output: tf.Tensor): tf.Tensor =>
  supervision ? realLogit(output) : output;

/** Takes the objective's own losses, or those of an erratum. */
function lossesOf({ objective: spec, supervision }: Pick<Plan, 'objective' | 'supervision'>, objective: Objective) {
  const epsilon = supervision?.epsilon ?? 0;
  return (epsilon > 0 && objective.rounded?.(tensors, epsilon)) || objective.losses(tensors, spec);
}

export function adversarialLossOf(plan: Pick<Plan, 'objective' | 'supervision'>): AdversarialLoss {
  const objective = objectiveOf(plan.objective);
  const { discriminator, generator } = lossesOf(plan, objective);
  const seen = (own: tf.Tensor, others: tf.Tensor | null): tf.Tensor => {
    if (!objective.compare) return asLogit(plan, own);
    if (!others)
      throw new Error(`${objective.kind} compares real and generated examples, and was given one kind alone.`);
    return objective.compare(tensors, asLogit(plan, own), asLogit(plan, others)) as tf.Tensor;
  };
  return {
    generatorSees: objective.compare ? 'both' : 'fake',
    discriminator: (real, fake) =>
      discriminator(seen(real, fake), seen(fake, real)) as { readonly real: tf.Scalar; readonly fake: tf.Scalar },
    generator(fake, real) {
      const own = seen(fake, real);
      // Who does not compare does not look at the other either.
      return generator(own, real ? seen(real, fake) : own) as tf.Scalar;
    },
    scores: (own, others) => (objective.scoreKind === 'probability' ? sigmoid(seen(own, others)) : seen(own, others)),
  };
}
