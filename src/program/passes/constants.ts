import { type Operation, type Program, type Ref, type Slot, sizeOf, uniform } from '../program.ts';
import { changedIn } from '../versions.ts';

type Arithmetic = (...values: readonly number[]) => number;

/** What is worth computing beforehand: it is what gradients begin with. */
const ARITHMETIC: Readonly<Record<string, Arithmetic>> = {
  Add: (a, b) => (a as number) + (b as number),
  Sub: (a, b) => (a as number) - (b as number),
  Multiply: (a, b) => (a as number) * (b as number),
  RealDiv: (a, b) => (a as number) / (b as number),
  Neg: (x) => -(x as number),
  Square: (x) => (x as number) ** 2,
  Sqrt: (x) => Math.sqrt(x as number),
  ZerosLike: () => 0,
  OnesLike: () => 1,
};

/** Which operand leaves the other as it is, by the place it stands in. */
const NEUTRAL: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  Add: { a: 0, b: 0 },
  Sub: { b: 0 },
  Multiply: { a: 1, b: 1 },
  RealDiv: { b: 1 },
};

/**
 * Computes what is made of constants alone, and leaves out what leaves numbers as they are: x + 0, x · 1, x / 1. Constants
 * are those whose numbers are all the same.
 */
export function withoutArithmeticOnConstants<Event>(program: Program<Event>): Program<Event> {
  const slots: Slot[] = [...program.slots];
  const changed = changedIn(program);
  const constant = new Map<number, number>();
  for (const [place, { origin, type }] of slots.entries())
    if (origin.kind === 'constant' && type === 'float32' && !changed.has(place)) {
      const value = uniform(origin.values);
      if (value !== null) constant.set(place, value);
    }
  /** The slot with the same numbers, for those left out. */
  const same = new Map<number, number>();
  const resolved = (ref: Ref): Ref => ({ ...ref, slot: same.get(ref.slot) ?? ref.slot });

  /** The operand whose numbers are the output's. */
  function unchanged({ kernel, inputs }: Operation, out: Ref): Ref | null {
    for (const [name, neutral] of Object.entries(NEUTRAL[kernel] ?? {})) {
      const other = inputs[name === 'a' ? 'b' : 'a'];
      if (!other || constant.get(inputs[name]?.slot ?? -1) !== neutral) continue;
      const { type } = slots[other.slot] as Slot;
      if (sizeOf(other.shape) === sizeOf(out.shape) && type === (slots[out.slot] as Slot).type) return other;
    }
    return null;
  }

  const operations: Operation[] = [];
  for (const { inputs: given, ...rest } of program.operations) {
    const inputs = Object.fromEntries(Object.entries(given).map(([name, ref]) => [name, resolved(ref)]));
    const operation: Operation = { ...rest, inputs };
    const [out] = operation.outputs;
    const made = out && (slots[out.slot] as Slot);
    const compute = ARITHMETIC[operation.kernel];
    const values = Object.values(inputs).map(({ slot }) => constant.get(slot));
    if (out && made?.type === 'float32' && compute && !changed.has(out.slot)) {
      const isLike = operation.kernel.endsWith('Like');
      if (isLike || values.every((value) => value !== undefined)) {
        const value = Math.fround(compute(...(values as number[])));
        const all = new Float32Array(sizeOf(made.shape)).fill(value);
        slots[out.slot] = { ...made, origin: { kind: 'constant', values: all } };
        constant.set(out.slot, value);
        continue;
      }
      const kept = unchanged(operation, out);
      // What is changed in place later is then another number than it was.
      if (kept && !changed.has(kept.slot)) {
        same.set(out.slot, kept.slot);
        continue;
      }
    }
    operations.push(operation);
  }
  return {
    ...program,
    slots,
    operations,
    stores: program.stores.map(({ state, from }) => ({ state, from: same.get(from) ?? from })),
    results: program.results.map(resolved),
  };
}
