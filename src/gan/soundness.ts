/** Which combinations make no sense, and which deserve a word of warning. Pure functions of a plan. */
import { describeNetwork, formatShape } from '../core/network.ts';
import { shapeOf } from './examples.ts';
import type { Plan } from './plan.ts';

const isProbabilistic = ({ objective }: Plan): boolean =>
  objective.kind === 'crossEntropy' || objective.kind === 'minimax';

const penalises = ({ penalty }: Plan): boolean => penalty !== null && penalty.weight > 0;

/**
 * Why a plan cannot be trained, in one sentence; null if it can.
 *
 * @throws NetworkError where the layers of a network do not fit together.
 */
export function unsound(plan: Plan): string | null {
  const examples = formatShape(shapeOf(plan.examples));
  const drawn = formatShape(describeNetwork(plan.generator).output);
  const judged = formatShape(plan.discriminator.input);
  const output = formatShape(describeNetwork(plan.discriminator).output);
  if (drawn !== examples || judged !== drawn)
    return `G draws ${drawn}, D judges ${judged}, and the examples are ${examples}.`;
  const outputs = plan.supervision ? plan.supervision.classes + 1 : 1;
  if (output !== String(outputs))
    return plan.supervision
      ? `D must end in a number for each class and one for “fake”, ${outputs} in all, not in ${output}.`
      : `D must end in one number for each example, not in ${output}.`;

  if (plan.objective.kind === 'wasserstein' && !plan.constraint && !penalises(plan))
    return 'The Wasserstein objective needs clipped weights or a gradient penalty: D lowers its loss without end by growing steeper.';
  if (plan.gradientNorm.of === 'probability' && !isProbabilistic(plan))
    return 'The gradient of the probability cannot be penalised: under this objective D’s output is no probability.';
  return null;
}

/** What one should know about a plan that can be trained. */
export function cautions(plan: Plan): readonly string[] {
  const found: string[] = [];
  const coupled = plan.discriminator.layers.some(({ kind }) => kind === 'batchNorm');
  if (penalises(plan) && coupled)
    found.push(
      'D normalises over the batch, so each example’s output depends on the others, and the gradient that is penalised is not its own.',
    );
  if (plan.objective.kind === 'wasserstein' && (plan.penalty?.kind === 'r1' || plan.penalty?.kind === 'dragan'))
    found.push('This penalty holds D’s slope only near real data. Between real and generated examples nothing does.');
  const { discriminator } = plan.optimizers;
  if (plan.constraint && discriminator.kind === 'adam' && discriminator.beta1 > 0)
    found.push('With clipped weights momentum can make the training unstable; the paper uses RMSProp for this reason.');
  return found;
}
