import type { Program } from './program.ts';

/** Says how often a slot has been changed in place before the operation at a place. */
export function versionsOf({ operations }: Program): (slot: number, place: number) => number {
  const changes = new Map<number, number[]>();
  for (const [place, { inputs, changes: names }] of operations.entries())
    for (const name of names) {
      const slot = inputs[name]?.slot ?? -1;
      changes.set(slot, [...(changes.get(slot) ?? []), place]);
    }
  return (slot, place) => changes.get(slot)?.filter((at) => at < place).length ?? 0;
}

/** Slots that are changed in place anywhere. */
export const changedIn = ({ operations }: Program): ReadonlySet<number> =>
  new Set(operations.flatMap(({ inputs, changes }) => changes.map((name) => inputs[name]?.slot ?? -1)));
