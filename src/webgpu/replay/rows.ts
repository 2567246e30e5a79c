/** Images from the table on the device, scaled and resized as data/images.ts does it. */
import type { Rows } from '../../program/law.ts';
import { type Operation, type Ref, sizeOf } from '../../program/program.ts';
import { literal } from './elementwise.ts';
import { coordinates } from './indices.ts';
import { type Kernel, LANES, type Writing } from './kernel.ts';
import { wordAt } from './scope.ts';

/** Numbers that a thread makes at most. */
const EACH = 4;

/** Where an output pixel of one axis reads, and how much of it is from the farther one; the edge goes on beyond itself. */
const tap = (name: string, at: string, from: number, to: number): string => `
  let ${name} = clamp((f32(${at}) + 0.5) * ${literal(from / to)} - 0.5, 0.0, ${literal(from - 1)});
  let ${name}_low = u32(${name});
  let ${name}_high = min(${name}_low + 1u, ${from - 1}u);
  let ${name}_share = ${name} - f32(${name}_low);`;

/** Lines that return the pixel (`image`, `y`, `x`, `channel`) of the size that is wanted. */
function resized({ from, to, resize, background }: Rows, own: string): string {
  if (from.height === to.height && from.width === to.width) return `return ${own}_pixel(image, y, x, channel);`;
  switch (resize) {
    case 'bilinear': {
      const mixed = (row: string) =>
        `mix(${own}_pixel(image, ${row}, column_low, channel), ${own}_pixel(image, ${row}, column_high, channel), column_share)`;
      return `${tap('row', 'y', from.height, to.height)} ${tap('column', 'x', from.width, to.width)}
  return mix(${mixed('row_low')}, ${mixed('row_high')}, row_share);`;
    }
    case 'pad': {
      const [above, before] = [(to.height - from.height) >> 1, (to.width - from.width) >> 1];
      // What lies before the first row wraps around and is large.
      return `let row = y - ${above}u;
  let column = x - ${before}u;
  if (row >= ${from.height}u || column >= ${from.width}u) { return ${literal(background)}; }
  return ${own}_pixel(image, row, column, channel);`;
    }
    default:
      return resize satisfies never;
  }
}

export function writeRows(own: string, writing: Writing, { attrs, inputs, outputs }: Operation): Kernel {
  const [out] = outputs as [Ref];
  const rows = attrs.rows as Rows;
  const { from, to, scale, offset } = rows;
  const [address, places] = [out, inputs.places as Ref].map(({ slot }) => writing.addresses.get(slot));
  if (!address || !places) throw new Error('What is read of a table has no place.');
  const size = sizeOf(out.shape);
  const lines: string[] = [];
  const name = (code: string): string => `t${lines.push(`let t${lines.length} = ${code};`) - 1}`;
  const at = coordinates(name, 'place', [sizeOf(inputs.places?.shape ?? []), to.height, to.width, from.channels]);
  return {
    groups: Math.ceil(size / (EACH * LANES)),
    shared: 0,
    code: `
fn ${own}_pixel(image: u32, y: u32, x: u32, channel: u32) -> f32 {
  let at = ((image * ${from.height}u + y) * ${from.width}u + x) * ${from.channels}u + channel;
  let byte = (table[at >> 2u] >> (8u * (at & 3u))) & 0xffu;
  return f32(byte) * ${literal(scale)} + ${literal(offset)};
}
fn ${own}_at(image: u32, y: u32, x: u32, channel: u32) -> f32 {
  ${resized(rows, own)}
}
fn ${own}(group: u32, lane: u32) {
  for (var i = 0u; i < ${EACH}u; i++) {
    let place = (group * ${EACH}u + i) * ${LANES}u + lane;
    if (place < ${size}u) {
      ${lines.join('\n      ')}
      let drawn = ${own}_at(${wordAt(places, at[0] as string)}, ${at.slice(1).join(', ')});
      ${wordAt(address, 'place')} = bitcast<u32>(drawn);
    }
  }
}`,
  };
}
