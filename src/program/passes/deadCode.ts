import { inputsOf, type Operation, type Program } from '../program.ts';

/** Leaves out what nobody reads: operations whose outputs enter nothing that is stored, changed or read afterwards. */
export function withoutDeadCode<Event>(program: Program<Event>): Program<Event> {
  const { slots, operations, stores, results } = program;
  const wanted = new Set([...stores.map(({ from }) => from), ...results.map(({ slot }) => slot)]);
  const kept: Operation[] = [];
  for (const operation of operations.toReversed()) {
    const { inputs, outputs, changes } = operation;
    const changesWanted = changes.some((name) => {
      const slot = inputs[name]?.slot ?? -1;
      return wanted.has(slot) || slots[slot]?.origin.kind === 'state';
    });
    if (!changesWanted && !outputs.some(({ slot }) => wanted.has(slot))) continue;
    kept.push(operation);
    for (const { slot } of inputsOf(operation)) wanted.add(slot);
  }
  return { ...program, operations: kept.toReversed() };
}
