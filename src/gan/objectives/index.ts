import type { Objective, Scale } from '../objective.ts';
import type { ObjectiveSpec } from '../plan.ts';

/** Every file beside this one that exports `objective`. A new file is among the choices without editing a list. */
const files = import.meta.glob<Objective>(['./*.ts', '!./index.ts', '!./*.test.ts'], {
  import: 'objective',
  eager: true,
});

/** In the order in which their papers appeared. */
export const objectives: readonly Objective[] = Object.values(files).toSorted(
  (a, b) => a.arxiv.localeCompare(b.arxiv) || a.kind.localeCompare(b.kind),
);

/** @throws Error if there is no file of that kind. */
export function objectiveOf({ kind }: Pick<ObjectiveSpec, 'kind'>): Objective {
  const found = objectives.find((objective) => objective.kind === kind);
  if (!found)
    throw new Error(`There is no objective “${kind}”. There are ${objectives.map(({ kind }) => kind).join(', ')}.`);
  return found;
}

/** How D's scores and losses are to be read under an objective; null where they have no unit. */
export const scaleOf = (spec: ObjectiveSpec): Scale | null => objectiveOf(spec).scale(spec);
