import {
  Add,
  AddN,
  backend_util,
  Equal,
  Greater,
  GreaterEqual,
  Less,
  LessEqual,
  Maximum,
  Minimum,
  Multiply,
  NotEqual,
  RealDiv,
  Select,
  SquaredDifference,
  Sub,
  type TensorInfo,
  util,
} from '@tensorflow/tfjs-core';
import type { NumericType, SimdBackend } from '../backend.ts';
import { copyStrided } from '../copy.ts';
import * as codes from '../shared/codes.ts';
import { CHUNK } from '../shared/layout.ts';
import { broadcastStrides, loopsOver, stridesOf } from '../strides.ts';
import { allFloat, kernel, rowsOfChunk } from './kernel.ts';

interface Inputs {
  readonly a: TensorInfo;
  readonly b: TensorInfo;
}

/** The arguments that assembly/rows.ts reads; null if two loops do not suffice. */
function rowsOf(
  a: readonly number[],
  b: readonly number[],
  shape: readonly number[],
): { ints: readonly number[]; chunks: number } | null {
  const loops = loopsOver(shape, broadcastStrides(a, shape), broadcastStrides(b, shape));
  if (loops.length > 2) return null;
  const [outer, inner] =
    loops.length === 2 ? loops : [{ size: 1, steps: [0, 0] }, loops[0] ?? { size: 1, steps: [1, 1] }];
  if (inner === undefined || outer === undefined) return null;
  const [[aRow = 0, bRow = 0], [aStep = 0, bStep = 0]] = [outer.steps, inner.steps];
  const perChunk = rowsOfChunk(inner.size);
  const chunks = outer.size === 1 ? Math.ceil(inner.size / CHUNK) : Math.ceil(outer.size / perChunk);
  return { ints: [outer.size, inner.size, aRow, aStep, bRow, bStep, perChunk], chunks };
}

/** Calls `use` with copies of both operands that have the full shape. */
function expanded(
  { a, b }: Inputs,
  shape: number[],
  backend: SimdBackend,
  use: (inputs: Inputs) => TensorInfo | null,
): TensorInfo | null {
  const expand = (x: TensorInfo): TensorInfo | null => {
    const full = backend.output(shape, x.dtype as NumericType);
    const source = { pointer: backend.pointer(x), strides: broadcastStrides(x.shape, shape) };
    const done = copyStrided(backend, shape, source, { pointer: backend.pointer(full), strides: stridesOf(shape) });
    return done ? full : null;
  };
  const [fullA, fullB] = [expand(a), expand(b)];
  const result = fullA && fullB ? use({ a: fullA, b: fullB }) : null;
  for (const full of [fullA, fullB]) if (full) backend.disposeIntermediateTensorInfo(full);
  return result;
}

/** Runs an element-wise job on two tensors of one type whose shapes broadcast. */
function run(
  inputs: Inputs,
  job: number,
  operation: number,
  backend: SimdBackend,
  type: NumericType = 'float32',
): TensorInfo | null {
  const { a, b } = inputs;
  if (a.dtype !== type || b.dtype !== type) return null;
  const shape = backend_util.assertAndGetBroadcastShape(a.shape, b.shape);
  const plan = shape.includes(0) ? { ints: [], chunks: 0 } : rowsOf(a.shape, b.shape, shape);
  if (plan === null) return expanded(inputs, shape, backend, (full) => run(full, job, operation, backend, type));
  const out = backend.output(shape, job === codes.JOB_COMPARE ? 'bool' : 'float32');
  backend.pool.run(job, plan.chunks, [
    backend.pointer(a),
    backend.pointer(b),
    backend.pointer(out),
    operation,
    ...plan.ints,
  ]);
  return out;
}

const binary = (operation: number) =>
  kernel<Inputs, object>((inputs, _, backend) => run(inputs, codes.JOB_BINARY, operation, backend));
const compare = (operation: number) =>
  kernel<Inputs, object>((inputs, _, backend) => run(inputs, codes.JOB_COMPARE, operation, backend));

/** Sums tensors of one shape from left to right. */
function addN(inputs: readonly TensorInfo[], backend: SimdBackend): TensorInfo | null {
  const [first, second, ...rest] = inputs;
  if (first === undefined || second === undefined || !allFloat(...inputs)) return null;
  let sum = run({ a: first, b: second }, codes.JOB_BINARY, codes.BINARY_ADD, backend);
  for (const next of rest) {
    if (sum === null) return null;
    const longer = run({ a: sum, b: next }, codes.JOB_BINARY, codes.BINARY_ADD, backend);
    backend.disposeIntermediateTensorInfo(sum);
    sum = longer;
  }
  return sum;
}

interface SelectInputs {
  readonly condition: TensorInfo;
  readonly t: TensorInfo;
  readonly e: TensorInfo;
}

function select({ condition, t, e }: SelectInputs, backend: SimdBackend): TensorInfo | null {
  const same = [t, e].every(({ shape }) => util.arraysEqual(shape, condition.shape));
  if (!allFloat(t, e) || condition.dtype !== 'bool' || !same) return null;
  const out = backend.output(t.shape, 'float32');
  const size = util.sizeFromShape(t.shape);
  backend.pool.run(codes.JOB_SELECT, Math.ceil(size / CHUNK), [
    ...[condition, t, e, out].map((x) => backend.pointer(x)),
    size,
  ]);
  return out;
}

export const binaryKernels = {
  [Add]: binary(codes.BINARY_ADD),
  [Sub]: binary(codes.BINARY_SUB),
  [Multiply]: binary(codes.BINARY_MUL),
  [RealDiv]: binary(codes.BINARY_DIV),
  [Maximum]: binary(codes.BINARY_MAX),
  [Minimum]: binary(codes.BINARY_MIN),
  [SquaredDifference]: binary(codes.BINARY_SQUARED_DIFFERENCE),
  [Greater]: compare(codes.COMPARE_GREATER),
  [GreaterEqual]: compare(codes.COMPARE_GREATER_EQUAL),
  [Less]: compare(codes.COMPARE_LESS),
  [LessEqual]: compare(codes.COMPARE_LESS_EQUAL),
  [Equal]: kernel<Inputs, object>((inputs, _, backend) =>
    inputs.a.dtype === 'int32'
      ? run(inputs, codes.JOB_COMPARE, codes.COMPARE_EQUAL_INTEGERS, backend, 'int32')
      : run(inputs, codes.JOB_COMPARE, codes.COMPARE_EQUAL, backend),
  ),
  [NotEqual]: compare(codes.COMPARE_NOT_EQUAL),
  [AddN]: kernel<readonly TensorInfo[], object>((inputs, _, backend) => addN(inputs, backend)),
  [Select]: kernel<SelectInputs, object>((inputs, _, backend) => select(inputs, backend)),
};
