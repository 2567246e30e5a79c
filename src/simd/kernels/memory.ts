/** Kernels about values as such: casts, constants, rows picked by index. */
import {
  Cast,
  type CastAttrs,
  Fill,
  type FillAttrs,
  GatherV2,
  type GatherV2Attrs,
  OnesLike,
  type TensorInfo,
  UnsortedSegmentSum,
  util,
  ZerosLike,
} from '@tensorflow/tfjs-core';
import type { NumericType, SimdBackend } from '../backend.ts';
import { JOB_CAST, JOB_FILL, JOB_GATHER, JOB_SCATTER_ADD, TYPE_BOOL, TYPE_FLOAT, TYPE_INT } from '../shared/codes.ts';
import { CHUNK } from '../shared/layout.ts';
import { kernel, rowsOfChunk } from './kernel.ts';

const isNumeric = (dtype: string): dtype is NumericType => dtype === 'float32' || dtype === 'int32' || dtype === 'bool';

/** The JavaScript kernel would hand out the same memory under another type. */
function cast({ x }: { x: TensorInfo }, { dtype }: CastAttrs, backend: SimdBackend): TensorInfo | null {
  if (!isNumeric(x.dtype) || !isNumeric(dtype) || x.dtype === dtype) return null;
  const out = backend.output(x.shape, dtype);
  const size = util.sizeFromShape(x.shape);
  const ints = [backend.pointer(x), backend.pointer(out), size, TYPES[x.dtype], TYPES[dtype]];
  backend.pool.run(JOB_CAST, Math.ceil(size / CHUNK), ints);
  return out;
}

const TYPES: Record<NumericType, number> = { float32: TYPE_FLOAT, int32: TYPE_INT, bool: TYPE_BOOL };

/** The 32 bits of a value as an integer. */
const bitsOf = (value: number, dtype: 'float32' | 'int32'): number =>
  dtype === 'int32' ? value | 0 : (new Int32Array(Float32Array.of(value).buffer)[0] as number);

/** Fills 32-bit elements from address `out` on. */
export function fillWords(
  { pool }: SimdBackend,
  out: number,
  size: number,
  value: number,
  dtype: 'float32' | 'int32',
): void {
  pool.run(JOB_FILL, Math.ceil(size / CHUNK), [out, size, bitsOf(value, dtype)]);
}

function filled(shape: readonly number[], dtype: string, value: number, backend: SimdBackend): TensorInfo | null {
  if (dtype !== 'float32' && dtype !== 'int32') return null;
  const own = [...shape];
  const out = backend.output(own, dtype);
  fillWords(backend, backend.pointer(out), util.sizeFromShape(own), value, dtype);
  return out;
}

interface GatherInputs {
  readonly x: TensorInfo;
  readonly indices: TensorInfo;
}

function gather(
  { x, indices }: GatherInputs,
  { axis, batchDims }: GatherV2Attrs,
  backend: SimdBackend,
): TensorInfo | null {
  const [along] = util.parseAxisParam(axis, x.shape) as [number];
  const words = x.dtype === 'float32' || x.dtype === 'int32';
  if (!words || batchDims !== 0 || indices.dtype !== 'int32' || util.sizeFromShape(x.shape) === 0) return null;
  const rows = x.shape[along] as number;
  // What is written down for later has no indices yet; they are those that were checked before.
  for (const index of backend.pool.isTaping ? [] : backend.view(indices)) {
    if (index < 0 || index >= rows) throw new Error(`GatherV2: the index value ${index} is not in [0, ${rows - 1}]`);
  }
  const [outer, length] = [util.sizeFromShape(x.shape.slice(0, along)), util.sizeFromShape(x.shape.slice(along + 1))];
  const picked = util.sizeFromShape(indices.shape);
  const out = backend.output(
    [...x.shape.slice(0, along), ...indices.shape, ...x.shape.slice(along + 1)],
    x.dtype as NumericType,
  );
  const perChunk = rowsOfChunk(length);
  backend.pool.run(JOB_GATHER, Math.ceil((outer * picked) / perChunk), [
    backend.pointer(x),
    backend.pointer(indices),
    backend.pointer(out),
    rows,
    picked,
    length,
    outer * picked,
    perChunk,
  ]);
  return out;
}

interface SegmentInputs {
  readonly x: TensorInfo;
  readonly segmentIds: TensorInfo;
}

const COLUMNS_OF_CHUNK = 256;

function segmentSum(
  { x, segmentIds }: SegmentInputs,
  { numSegments }: { numSegments: number },
  backend: SimdBackend,
): TensorInfo | null {
  const size = util.sizeFromShape(x.shape);
  if (x.dtype !== 'float32' || segmentIds.dtype !== 'int32' || segmentIds.shape.length !== 1 || size === 0) return null;
  const rows = x.shape[0] as number;
  const length = size / rows;
  const out = backend.output([numSegments, ...x.shape.slice(1)], 'float32');
  backend.pool.run(JOB_SCATTER_ADD, Math.ceil(length / COLUMNS_OF_CHUNK), [
    backend.pointer(x),
    backend.pointer(segmentIds),
    backend.pointer(out),
    rows,
    numSegments,
    length,
    COLUMNS_OF_CHUNK,
  ]);
  return out;
}

export const memoryKernels = {
  [Cast]: kernel(cast),
  [Fill]: kernel<object, FillAttrs>((_, { shape, dtype, value }, backend) =>
    typeof value === 'number' ? filled(shape, dtype ?? util.inferDtype(value), value, backend) : null,
  ),
  [ZerosLike]: kernel<{ x: TensorInfo }, object>(({ x }, _, backend) => filled(x.shape, x.dtype, 0, backend)),
  [OnesLike]: kernel<{ x: TensorInfo }, object>(({ x }, _, backend) => filled(x.shape, x.dtype, 1, backend)),
  [GatherV2]: kernel(gather),
  [UnsortedSegmentSum]: kernel(segmentSum),
};
