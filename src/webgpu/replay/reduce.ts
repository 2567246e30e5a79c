/** Sums, means and greatest numbers along axes. */
import { type Operation, type Ref, sizeOf } from '../../program/program.ts';
import { writeEnding } from './ending.ts';
import { coordinates, placeAt } from './indices.ts';
import { distances, type Kernel, LANES, smallestPower, type Writing } from './kernel.ts';
import { createScope } from './scope.ts';
import { type Scope, Unwritable } from './subject.ts';

/** How numbers come together, two at a time. */
interface Reduction {
  readonly begin: string;
  together(a: string, b: string): string;
}

const LOWEST = '-3.4028234e38f';
const REDUCTIONS: Readonly<Record<string, Reduction>> = {
  Sum: { begin: '0.0', together: (a, b) => `${a} + ${b}` },
  Max: { begin: LOWEST, together: (a, b) => `max(${a}, ${b})` },
  Min: { begin: `-(${LOWEST})`, together: (a, b) => `min(${a}, ${b})` },
};
const OF: Readonly<Record<string, keyof typeof REDUCTIONS>> = {
  Sum: 'Sum',
  Mean: 'Sum',
  UnsortedSegmentSum: 'Sum',
  Max: 'Max',
  Min: 'Min',
};

/** What is reduced: of `count` numbers each of `outputs`, whose numbers are `stride` apart. */
interface Extent {
  readonly outputs: number;
  readonly count: number;
  /** 1 where neighbours in memory come together. */
  readonly isAlongRows: boolean;
  /** The number of this output, in this turn. */
  read(scope: Scope): string;
}

function axesOf({ attrs, inputs }: Operation): readonly number[] {
  const { length } = (inputs.x as Ref).shape;
  const given = (attrs.axis ?? attrs.reductionIndices ?? null) as number | readonly number[] | null;
  if (given === null) return Array.from({ length }, (_, axis) => axis);
  return [given].flat().map((axis) => (axis < 0 ? axis + length : axis));
}

function alongAxes(operation: Operation): Extent {
  const x = operation.inputs.x as Ref;
  const axes = axesOf(operation);
  const isReduced = (axis: number) => axes.includes(axis);
  const kept = x.shape.filter((_, axis) => !isReduced(axis));
  const reduced = x.shape.filter((_, axis) => isReduced(axis));
  return {
    outputs: sizeOf(kept),
    count: sizeOf(reduced),
    isAlongRows: isReduced(x.shape.length - 1) || kept.length === 0,
    read(scope) {
      if (kept.length === 0) return scope.float(x.slot, 'turn');
      const own = [...coordinates(scope.name, 'place', kept)];
      const along = [...coordinates(scope.name, 'turn', reduced)];
      const at = x.shape.map((_, axis) => (isReduced(axis) ? along.shift() : own.shift()) as string);
      return scope.float(x.slot, placeAt(scope.name, at, x.shape));
    },
  };
}

/** Each segment sums the rows that are its own. */
function alongSegments({ inputs, outputs }: Operation): Extent {
  const [x, ids] = [inputs.x as Ref, inputs.segmentIds as Ref];
  const [count = 1] = x.shape;
  const width = sizeOf(x.shape) / count;
  return {
    outputs: sizeOf((outputs[0] as Ref).shape),
    count,
    isAlongRows: width === 1,
    read(scope) {
      const [segment, at] = coordinates(scope.name, 'place', [sizeOf((outputs[0] as Ref).shape) / width, width]);
      const id = scope.value(ids.slot, 'turn').code;
      const read = scope.float(x.slot, placeAt(scope.name, ['turn', at as string], [count, width]));
      return `select(0.0, ${read}, u32(${id}) == ${segment})`;
    },
  };
}

/** Threads that share the numbers of one output: so many that each has a few, or all where an output is long. */
function threadsFor({ outputs, count, isAlongRows }: Extent): number {
  const wanted = isAlongRows ? count / 2 : count / 8;
  const most = isAlongRows || outputs <= 16 ? LANES : 32;
  return Math.min(most, smallestPower(Math.max(1, wanted)));
}

/**
 * Puts together what threads have of one output, which are `step` apart: first neighbours, then pairs of these, and so on.
 * Threads of a subgroup exchange it, others by the workgroup's memory; the order is the same, and so are the bits. The first
 * of them has it all in the end.
 */
