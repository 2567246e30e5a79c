/** What changes tensors in place: Adam, averages that follow, assignments, masks. */
import { ADAM, DROPOUT_MASK, MOVE_TOWARDS } from '../../core/kernels.ts';
import { ASSIGN } from '../../program/kinds.ts';
import { type Operation, type Ref, sizeOf } from '../../program/program.ts';
import { drawBlocks } from './draw.ts';
import { type Kernel, LANES, type Writing } from './kernel.ts';
import type { Address } from './layout.ts';
import { Unwritable } from './subject.ts';

/** Numbers of a tensor that a workgroup changes: four for each thread. */
const CHUNK = 4 * LANES;
/** Marks an address in the state's buffer; words there are few enough. */
const IN_STATE = 2 ** 31;

const addressOf = (ref: Ref | undefined, { addresses }: Writing): Address => {
  const address = ref && addresses.get(ref.slot);
  if (!address) throw new Error('What changes in place has no place.');
  return address;
};
const wordOf = ({ buffer, offset }: Address): number => offset + (buffer === 'state' ? IN_STATE : 0);

/** Where an address of a table is read, as a float. */
const READ = (table: string): string =>
  `select(bitcast<f32>(work[(${table} & 0x7fffffffu) + i]), bitcast<f32>(state[(${table} & 0x7fffffffu) + i]), ${table} >= 0x80000000u)`;

/**
 * Goes over many tensors at once. For each chunk there is a row in a table: the addresses of the inputs, and how many
 * numbers there are.
 *
 * @param names the inputs' names; the first ones lie in the state
 */
function overMany(
  own: string,
  writing: Writing,
  { inputs, attrs }: Operation,
  names: readonly string[],
  code: string,
): Kernel {
  const rows: number[] = [];
  const count = Number(attrs.count ?? 1);
  for (let place = 0; place < count; place++) {
    const refs = names.map((name) => inputs[attrs.count === undefined ? name : `${name}.${place}`]);
    const size = sizeOf((refs[0] as Ref).shape);
    const words = refs.map((ref) => wordOf(addressOf(ref, writing)));
    for (let from = 0; from < size; from += CHUNK)
      rows.push(...words.map((word) => word + from), Math.min(CHUNK, size - from));
  }
  const width = names.length + 1;
  const table = writing.tables.add(rows);
  return {
    groups: rows.length / width,
    shared: 0,
    code: `
fn ${own}(group: u32, lane: u32) {
  let row = ${table}u + group * ${width}u;
  ${names.map((name, i) => `let ${name}_from = work[row + ${i}u];`).join('\n  ')}
  let count = work[row + ${names.length}u];
  for (var i = lane; i < count; i += ${LANES}u) {
    ${code}
  }
}`,
  };
}

/** The same number in the state. */
const STATE = (name: string): string => `state[(${name}_from & 0x7fffffffu) + i]`;

function told(dial: number | undefined, { dials }: Writing): (place: number) => string {
  const at = dials.get(dial ?? -1);
  if (at === undefined) throw new Error('Nobody tells what is changed anything.');
  return (place) => `work[${at + place}u]`;
}

function adam(own: string, writing: Writing, operation: Operation): Kernel {
  const word = told(operation.dial, writing);
  const float = (place: number) => `bitcast<f32>(${word(place)})`;
  return overMany(
    own,
    writing,
    operation,
    ['w', 'm', 'v', 'g'],
    `let g = ${READ('g_from')};
    let m = ${float(0)} * bitcast<f32>(${STATE('m')}) + ${float(1)} * g;
    let v = ${float(2)} * bitcast<f32>(${STATE('v')}) + ${float(3)} * g * g;
    ${STATE('m')} = bitcast<u32>(m);
    ${STATE('v')} = bitcast<u32>(v);
    let w = bitcast<f32>(${STATE('w')});
    ${STATE('w')} = bitcast<u32>(w - ${float(4)} * m / (sqrt(v) * ${float(5)} + ${float(6)}));`,
  );
}

function moveTowards(own: string, writing: Writing, operation: Operation): Kernel {
  const share = `bitcast<f32>(${told(operation.dial, writing)(0)})`;
  return overMany(
    own,
    writing,
    operation,
    ['average', 'value'],
    `let average = bitcast<f32>(${STATE('average')});
    ${STATE('average')} = bitcast<u32>(average + ${share} * (${READ('value_from')} - average));`,
  );
}

const assign = (own: string, writing: Writing, operation: Operation): Kernel =>
  overMany(own, writing, operation, ['state', 'from'], `${STATE('state')} = bitcast<u32>(${READ('from_from')});`);

/** 0 where the stream's number lies below the rate, else 1 / (1 − rate): both as told.ts writes them. */
function dropoutMask(own: string, writing: Writing, { dial, inputs }: Operation): Kernel {
  const word = told(dial, writing);
  const spread = `
fn ${own}_spread(words: vec4u) -> vec4u {
  return select(vec4u(${word(5)}), vec4u(0u), (words >> vec4u(8u)) < vec4u(${word(4)}));
}`;
  return drawBlocks(own, writing, { out: inputs.out as Ref, dial, spread });
}

export function writeChange(own: string, writing: Writing, operation: Operation): Kernel {
  switch (operation.kernel) {
    case ADAM:
      return adam(own, writing, operation);
    case MOVE_TOWARDS:
      return moveTowards(own, writing, operation);
    case ASSIGN:
      return assign(own, writing, operation);
    case DROPOUT_MASK:
      return dropoutMask(own, writing, operation);
    default:
      throw new Unwritable(`There is no WGSL for ${operation.kernel}.`);
  }
}
