import type { Operation, Program } from './program.ts';

/** Slots that an operation changes in place. */
export const changedBy = ({ inputs, changes }: Operation): readonly number[] =>
  changes.flatMap((name) => inputs[name]?.slot ?? []);

/** Says how often a slot has been changed in place before the operation at a place. */
export function versionsOf({ operations }: Program): (slot: number, place: number) => number {
  const changes = new Map<number, number[]>();
  for (const [place, operation] of operations.entries())
    for (const slot of changedBy(operation)) changes.set(slot, [...(changes.get(slot) ?? []), place]);
  return (slot, place) => changes.get(slot)?.filter((at) => at < place).length ?? 0;
}

/** Slots that are changed in place anywhere. */
export const changedIn = ({ operations }: Program): ReadonlySet<number> => new Set(operations.flatMap(changedBy));
