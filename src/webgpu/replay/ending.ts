/** What becomes of a number that a product or sum has come to: bias, activation, and what is put together with it. */
import type { Operation, Ref, Slot } from '../../program/program.ts';
import type { Writing } from './kernel.ts';
import { createScope, stored, wordAt } from './scope.ts';
import { type Scope, Unwritable } from './subject.ts';

export interface Ending {
  readonly writing: Writing;
  readonly body: readonly Operation[];
  /** The operation that comes to it. */
  readonly heart: Operation;
  /** What is kept. */
  readonly out: Ref;
}

/**
 * A function `NAME(place: u32, sum: f32)` that stores it.
 *
 * @param own what the operation itself makes of the sum; null where that is not known
 */
export function writeEnding(
  name: string,
  { writing, body, heart, out }: Ending,
  own: (scope: Scope) => string | null = () => 'sum',
): string {
  const [made] = heart.outputs as [Ref];
  const begins = createScope(writing, body);
  const value = own(begins);
  if (value === null) throw new Unwritable(`There is no WGSL for ${heart.kernel} with these attributes.`);
  const scope = createScope(writing, body, new Map([[made.slot, 'value']]));
  const { code } = scope.value(out.slot, 'place');
  const { type } = writing.slots[out.slot] as Slot;
  const address = writing.addresses.get(out.slot);
  if (!address) throw new Error('What is computed has no place.');
  return `
fn ${name}_begins(place: u32, sum: f32) -> f32 {
  ${begins.lines.join('\n  ')}
  return ${value};
}
fn ${name}(place: u32, sum: f32) {
  let value = ${(writing.slots[made.slot] as Slot).type === 'int32' ? 'i32' : ''}(${name}_begins(place, sum));
  ${scope.lines.join('\n  ')}
  ${wordAt(address, 'place')} = ${stored(code, type)};
}`;
}
