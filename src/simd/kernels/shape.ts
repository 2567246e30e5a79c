/** Kernels that only move elements. */
import {
  backend_util,
  Concat,
  type ConcatAttrs,
  Pack,
  PadV2,
  type PadV2Attrs,
  Slice,
  type SliceAttrs,
  SplitV,
  type SplitVAttrs,
  slice_util,
  type Tensor,
  type TensorInfo,
  Tile,
  Transpose,
  type TransposeAttrs,
  util,
} from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../backend.ts';
import { copyStrided } from '../copy.ts';
import { stridesOf } from '../strides.ts';
import { kernel } from './kernel.ts';
import { fillWords } from './memory.ts';

type WordType = 'float32' | 'int32';

/** Elements of 32 bits, which is what copies move. */
const isWord = ({ dtype }: TensorInfo): boolean => dtype === 'float32' || dtype === 'int32';

interface Input {
  readonly x: TensorInfo;
}

/** A new tensor of `shape`, read from x by `strides` beginning `offset` elements in. */
function reread(
  x: TensorInfo,
  shape: number[],
  strides: readonly number[],
  offset: number,
  backend: SimdBackend,
): TensorInfo | null {
  if (!isWord(x)) return null;
  const out = backend.output(shape, x.dtype as WordType);
  const source = { pointer: backend.pointer(x) + 4 * offset, strides };
  if (copyStrided(backend, shape, source, { pointer: backend.pointer(out), strides: stridesOf(shape) })) return out;
  backend.disposeIntermediateTensorInfo(out);
  return null;
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, x, i) => sum + x * (b[i] as number), 0);

/** tfjs's declaration forgets that the result is complete. */
const sliceParams = slice_util.parseSliceParams as (...args: unknown[]) => [number[], number[]];

function slice({ x }: Input, { begin, size }: SliceAttrs, backend: SimdBackend): TensorInfo | null {
  const [from, sizes] = sliceParams(x, begin, size);
  slice_util.assertParamsValid(x as never, from, sizes);
  const strides = stridesOf(x.shape);
  return reread(x, sizes, strides, dot(from, strides), backend);
}

/** Cuts x along one axis into parts of the given sizes. */
function split({ x }: Input, { numOrSizeSplits, axis }: SplitVAttrs, backend: SimdBackend): TensorInfo[] | null {
  if (!isWord(x)) return null;
  const [along] = util.parseAxisParam(axis, x.shape) as [number];
  const strides = stridesOf(x.shape);
  const parts: TensorInfo[] = [];
  let from = 0;
  for (const size of backend_util.prepareSplitSize(x as Tensor, numOrSizeSplits, along)) {
    const shape = x.shape.map((n, a) => (a === along ? size : n));
    const part = reread(x, shape, strides, from * (strides[along] as number), backend);
    if (part === null) {
      for (const made of parts) backend.disposeIntermediateTensorInfo(made);
      return null;
    }
    parts.push(part);
    from += size;
  }
  return parts;
}

function transpose({ x }: Input, { perm }: TransposeAttrs, backend: SimdBackend): TensorInfo | null {
  const strides = stridesOf(x.shape);
  const [shape, permuted] = [x.shape, strides].map((of) => perm.map((axis) => of[axis] as number)) as [
    number[],
    number[],
  ];
  return reread(x, shape, permuted, 0, backend);
}

/** Each axis becomes two: the repeats, which do not move in x, and the axis itself. */
function tile({ x }: Input, { reps }: { reps: readonly number[] }, backend: SimdBackend): TensorInfo | null {
  const own = stridesOf(x.shape);
  const shape = x.shape.flatMap((n, axis) => [reps[axis] as number, n]);
  const strides = x.shape.flatMap((_, axis) => [0, own[axis] as number]);
  const out = reread(x, shape, strides, 0, backend);
  return out && { ...out, shape: x.shape.map((n, axis) => n * (reps[axis] as number)) };
}

/** Joins tensors along `axis`: each is copied into its place. */
function join(all: readonly TensorInfo[], axis: number, backend: SimdBackend): TensorInfo | null {
  const parts = all.filter(({ shape }) => util.sizeFromShape(shape) > 0);
  const [first] = parts;
  if (first === undefined || !parts.every((part) => isWord(part) && part.dtype === first.dtype)) return null;
  const out = backend.output(
    backend_util.computeOutShape(
      all.map(({ shape }) => shape),
      axis,
    ),
    first.dtype as WordType,
  );
  const strides = stridesOf(out.shape);
  let offset = 0;
  for (const part of parts) {
    const target = { pointer: backend.pointer(out) + 4 * offset * (strides[axis] as number), strides };
    const done = copyStrided(
      backend,
      part.shape,
      { pointer: backend.pointer(part), strides: stridesOf(part.shape) },
      target,
    );
    if (!done) {
      backend.disposeIntermediateTensorInfo(out);
      return null;
    }
    offset += part.shape[axis] as number;
  }
  return out;
}

function concat(inputs: readonly TensorInfo[], { axis }: ConcatAttrs, backend: SimdBackend): TensorInfo | null {
  const [along] = util.parseAxisParam(axis, inputs[0]?.shape ?? []) as [number];
  backend_util.assertParamsConsistent(
    inputs.map(({ shape }) => shape),
    along,
  );
  return join(inputs, along, backend);
}

/** Stacking is joining along a new axis. */
function pack(inputs: readonly TensorInfo[], { axis }: { axis: number }, backend: SimdBackend): TensorInfo | null {
  const widened = inputs.map((x) => ({ ...x, shape: [...x.shape.slice(0, axis), 1, ...x.shape.slice(axis)] }));
  if (inputs.some(({ shape }) => !util.arraysEqual(shape, inputs[0]?.shape ?? []))) return null;
  return join(widened, axis, backend);
}

function pad({ x }: Input, { paddings, constantValue }: PadV2Attrs, backend: SimdBackend): TensorInfo | null {
  if (!isWord(x)) return null;
  const shape = paddings.map(([before, after], axis) => before + (x.shape[axis] as number) + after);
  const out = backend.output(shape, x.dtype as WordType);
  fillWords(backend, backend.pointer(out), util.sizeFromShape(shape), constantValue, x.dtype as WordType);
  const strides = stridesOf(shape);
  const corner = dot(
    paddings.map(([before]) => before),
    strides,
  );
  const target = { pointer: backend.pointer(out) + 4 * corner, strides };
  if (copyStrided(backend, x.shape, { pointer: backend.pointer(x), strides: stridesOf(x.shape) }, target)) return out;
  backend.disposeIntermediateTensorInfo(out);
  return null;
}

export const shapeKernels = {
  [Slice]: kernel(slice),
  [SplitV]: kernel(split),
  [Transpose]: kernel(transpose),
  [Tile]: kernel(tile),
  [Concat]: kernel(concat),
  [Pack]: kernel(pack),
  [PadV2]: kernel(pad),
};
