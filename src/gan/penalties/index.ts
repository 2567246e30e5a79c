import type { Constraint, Hold, Penalty } from '../penalty.ts';
import type { ConstraintSpec, PenaltySpec } from '../plan.ts';

/** Every file beside this one that exports `hold`. A new file is among the choices without editing a list. */
const files = import.meta.glob<Hold>(['./*.ts', '!./index.ts', '!./*.test.ts'], { import: 'hold', eager: true });

/** In the order in which their papers appeared. */
export const holds: readonly Hold[] = Object.values(files).toSorted(
  (a, b) => a.arxiv.localeCompare(b.arxiv) || a.kind.localeCompare(b.kind),
);

/** @throws Error if there is no file of that kind. */
export function holdOf(kind: string): Hold {
  const found = holds.find((hold) => hold.kind === kind);
  if (!found)
    throw new Error(`Nothing holds D by the name “${kind}”. There are ${holds.map(({ kind }) => kind).join(', ')}.`);
  return found;
}

export const penalties: readonly Penalty[] = holds.filter((hold): hold is Penalty => hold.acts === 'onLoss');

export function penaltyOf({ kind }: Pick<PenaltySpec, 'kind'>): Penalty {
  const hold = holdOf(kind);
  if (hold.acts !== 'onLoss') throw new Error(`${kind} is no term of a loss.`);
  return hold;
}

export function constraintOf({ kind }: Pick<ConstraintSpec, 'kind'>): Constraint {
  const hold = holdOf(kind);
  if (hold.acts !== 'onWeights') throw new Error(`${kind} does nothing to weights.`);
  return hold;
}
