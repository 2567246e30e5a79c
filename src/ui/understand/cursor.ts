/** Where one is in a step that is gone through line by line. */
import type { StepTrace, UpdateTrace } from '../../core/trace.ts';
import { algorithmOf, type Block, type Line } from '../../gan/algorithm.ts';
import type { Plan } from '../../gan/plan.ts';

/** A line of one of the step's updates, with what it came by. */
export interface Place {
  readonly block: Block;
  readonly line: Line;
  /** Which of the updates in a row it is, from 0. */
  readonly round: number;
  readonly update: UpdateTrace;
}

/** Every line of a step, in the order in which they are carried out: those of a block again for each of its updates. */
export function placesOf(plan: Plan, { part, updates }: StepTrace): readonly Place[] {
  const blocks = algorithmOf(plan, part);
  const rounds = blocks.flatMap((block) => Array.from({ length: block.times }, (_, round) => ({ block, round })));
  return updates.flatMap((update, i): readonly Place[] => {
    const at = rounds[i];
    // How often a network is updated may have been changed since.
    if (!at || at.block.network !== update.network) return [];
    return at.block.lines.map((line) => ({ ...at, line, update }));
  });
}
