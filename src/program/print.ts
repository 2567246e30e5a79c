/** A program as text: for people, and for tests. */
import type { Operation, Program, Ref, Slot } from './program.ts';

const named = ({ origin }: Slot, place: number): string => {
  switch (origin.kind) {
    case 'made':
      return `%${place}`;
    case 'constant':
      return origin.values.length === 1 ? `${origin.values[0]}` : `const${place}`;
    case 'drawn':
      return `${origin.field}.${origin.event}`;
    case 'state':
      return origin.name;
    default:
      return origin satisfies never;
  }
};

const TYPES = { float32: '', int32: 'i', bool: 'b' } as const;

/** One line for each operation: what it makes, of what, and the shapes. */
export function print({ slots, operations, stores, results }: Program): string {
  const text = ({ slot, shape }: Ref): string => {
    const of = slots[slot] as Slot;
    return `${named(of, slot)}${shape.length > 0 ? `${TYPES[of.type]}[${shape.join('×')}]` : ''}`;
  };
  const line = ({ kernel, inputs, outputs, changes, dial }: Operation): string => {
    const args = Object.entries(inputs).map(([name, ref]) => (changes.includes(name) ? '&' : '') + text(ref));
    const made = outputs.length > 0 ? `${outputs.map(text).join(', ')} = ` : '';
    return `${made}${kernel}(${args.join(', ')})${dial === undefined ? '' : ` at dial ${dial}`}`;
  };
  return [
    ...operations.map(line),
    ...stores.map(({ state, from }) => `${named(slots[state] as Slot, state)} ← ${named(slots[from] as Slot, from)}`),
    `read ${results.map(text).join(', ')}`,
  ].join('\n');
}
