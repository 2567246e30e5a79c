/** A product in tiles: a workgroup brings a tile of each operand into its memory, and each thread sums some of the output. */
import type { Operation, Ref } from '../../program/program.ts';
import { activated } from './elementwise.ts';
import { writeEnding } from './ending.ts';
import { type Kernel, LANES, type Writing } from './kernel.ts';
import { productOf } from './operands.ts';
import { createScope } from './scope.ts';
import { type Scope, Unwritable } from './subject.ts';
import { tileFor } from './tiles.ts';

/** Bias and activation of tfjs's fused products. */
const fusedWith =
  ({ kernel, inputs, attrs }: Operation, columns: number) =>
  (scope: Scope): string | null => {
    if (!kernel.includes('Fused')) return 'sum';
    if (inputs.preluActivationWeights) return null;
    const { bias } = inputs;
    const at = scope.name(`place % ${columns}u`);
    const biased = bias ? scope.name(`sum + ${scope.float(bias.slot, bias.shape.at(-1) === 1 ? '0u' : at)}`) : 'sum';
    return activated(biased, attrs.activation, attrs.leakyreluAlpha);
  };

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);

export function writeProduct(
  own: string,
  writing: Writing,
  body: readonly Operation[],
  heart: Operation,
  out: Ref,
): Kernel {
  const whole = productOf(heart);
  /** Parts of a sum that is shared out are as many products, each of its own stretch of k. */
  const parts = Number(heart.attrs.parts ?? 1);
  const product = { ...whole, batch: whole.batch * parts, depth: whole.depth / parts };
  const { batch, rows, columns, depth } = product;
  const tile = tileFor(product, writing.family);
  const [height, width] = [tile.threadsDown * tile.down, tile.threadsAcross * tile.across];
  const [tilesDown, tilesAcross] = [Math.ceil(rows / height), Math.ceil(columns / width)];
  const [left, right] = [createScope(writing, body), createScope(writing, body)];
  const [readLeft, readRight] = [product.left.read(left), product.right.read(right)];
  if (heart.inputs.bias && sizeOfLast(heart.inputs.bias) !== columns && sizeOfLast(heart.inputs.bias) !== 1)
    throw new Unwritable('A bias has a number for each column.');
  const begin = height * tile.depth;
  /** Threads that are neighbours read neighbours in memory. */
  const load = (side: 'left' | 'right', size: number): string => {
    const [along, inner] = product[side].isAlongK
      ? [`e / ${tile.depth}u`, `e % ${tile.depth}u`]
      : [`e % ${size}u`, `e / ${size}u`];
    const [first, limit, name] = side === 'left' ? ['firstRow', rows, 'row'] : ['firstColumn', columns, 'column'];
    const args = side === 'left' ? 'batch, row, k' : 'batch, k, column';
    return `for (var e = lane; e < ${size * tile.depth}u; e += ${LANES}u) {
      let at = ${along};
      let inner = ${inner};
      let ${name} = ${first} + at;
      let k = begin + first + inner;
      var value = 0.0;
      if (${name} < ${limit}u && first + inner < ${depth}u) { value = ${own}_${side}(${args}); }
      shared_words[${side === 'left' ? 0 : begin}u + inner * ${size}u + at] = value;
    }`;
  };
  const down = range(tile.down);
  const across = range(tile.across);
  return {
    groups: batch * tilesDown * tilesAcross,
    shared: (height + width) * tile.depth,
    code: `
fn ${own}_left(batch: u32, row: u32, k: u32) -> f32 {
  ${left.lines.join('\n  ')}
  return ${readLeft};
}
fn ${own}_right(batch: u32, k: u32, column: u32) -> f32 {
  ${right.lines.join('\n  ')}
  return ${readRight};
}
${writeEnding(`${own}_ends`, { writing, body, heart, out }, fusedWith(heart, columns))}
fn ${own}(group: u32, lane: u32) {
  let across = lane % ${tile.threadsAcross}u;
  let down = lane / ${tile.threadsAcross}u;
  let firstColumn = (group % ${tilesAcross}u) * ${width}u;
  let firstRow = (group / ${tilesAcross}u % ${tilesDown}u) * ${height}u;
  let part = group / ${tilesAcross * tilesDown}u;
  let begin = ${parts === 1 ? '0u' : `part * ${depth}u`};
  let batch = ${parts === 1 ? 'part' : '0u'};
  ${down.flatMap((i) => across.map((j) => `var sum_${i}_${j} = 0.0;`)).join(' ')}
  for (var first = 0u; first < ${depth}u; first += ${tile.depth}u) {
    ${load('left', height)}
    ${load('right', width)}
    workgroupBarrier();
    for (var k = 0u; k < ${tile.depth}u; k++) {
      ${down.map((i) => `let a_${i} = shared_words[k * ${height}u + down + ${i * tile.threadsDown}u];`).join(' ')}
      ${across.map((j) => `let b_${j} = shared_words[${begin}u + k * ${width}u + across + ${j * tile.threadsAcross}u];`).join(' ')}
      ${down.flatMap((i) => across.map((j) => `sum_${i}_${j} = fma(a_${i}, b_${j}, sum_${i}_${j});`)).join(' ')}
    }
    workgroupBarrier();
  }
  ${down
    .flatMap((i) =>
      across.map(
        (j) => `{
    let row = firstRow + down + ${i * tile.threadsDown}u;
    let column = firstColumn + across + ${j * tile.threadsAcross}u;
    if (row < ${rows}u && column < ${columns}u) { ${own}_ends((part * ${rows}u + row) * ${columns}u + column, sum_${i}_${j}); }
  }`,
      ),
    )
    .join('\n  ')}
}`,
  };
}

const sizeOfLast = ({ shape }: Ref): number => shape.at(-1) ?? 1;
