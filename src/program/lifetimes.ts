import { inputsOf, type Operation, type Program } from './program.ts';

/**
 * For each stage the slots that nobody reads after it, of those that operations make.
 *
 * @param stages operations that run at once, in their order; each for itself if left out
 */
export function lastUses(
  { slots, operations, stores, results }: Program,
  stages: readonly (readonly Operation[])[] = operations.map((operation) => [operation]),
): readonly (readonly number[])[] {
  const last = new Map<number, number>();
  for (const [place, stage] of stages.entries())
    for (const operation of stage)
      for (const { slot } of [...inputsOf(operation), ...operation.outputs]) last.set(slot, place);
  for (const { from } of stores) last.delete(from);
  for (const { slot } of results) last.delete(slot);
  const ends: number[][] = stages.map(() => []);
  for (const [slot, place] of last) if (slots[slot]?.origin.kind === 'made') ends[place]?.push(slot);
  return ends;
}
