import type { TensorInfo } from '@tensorflow/tfjs-core';
import { LARGEST, LARGEST_GRADIENT, type LargestAttrs } from '../../core/kernels.ts';
import type { SimdBackend } from '../backend.ts';
import { JOB_LARGEST, JOB_LARGEST_GRADIENT } from '../shared/codes.ts';
import { kernel, rowsOfChunk } from './kernel.ts';

/** @param tensors of which the first two have rows of `length` or `size` · `length` numbers */
function run(backend: SimdBackend, job: number, tensors: readonly TensorInfo[], rows: number, shape: Shape): void {
  const { size, length } = shape;
  const perChunk = rowsOfChunk(size * length);
  const addresses = tensors.map((tensor) => backend.pointer(tensor));
  backend.pool.run(job, Math.ceil(rows / perChunk), [...addresses, rows, size, length, perChunk]);
}

interface Shape {
  readonly size: number;
  readonly length: number;
}

function largest({ x }: { x: TensorInfo }, { size }: LargestAttrs, backend: SimdBackend): TensorInfo[] {
  const [rows, all] = x.shape as [number, number];
  const length = all / size;
  const made = [backend.output([rows, length], 'float32'), backend.output([rows, length], 'float32')];
  run(backend, JOB_LARGEST, [x, ...made], rows, { size, length });
  return made;
}

function largestGradient(
  { dy, chosen }: { dy: TensorInfo; chosen: TensorInfo },
  { size }: LargestAttrs,
  backend: SimdBackend,
): TensorInfo {
  const [rows, length] = chosen.shape as [number, number];
  const out = backend.output([rows, size * length], 'float32');
  run(backend, JOB_LARGEST_GRADIENT, [dy, chosen, out], rows, { size, length });
  return out;
}

/** What tfjs's own backends have no kernel for. */
export const largestKernels = {
  [LARGEST]: kernel(largest),
  [LARGEST_GRADIENT]: kernel(largestGradient),
};
