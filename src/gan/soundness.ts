/** Which combinations make no sense, and which deserve a word of warning. Pure functions of a plan. */
import { describeNetwork, formatShape, type Shape } from '../core/network.ts';
import type { Caution, SoundnessProblem } from '../core/problems/networks.ts';
import { shapeOf } from './examples.ts';
import { isProbabilistic } from './objective.ts';
import { objectiveOf } from './objectives/index.ts';
import { penaltyOf } from './penalties/index.ts';
import type { Plan } from './plan.ts';

const areEqual = (a: Shape, b: Shape): boolean => formatShape(a) === formatShape(b);

const penalises = ({ penalty }: Plan): boolean => penalty !== null && penalty.weight > 0;

/**
 * Why a plan cannot be trained; null if it can.
 *
 * @throws NetworkError where the layers of a network do not fit together.
 */
export function unsound(plan: Plan): SoundnessProblem | null {
  const examples = shapeOf(plan.examples);
  const { output: drawn } = describeNetwork(plan.generator);
  const { input: judged } = plan.discriminator;
  const { output } = describeNetwork(plan.discriminator);
  if (!areEqual(drawn, examples) || !areEqual(judged, drawn)) return { code: 'sound.shapes', drawn, judged, examples };
  const outputs = plan.supervision ? plan.supervision.classes + 1 : 1;
  if (!areEqual(output, [outputs]))
    return { code: 'sound.outputs', output, outputs, classes: plan.supervision !== undefined };

  const objective = objectiveOf(plan.objective);
  if (objective.needsHold && !plan.constraint && !penalises(plan)) return { code: 'sound.unbounded' };
  if (plan.gradientNorm.of === 'probability' && !isProbabilistic(objective)) return { code: 'sound.noProbability' };
  return null;
}

/** What one should know about a plan that can be trained. */
export function cautions(plan: Plan): readonly Caution[] {
  const found: Caution[] = [];
  const coupled = plan.discriminator.layers.some(({ kind }) => kind === 'batchNorm');
  if (penalises(plan) && coupled) found.push({ code: 'caution.coupled' });
  const heldNearDataAlone = plan.penalty !== null && penaltyOf(plan.penalty).holds === 'nearData';
  if (objectiveOf(plan.objective).needsHold && heldNearDataAlone) found.push({ code: 'caution.slopeNearData' });
  const { discriminator } = plan.optimizers;
  if (plan.constraint && discriminator.kind === 'adam' && discriminator.beta1 > 0)
    found.push({ code: 'caution.momentum' });
  return found;
}
