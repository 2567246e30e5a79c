/** Classes: from numbers to rows of ones and zeros, and from scores to the class of the greatest. */
import { ArgMax, type ArgMaxAttrs, OneHot, type OneHotAttrs, type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../backend.ts';
import { JOB_ARG_MAX, JOB_ONE_HOT } from '../shared/codes.ts';
import { kernel } from './kernel.ts';

/** A number's bits, as an integer. */
const bitsOf = (value: number, type: 'float32' | 'int32'): number =>
  type === 'int32' ? value : (new Int32Array(Float32Array.of(value).buffer)[0] as number);

function oneHot(
  { indices }: { readonly indices: TensorInfo },
  { dtype, depth, onValue, offValue }: OneHotAttrs,
  backend: SimdBackend,
): TensorInfo | null {
  if (indices.dtype !== 'int32' || (dtype !== 'float32' && dtype !== 'int32')) return null;
  const out = backend.output([...indices.shape, depth], dtype);
  const rows = util.sizeFromShape(indices.shape);
  const values = [onValue, offValue].map((value) => bitsOf(value, dtype));
  backend.pool.run(JOB_ONE_HOT, 1, [backend.pointer(indices), backend.pointer(out), rows, depth, ...values]);
  return out;
}

function argMax({ x }: { readonly x: TensorInfo }, { axis }: ArgMaxAttrs, backend: SimdBackend): TensorInfo | null {
  const [along, another] = util.parseAxisParam(axis, x.shape);
  const columns = x.shape.at(-1) ?? 0;
  if (x.dtype !== 'float32' || along !== x.shape.length - 1 || another !== undefined || columns === 0) return null;
  const shape = x.shape.slice(0, -1);
  const out = backend.output(shape, 'int32');
  backend.pool.run(JOB_ARG_MAX, 1, [backend.pointer(x), backend.pointer(out), util.sizeFromShape(shape), columns]);
  return out;
}

export const classKernels = { [OneHot]: kernel(oneHot), [ArgMax]: kernel(argMax) };
