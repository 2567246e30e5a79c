/** Writes what a slot is at a place, as lines of WGSL: loads, and expressions of what is put together with it. */
import type { ElementType, Operation, Ref, Slot } from '../../program/program.ts';
import { sizeOf, uniform } from '../../program/program.ts';
import { cast, type Expression, elementwise, literal } from './elementwise.ts';
import { broadcast } from './indices.ts';
import type { Address } from './layout.ts';
import { moved } from './moving.ts';
import { type Scope, type Subject, Unwritable } from './subject.ts';

/** Reads or writes a word. */
export const wordAt = ({ buffer, offset }: Address, place: string): string => `${buffer}[${offset}u + ${place}]`;

function loaded(word: string, type: ElementType): string {
  switch (type) {
    case 'float32':
      return `bitcast<f32>(${word})`;
    case 'int32':
      return `bitcast<i32>(${word})`;
    case 'bool':
      return `(${word} != 0u)`;
    default:
      return type satisfies never;
  }
}

export function stored(code: string, type: ElementType): string {
  return type === 'bool' ? `select(0u, 1u, ${code})` : `bitcast<u32>(${code})`;
}

/** The number that a constant is everywhere. */
function uniformOf(slot: number, { slots, changed }: Subject): number | null {
  const { origin } = slots[slot] as Slot;
  if (origin.kind !== 'constant' || changed.has(slot)) return null;
  const value = uniform(origin.values);
  return Number.isFinite(value) ? value : null;
}

/**
 * @param body operations that are computed here and not read
 * @param given what is there already, by slot, at the only place that it is asked for
 */
export function createScope(
  subject: Subject,
  body: readonly Operation[],
  given: ReadonlyMap<number, string> = new Map(),
): Scope {
  const { slots, addresses } = subject;
  const made = new Map(body.flatMap((operation) => operation.outputs.map(({ slot }) => [slot, operation] as const)));
  const lines: string[] = [];
  const names = new Map<string, string>();
  const typeOf = (slot: number): ElementType => (slots[slot] as Slot).type;

  const name = (code: string): string => {
    const known = names.get(code);
    if (known) return known;
    const own = `t${names.size}`;
    names.set(code, own);
    lines.push(`let ${own} = ${code};`);
    return own;
  };

  const reading = (type: ElementType) => ({
    ...scope,
    type,
    read: (slot: number, place: string) => cast(value(slot, place), type),
  });

  function expression(operation: Operation, slot: number, place: string): string {
    const { kernel, attrs, outputs, inputs } = operation;
    const out = outputs.find((ref) => ref.slot === slot) as Ref;
    const code =
      moved(reading(typeOf(slot)), operation, out, place) ??
      elementwise(
        kernel,
        Object.values(inputs).map((ref) => value(ref.slot, placeIn(ref, out, place))),
        attrs,
        typeOf(slot),
      );
    if (code === null) throw new Unwritable(`There is no WGSL for ${kernel}.`);
    return code;
  }

  /** Kernels that only give the same numbers another shape have them in the same order. */
  const placeIn = (ref: Ref, out: Ref, place: string): string =>
    sizeOf(ref.shape) === sizeOf(out.shape) ? place : broadcast(name, place, out.shape, ref.shape);

  function value(slot: number, place: string): Expression {
    const type = typeOf(slot);
    const ready = given.get(slot);
    if (ready !== undefined) return { code: ready, type };
    const constant = uniformOf(slot, subject);
    if (constant !== null) return { code: literal(constant, type), type };
    const operation = made.get(slot);
    if (operation) return { code: name(expression(operation, slot, place)), type };
    const address = addresses.get(slot);
    if (!address) throw new Error(`Slot ${slot} lies nowhere.`);
    return { code: name(loaded(wordAt(address, place), type)), type };
  }

  const scope: Scope = {
    value,
    float(slot, place) {
      const { code, type } = value(slot, place);
      return type === 'float32' ? code : `f32(${code})`;
    },
    name,
    line: (code) => void lines.push(code),
    lines,
  };
  return scope;
}