function writeTree(
  { together }: Reduction,
  { threads, step, subgroup }: Readonly<Record<'threads' | 'step' | 'subgroup', number>>,
): Pick<Kernel, 'code' | 'shared'> {
  const apart = distances(threads, step);
  const exchanged = apart.filter((distance) => distance < subgroup);
  const beyond = apart.slice(exchanged.length);
  const exchange = exchanged.map((distance) => `sum = ${together('sum', `subgroupShuffleXor(sum, ${distance}u)`)};`);
  const share = beyond.map(
    (distance) => `workgroupBarrier();
  if (part % ${(2 * distance) / step}u == 0u) {
    sum = ${together('sum', `shared_words[lane + ${distance}u]`)};
    shared_words[lane] = sum;
  }`,
  );
  return {
    code: [...exchange, ...(beyond.length > 0 ? ['shared_words[lane] = sum;', ...share] : [])].join('\n  '),
    shared: beyond.length > 0 ? LANES : 0,
  };
}

export function writeReduction(
  own: string,
  writing: Writing,
  body: readonly Operation[],
  heart: Operation,
  out: Ref,
): Kernel {
  if (heart.kernel === 'ArgMax') return writeArgMax(own, writing, body, heart, out);
  const reduction = REDUCTIONS[OF[heart.kernel] ?? ''];
  if (!reduction) throw new Unwritable(`There is no WGSL for ${heart.kernel}.`);
  const extent = heart.kernel === 'UnsortedSegmentSum' ? alongSegments(heart) : alongAxes(heart);
  /** Of a sum that is shared out, each part is an output. */
  const parts = Number(heart.attrs.parts ?? 1);
  const count = extent.count / parts;
  const outputs = extent.outputs * parts;
  const threads = threadsFor({ ...extent, outputs, count });
  const side = LANES / threads;
  const scope = createScope(writing, body);
  const read = extent.read(scope);
  const share = heart.kernel === 'Mean' ? `sum / ${count}.0f` : 'sum';
  // Neighbouring threads read neighbouring numbers: along the row, or one output beside the other.
  const [output, part] = extent.isAlongRows
    ? [`lane / ${threads}u`, `lane % ${threads}u`]
    : [`lane % ${side}u`, `lane / ${side}u`];
  const step = extent.isAlongRows ? 1 : side;
  const { begin, together } = reduction;
  const tree = writeTree(reduction, { threads, step, subgroup: writing.subgroup });
  return {
    groups: Math.ceil(outputs / side),
    shared: tree.shared,
    code: `
fn ${own}_at(place: u32, turn: u32) -> f32 {
  ${scope.lines.join('\n  ')}
  return ${read};
}
${writeEnding(`${own}_ends`, { writing, body, heart, out }, () => share)}
fn ${own}(group: u32, lane: u32) {
  let part = ${part};
  let place = group * ${side}u + ${output};
  var sum = f32(${begin});
  if (place < ${outputs}u) {
    for (var turn = part; turn < ${count}u; turn += ${threads}u) {
      let next = ${own}_at(${parts === 1 ? 'place, turn' : `place % ${extent.outputs}u, place / ${extent.outputs}u * ${count}u + turn`});
      sum = ${together('sum', 'next')};
    }
  }
  ${tree.code}
  if (part == 0u && place < ${outputs}u) { ${own}_ends(place, sum); }
}`,
  };
}

/** The place of the greatest along an axis, the first of equal ones: a thread for each. */
function writeArgMax(own: string, writing: Writing, body: readonly Operation[], heart: Operation, out: Ref): Kernel {
  const extent = alongAxes(heart);
  const scope = createScope(writing, body);
  const read = extent.read(scope);
  return {
    groups: Math.ceil(extent.outputs / LANES),
    shared: 0,
    code: `
fn ${own}_at(place: u32, turn: u32) -> f32 {
  ${scope.lines.join('\n  ')}
  return ${read};
}
${writeEnding(`${own}_ends`, { writing, body, heart, out })}
fn ${own}(group: u32, lane: u32) {
  let place = group * ${LANES}u + lane;
  if (place >= ${extent.outputs}u) { return; }
  var best = 0u;
  var greatest = ${own}_at(place, 0u);
  for (var turn = 1u; turn < ${extent.count}u; turn++) {
    let next = ${own}_at(place, turn);
    if (next > greatest) { best = turn; greatest = next; }
  }
  ${own}_ends(place, f32(best));
}`,
  };
}
