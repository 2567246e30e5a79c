/** An expression at every place of a tensor. */
import { type Operation, type Ref, type Slot, sizeOf } from '../../program/program.ts';
import { type Kernel, LANES, type Writing } from './kernel.ts';
import { createScope, stored, wordAt } from './scope.ts';

/** Numbers that a thread computes at most. */
const EACH = 4;

export function writeMap(own: string, writing: Writing, body: readonly Operation[], out: Ref): Kernel {
  const size = sizeOf(out.shape);
  const each = size > 64 * LANES ? EACH : 1;
  const scope = createScope(writing, body);
  const { code, type } = scope.value(out.slot, 'place');
  const address = writing.addresses.get(out.slot);
  if (!address) throw new Error('What is computed has no place.');
  const to = (writing.slots[out.slot] as Slot).type;
  if (type !== to) throw new Error(`What is ${to} was computed as ${type}.`);
  return {
    groups: Math.ceil(size / (each * LANES)),
    shared: 0,
    code: `
fn ${own}_at(place: u32) {
  ${scope.lines.join('\n  ')}
  ${wordAt(address, 'place')} = ${stored(code, to)};
}
fn ${own}(group: u32, lane: u32) {
  for (var i = 0u; i < ${each}u; i++) {
    let place = (group * ${each}u + i) * ${LANES}u + lane;
    if (place < ${size}u) { ${own}_at(place); }
  }
}`,
  };
}
