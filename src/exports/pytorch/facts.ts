/** What follows from a plan, for the files of a project: each of them has only what this plan needs. */
import type { DataSetInfo } from '../../core/dataSet.ts';
import type { LayerSpec, NetworkSpec } from '../../core/network.ts';
import type { Objective } from '../../gan/objective.ts';
import { objectiveOf } from '../../gan/objectives/index.ts';
import { constraintOf, penaltyOf } from '../../gan/penalties/index.ts';
import type { Penalty } from '../../gan/penalty.ts';
import type { ConstraintSpec, Plan, SgdSpec } from '../../gan/plan.ts';
import type { Recipe } from '../../gan/recipe.ts';
import { pythonAlgebra, textOf, variable } from './algebra.ts';

/** What a project is made of. */
export interface Subject {
  readonly recipe: Pick<Recipe, 'id' | 'name' | 'paper'>;
  readonly data: DataSetInfo;
  readonly plan: Plan;
  readonly seed: number;
}

export interface Facts extends Subject {
  readonly objective: Objective;
  readonly penalty: Penalty | null;
  /** What becomes of each of D's weights after an update, in Python; null if nothing does. */
  readonly constraint: string | null;
  /** Both networks are told the class. */
  readonly told: boolean;
  /** There is a game: with the baseline of semi-supervised learning there is a classifier alone. */
  readonly plays: boolean;
  /** D's update asks G for the classes of the real examples. */
  readonly paired: boolean;
  /** D sees the very batch that G was scored on. */
  readonly shared: boolean;
  /** G draws batches for D besides those that it is scored on. */
  readonly generates: boolean;
  /** G wants to be taken for real; otherwise it has features to match alone. */
  readonly fools: boolean;
  /** G's loss has a term of features, and whether real examples are compared with generated ones. */
  readonly matches: boolean;
  readonly compares: boolean;
  /** Samples are drawn with a moving average of G; examinations are of one of D. */
  readonly averagesG: boolean;
  readonly averagesD: boolean;
  /** Networks whose running statistics have to be kept in some passes of a step. */
  readonly keeps: { readonly generator: boolean; readonly discriminator: boolean };
  /** D is asked about real and generated examples in passes of their own. */
  readonly apart: boolean;
  /** The grid is drawn with statistics of the batch. */
  readonly batchStatistics: boolean;
}

/** All layers, those of branches too. */
const layersOf = ({ layers }: Pick<NetworkSpec, 'layers'>): readonly LayerSpec[] =>
  layers.flatMap((layer) => (layer.kind === 'labelBranch' ? [layer, ...layer.layers] : [layer]));

export const has = (network: NetworkSpec, ...kinds: readonly LayerSpec['kind'][]): boolean =>
  layersOf(network).some(({ kind }) => kinds.includes(kind));

/** Whether gradient descent changes its rate or momentum on the way. */
export const changes = ({ decay, momentum }: SgdSpec): boolean => decay !== 1 || momentum.from !== momentum.to;

function writtenConstraint(spec: ConstraintSpec): string {
  return textOf(constraintOf(spec).constrained(pythonAlgebra('weight'), variable('weight'), spec));
}

/** Whether an optimiser keeps anything of earlier gradients. */
export const remembers = ({ plan, plays }: Facts): boolean =>
  [...(plays ? [plan.optimizers.generator] : []), plan.optimizers.discriminator].some(
    (spec) => spec.kind !== 'sgd' || spec.momentum.from > 0 || changes(spec),
  );

export function factsOf(subject: Subject): Facts {
  const { plan } = subject;
  const { supervision, sampling, schedule } = plan;
  const objective = objectiveOf(plan.objective);
  const penalty = plan.penalty && penaltyOf(plan.penalty);
  const told = plan.classes > 0;
  const plays = supervision?.baseline !== true;
  const paired = told && penalty?.sameClasses === true;
  const moves = supervision?.statisticsMovedBy === 'both';
  const shared = schedule.first === 'G' && schedule.sharedBatch && !paired;
  const generates = plays && !(shared && schedule.kD === 1);
  const matches = (supervision?.matching ?? 0) > 0;
  const normalised = (network: NetworkSpec) => has(network, 'batchNorm');
  return {
    ...subject,
    objective,
    penalty,
    constraint: plan.constraint && writtenConstraint(plan.constraint),
    told,
    plays,
    paired,
    shared,
    generates,
    fools: supervision?.adversarial !== false || !matches,
    matches,
    compares: objective.compare !== undefined,
    averagesG: plays && sampling.weights === 'average',
    averagesD: (supervision?.averageDecay ?? 0) > 0,
    keeps: {
      generator: generates && !moves && normalised(plan.generator),
      discriminator: plays && !moves && normalised(plan.discriminator),
    },
    apart: plan.discriminator.layers.some(({ kind }) => kind === 'batchNorm'),
    batchStatistics: sampling.statistics === 'batch' && normalised(plan.generator),
  };
}
