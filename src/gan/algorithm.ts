/** A training step as papers write it down: what each update does, line by line, under a plan. */
import { objectiveOf } from './objectives/index.ts';
import { penaltyOf } from './penalties/index.ts';
import type { LatentSpec, OptimizerSpec, Plan } from './plan.ts';
import { outputsOf } from './terms.ts';

/** What a line does. */
export type Line = {
  /** What stands there beside the words; of a loss its name, behind which its terms are written. */
  readonly formula: string;
} & (
  | { readonly act: 'real' | 'labelled' | 'generate' | 'latent'; readonly count: number }
  | { readonly act: 'score' | 'slope' | 'penalty' | 'loss' }
  | { readonly act: 'update'; readonly optimizer: OptimizerSpec }
  | { readonly act: 'clip'; readonly bound: number }
);

/** The updates of one network in a step. */
export interface Block {
  readonly network: 'D' | 'G';
  /** So often in a row. */
  readonly times: number;
  readonly lines: readonly Line[];
}

/** N(0, I), or each component between two numbers. */
const LATENT = {
  normal: 'z ∼ N(0, I)',
  uniform: 'z ∼ U(−1, 1)',
  unitUniform: 'z ∼ U(0, 1)',
} as const satisfies Record<LatentSpec['distribution'], string>;

const OPTIMIZED = {
  adam: (network: string) => `θ_${network} ← Adam(θ_${network}, ∇L_${network})`,
  rmsProp: (network: string) => `θ_${network} ← RMSProp(θ_${network}, ∇L_${network})`,
  sgd: (network: string) => `θ_${network} ← θ_${network} − η ∇L_${network}`,
} as const satisfies Record<OptimizerSpec['kind'], (network: string) => string>;

const update = (network: 'D' | 'G', optimizer: OptimizerSpec): Line => ({
  act: 'update',
  formula: OPTIMIZED[optimizer.kind](network),
  optimizer,
});

const loss = (network: 'D' | 'G'): Line => ({ act: 'loss', formula: `L_${network} ←` });

/** z, and what G makes of it. */
function fakes({ batch, latent, classes }: Plan): readonly Line[] {
  return [
    { act: 'latent', formula: LATENT[latent.distribution], count: batch },
    { act: 'generate', formula: classes > 0 ? 'G(z, y)' : 'G(z)', count: batch },
  ];
}

/** Of which a penalty takes the norm: the part of its formula between two bars. */
const slopeIn = (formula: string): string => /‖[^‖]*‖/.exec(formula)?.[0] ?? formula;

/** @param shared D sees the examples on which G was just scored */
function linesOfD(plan: Plan, shared: boolean): readonly Line[] {
  const { batch, classes, supervision, penalty, constraint, optimizers } = plan;
  const outputs = outputsOf(plan);
  const labelled: readonly Line[] = supervision
    ? [{ act: 'labelled', formula: 'x, y ∼ p_l', count: supervision.batch }]
    : [];
  const optimized = update('D', optimizers.discriminator);
  if (supervision?.baseline) return [...labelled, loss('D'), optimized];
  return [
    { act: 'real', formula: classes > 0 ? 'x, y ∼ p_r' : 'x ∼ p_r', count: batch },
    ...labelled,
    ...(shared ? [] : fakes(plan)),
    { act: 'score', formula: `${outputs.real}, ${outputs.fake}` },
    ...(penalty ? [{ act: 'penalty', formula: slopeIn(penaltyOf(penalty).formula) } as const] : []),
    loss('D'),
    optimized,
    ...(constraint ? [{ act: 'clip', formula: 'θ_D ← clip(θ_D, −c, c)', bound: constraint.bound } as const] : []),
  ];
}

function linesOfG(plan: Plan): readonly Line[] {
  const { real, fake } = outputsOf(plan);
  const compares = objectiveOf(plan.objective).compare !== undefined;
  return [
    ...fakes(plan),
    { act: 'score', formula: compares ? `${fake}, ${real}` : fake },
    { act: 'slope', formula: `∇ₓ${fake}` },
    loss('G'),
    update('G', plan.optimizers.generator),
  ];
}

/**
 * What a step does, in its order.
 *
 * @param part D alone, G alone, or both
 */
export function algorithmOf(plan: Plan, part: 'D' | 'G' | 'both' = 'both'): readonly Block[] {
  const { schedule, supervision } = plan;
  const alone = supervision?.baseline === true;
  const sameClasses = plan.classes > 0 && plan.penalty !== null && penaltyOf(plan.penalty).sameClasses === true;
  const shared = part === 'both' && schedule.first === 'G' && schedule.sharedBatch && !sameClasses;
  const d: Block = { network: 'D', times: schedule.kD, lines: linesOfD(plan, shared) };
  const g: Block = { network: 'G', times: schedule.kG, lines: linesOfG(plan) };
  if (alone || part === 'D') return [d];
  if (part === 'G') return [g];
  return schedule.first === 'G' ? [g, d] : [d, g];
}
