import { inputsOf, type Program } from './program.ts';

/** For each operation the slots that nobody reads after it, of those that operations make. */
export function lastUses({ slots, operations, stores, results }: Program): readonly (readonly number[])[] {
  const last = new Map<number, number>();
  operations.forEach((operation, place) => {
    for (const { slot } of [...inputsOf(operation), ...operation.outputs]) last.set(slot, place);
  });
  for (const { from } of stores) last.delete(from);
  for (const { slot } of results) last.delete(slot);
  const ends: number[][] = operations.map(() => []);
  for (const [slot, place] of last) if (slots[slot]?.origin.kind === 'made') ends[place]?.push(slot);
  return ends;
}
