import { backend_util, LogSoftmax, Max, Mean, Min, Softmax, Sum, type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../backend.ts';
import { copyStrided } from '../copy.ts';
import {
  JOB_REDUCE_COLUMNS,
  JOB_REDUCE_ROWS,
  JOB_SOFTMAX,
  REDUCE_MAX,
  REDUCE_MIN,
  REDUCE_SUM,
} from '../shared/codes.ts';
import { CHUNK } from '../shared/layout.ts';
import { stridesOf } from '../strides.ts';
import { allFloat, kernel, rowsOfChunk } from './kernel.ts';

type Operation = typeof REDUCE_SUM | typeof REDUCE_MAX | typeof REDUCE_MIN;

/** Rows that a column reduction adds up in one go: enough to keep a thread busy, few enough to share out. */
const ELEMENTS_OF_BLOCK = 2 * CHUNK;
const FEWEST_ROWS = 32;

/** [rows, length] → [rows], times `factor`. */
function reduceRows(
  backend: SimdBackend,
  x: number,
  out: number,
  rows: number,
  length: number,
  operation: Operation,
  factor: number,
): void {
  const blocks = Math.ceil(length / CHUNK);
  const perChunk = rowsOfChunk(Math.min(length, CHUNK));
  const run = (target: number, scale: number) =>
    backend.pool.run(
      JOB_REDUCE_ROWS,
      Math.ceil((rows * blocks) / perChunk),
      [x, target, length, Math.min(length, CHUNK), blocks, rows * blocks, perChunk, operation],
      [scale],
    );
  if (blocks === 1) {
    run(out, factor);
    return;
  }
  backend.borrow(rows * blocks * 4, (partial) => {
    run(partial, 1);
    reduceRows(backend, partial, out, rows, blocks, operation, factor);
  });
}

/** Rows that one chunk adds up, of so many columns. */
export const rowsOfBlock = (columns: number): number => Math.max(FEWEST_ROWS, Math.floor(ELEMENTS_OF_BLOCK / columns));

/** [rows, columns] → [columns] at address `out`, times `factor`. */
export const sumColumns = (
  backend: SimdBackend,
  x: number,
  out: number,
  rows: number,
  columns: number,
  factor: number,
): void => reduceColumns(backend, x, out, [1, rows, columns], REDUCE_SUM, factor);

/** [outer, length, columns] → [outer, columns], times `factor`. */
function reduceColumns(
  backend: SimdBackend,
  x: number,
  out: number,
  [outer, length, columns]: readonly [number, number, number],
  operation: Operation,
  factor: number,
): void {
  const block = rowsOfBlock(columns);
  const blocks = Math.ceil(length / block);
  const run = (target: number, scale: number) =>
    backend.pool.run(
      JOB_REDUCE_COLUMNS,
      outer * blocks,
      [x, target, length, block, blocks, columns, operation],
      [scale],
    );
  if (blocks === 1) {
    run(out, factor);
    return;
  }
  backend.borrow(outer * blocks * columns * 4, (partial) => {
    run(partial, 1);
    reduceColumns(backend, partial, out, [outer, blocks, columns], operation, factor);
  });
}

/** tfjs names the axes of a maximum otherwise. */
interface ReduceAttrs {
  readonly axis?: number | number[];
  readonly reductionIndices?: number | number[];
  readonly keepDims?: boolean;
}

/** Reduces over `axis`; `mean` divides by the number of elements. */
const reduce = (operation: Operation, mean = false) =>
  kernel<{ x: TensorInfo }, ReduceAttrs>(({ x }, { axis, reductionIndices, keepDims }, backend) => {
    const axes = util.parseAxisParam(axis ?? reductionIndices ?? [...x.shape.keys()], x.shape).sort((a, b) => a - b);
    const length = axes.reduce((product, a) => product * (x.shape[a] as number), 1);
    if (!allFloat(x) || length === 0 || x.shape.includes(0)) return null;
    const [outShape] = backend_util.computeOutAndReduceShapes(x.shape, axes);
    const kept = keepDims ? backend_util.expandShapeToKeepDim(outShape, axes) : outShape;
    const factor = mean ? 1 / length : 1;
    const out = backend.output(kept, 'float32');
    const target = backend.pointer(out);
    const first = axes[0] ?? 0;
    const sizeOf = (from: number, to?: number) => util.sizeFromShape(x.shape.slice(from, to));
    // Axes side by side, apart from those of size one, are one axis.
    const together = x.shape.every((n, a) => n === 1 || axes.includes(a) || a < first || a > (axes.at(-1) ?? 0));
    if (together) {
      const [outer, columns] = [sizeOf(0, first), sizeOf((axes.at(-1) ?? first - 1) + 1)];
      if (columns === 1) reduceRows(backend, backend.pointer(x), target, outer, length, operation, factor);
      else reduceColumns(backend, backend.pointer(x), target, [outer, length, columns], operation, factor);
      return out;
    }
    // Scattered axes: brought to the end first.
    const order = [...x.shape.keys()].filter((a) => !axes.includes(a)).concat(axes);
    const strides = stridesOf(x.shape);
    const shape = order.map((a) => x.shape[a] as number);
    const rows = util.sizeFromShape(outShape);
    return backend.borrow(rows * length * 4, (sorted) => {
      const source = { pointer: backend.pointer(x), strides: order.map((a) => strides[a] as number) };
      if (!copyStrided(backend, shape, source, { pointer: sorted, strides: stridesOf(shape) })) {
        backend.disposeIntermediateTensorInfo(out);
        return null;
      }
      reduceRows(backend, sorted, target, rows, length, operation, factor);
      return out;
    });
  });

function softmax(x: TensorInfo, axis: number, logarithm: boolean, backend: SimdBackend): TensorInfo | null {
  const length = x.shape.at(-1) ?? 1;
  const rows = util.sizeFromShape(x.shape) / length;
  const [last] = util.parseAxisParam(axis, x.shape);
  if (!allFloat(x) || last !== x.shape.length - 1 || !(rows > 0)) return null;
  const out = backend.output(x.shape, 'float32');
  const perChunk = rowsOfChunk(length);
  const ints = [backend.pointer(x), backend.pointer(out), rows, length, perChunk, Number(logarithm)];
  backend.pool.run(JOB_SOFTMAX, Math.ceil(rows / perChunk), ints);
  return out;
}

export const reduceKernels = {
  [Sum]: reduce(REDUCE_SUM),
  [Mean]: reduce(REDUCE_SUM, true),
  [Max]: reduce(REDUCE_MAX),
  [Min]: reduce(REDUCE_MIN),
  [Softmax]: kernel<{ logits: TensorInfo }, { dim: number }>(({ logits }, { dim }, backend) =>
    softmax(logits, dim, false, backend),
  ),
  [LogSoftmax]: kernel<{ logits: TensorInfo }, { axis: number }>(({ logits }, { axis }, backend) =>
    softmax(logits, axis, true, backend),
  ),
};
