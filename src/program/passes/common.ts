import { type Operation, type Program, type Ref, type Slot, sizeOf } from '../program.ts';
import { changedIn } from '../versions.ts';

/** Arrays among attributes may be long; they are few. */
const keyOf = (attrs: object): string => JSON.stringify(attrs);

/**
 * Computes once what is computed twice: the same kernel with the same attributes on the same numbers. Of a slot that is
 * changed in place, before and after are different numbers. Equal constants become one.
 */
export function withoutRepeats<Event>(program: Program<Event>): Program<Event> {
  const { slots } = program;
  /** The slot that has the same numbers, for those left out. */
  const same = new Map<number, number>();
  const version = new Map<number, number>();
  const changedAnywhere = changedIn(program);
  const constants = new Map<string, number>();
  slots.forEach(({ origin, shape, type }, slot) => {
    // Long ones are few and seldom equal.
    if (origin.kind !== 'constant' || sizeOf(shape) > 64 || changedAnywhere.has(slot)) return;
    const key = `${type} ${shape} ${origin.values.join()}`;
    const first = constants.get(key);
    if (first === undefined) constants.set(key, slot);
    else same.set(slot, first);
  });

  const resolved = (ref: Ref): Ref => ({ ...ref, slot: same.get(ref.slot) ?? ref.slot });
  const seen = new Map<string, readonly Ref[]>();
  const operations: Operation[] = [];
  for (const { inputs: given, ...rest } of program.operations) {
    const inputs = Object.fromEntries(Object.entries(given).map(([name, ref]) => [name, resolved(ref)]));
    const operation = { ...rest, inputs };
    const { kernel, attrs, outputs, changes } = operation;
    for (const name of changes) {
      const slot = (inputs[name] as Ref).slot;
      version.set(slot, (version.get(slot) ?? 0) + 1);
    }
    const own = changes.length > 0 || outputs.some(({ slot }) => changedAnywhere.has(slot));
    const refs = Object.entries(inputs).map(
      ([name, { slot, shape }]) => `${name}:${slot}.${version.get(slot) ?? 0}[${shape}]`,
    );
    const key = `${kernel} ${keyOf(attrs)} ${refs.join(' ')} ${outputs.map(({ slot, shape }) => `${(slots[slot] as Slot).type}[${shape}]`)}`;
    const earlier = own ? undefined : seen.get(key);
    if (earlier) {
      for (const [i, { slot }] of outputs.entries()) same.set(slot, (earlier[i] as Ref).slot);
      continue;
    }
    if (!own) seen.set(key, outputs);
    operations.push(operation);
  }
  return {
    ...program,
    operations,
    stores: program.stores.map(({ state, from }) => ({ state, from: same.get(from) ?? from })),
    results: program.results.map(resolved),
  };
}
