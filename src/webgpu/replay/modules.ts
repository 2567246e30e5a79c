/** Programs become modules of WGSL: one for each wave, whose operations are told apart by their workgroups. */
import { DRAW, FUSED, kindOf, ROWS } from '../../program/kinds.ts';
import type { Operation, Ref } from '../../program/program.ts';
import { writeChange } from './change.ts';
import { writeDraw } from './draw.ts';
import { type Kernel, LANES, type Writing } from './kernel.ts';
import { writeMap } from './map.ts';
import { writeProduct } from './product.ts';
import { writeReduction } from './reduce.ts';
import { writeRows } from './rows.ts';

export interface Module {
  readonly code: string;
  /** Workgroups along x and y. */
  readonly groups: readonly [number, number];
}

/** Workgroups along one axis at most. */
const MOST_GROUPS = 65_535;

function writeOperation(own: string, writing: Writing, operation: Operation): Kernel {
  if (operation.kernel === DRAW) return writeDraw(own, writing, operation);
  if (operation.kernel === ROWS) return writeRows(own, writing, operation);
  if (operation.kernel !== FUSED) return writeChange(own, writing, operation);
  const body = operation.attrs.body as readonly Operation[];
  const [out] = operation.outputs as [Ref];
  const heart = body.find(({ kernel }) => kindOf(kernel) === 'product' || kindOf(kernel) === 'reducing');
  if (!heart) return writeMap(own, writing, body, out);
  return kindOf(heart.kernel) === 'product'
    ? writeProduct(own, writing, body, heart, out)
    : writeReduction(own, writing, body, heart, out);
}

/** @throws Unwritable where there is no WGSL for an operation */
export function writeModule(wave: readonly Operation[], writing: Writing): Module {
  const kernels = wave.map((operation, i) => writeOperation(`kernel${i}`, writing, operation));
  const readsTable = wave.some(({ kernel }) => kernel === ROWS);
  const shared = Math.max(...kernels.map((kernel) => kernel.shared));
  let before = 0;
  const turns = kernels.map(({ groups }, i) => {
    const from = before;
    before += groups;
    return `${i > 0 ? 'else ' : ''}if (group < ${before}u) { kernel${i}(group - ${from}u, lane); }`;
  });
  const down = Math.ceil(before / MOST_GROUPS);
  const across = Math.ceil(before / down);
  return {
    groups: [across, down],
    code: `
${writing.subgroup > 1 ? 'enable subgroups;' : ''}
@group(0) @binding(0) var<storage, read_write> state: array<u32>;
@group(0) @binding(1) var<storage, read_write> work: array<u32>;
${readsTable ? '@group(0) @binding(2) var<storage, read> table: array<u32>;' : ''}
${shared > 0 ? `var<workgroup> shared_words: array<f32, ${shared}>;` : ''}
${kernels.map(({ code }) => code).join('\n')}
@compute @workgroup_size(${LANES})
fn main(@builtin(workgroup_id) id: vec3u, @builtin(local_invocation_index) lane: u32) {
  let group = id.y * ${across}u + id.x;
  ${turns.join('\n  ')}
}`,
  };
}
