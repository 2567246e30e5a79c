import { inputsOf, type Operation, type Program } from '../program.ts';

const changedBy = ({ inputs, changes }: Operation): readonly number[] =>
  changes.map((name) => inputs[name]?.slot ?? -1);

/** Operations of one kernel as one, whose inputs are named `name.place`. */
function joined(operations: readonly Operation[]): Operation {
  const [first] = operations as [Operation];
  const name = (own: string, place: number): string => `${own}.${place}`;
  return {
    ...first,
    attrs: { ...first.attrs, count: operations.length },
    inputs: Object.fromEntries(
      operations.flatMap(({ inputs }, place) => Object.entries(inputs).map(([own, ref]) => [name(own, place), ref])),
    ),
    changes: operations.flatMap(({ changes }, place) => changes.map((own) => name(own, place))),
  };
}

/**
 * Does at once what is done to many tensors one after the other: updates of an optimiser, averages, assignments. The one
 * operation stands where the last of them stood; one that something between depends on stays where it is.
 *
 * @param kernels which kernels take many tensors
 */
export function together<Event>(program: Program<Event>, kernels: readonly string[]): Program<Event> {
  const { operations } = program;
  const groups = new Map<string, number[]>();
  for (const [place, { kernel, dial }] of operations.entries()) {
    if (!kernels.includes(kernel)) continue;
    const key = `${kernel} ${dial}`;
    groups.set(key, [...(groups.get(key) ?? []), place]);
  }
  const at = new Map<number, Operation>();
  const gone = new Set<number>();
  for (const places of groups.values()) {
    const last = places.at(-1) as number;
    const members = new Set(places);
    const mayWait = (place: number): boolean => {
      const own = operations[place] as Operation;
      const [changed, reads] = [new Set(changedBy(own)), new Set(inputsOf(own).map(({ slot }) => slot))];
      return operations
        .slice(place + 1, last + 1)
        .every(
          (other, i) =>
            members.has(place + 1 + i) ||
            (inputsOf(other).every(({ slot }) => !changed.has(slot)) &&
              changedBy(other).every((slot) => !reads.has(slot))),
        );
    };
    const waiting = places.filter((place) => place === last || mayWait(place));
    for (const place of waiting) gone.add(place);
    at.set(last, joined(waiting.map((place) => operations[place] as Operation)));
  }
  return {
    ...program,
    operations: operations.flatMap((operation, place) => at.get(place) ?? (gone.has(place) ? [] : [operation])),
  };
}
