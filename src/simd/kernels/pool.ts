import {
  AvgPool,
  type AvgPoolAttrs,
  backend_util,
  MaxPool,
  type MaxPoolAttrs,
  MaxPoolGrad,
  type TensorInfo,
  util,
} from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../backend.ts';
import { JOB_MAX_POOL_GRADIENT, JOB_POOL } from '../shared/codes.ts';
import { geometryOf } from './conv.ts';
import { allFloat, kernel } from './kernel.ts';

type Shape4 = [number, number, number, number];

const infoOf = (x: TensorInfo, { filterSize, strides, pad, dimRoundingMode }: MaxPoolAttrs) =>
  backend_util.computePool2DInfo(x.shape as Shape4, filterSize, strides, 1, pad, dimRoundingMode);

/** Integers of a pooling job: its own, then the geometry with the window's height behind it. */
const pooling = (own: readonly number[], image: number, info: backend_util.Conv2DInfo): readonly number[] => [
  ...own,
  ...Array<number>(24 - own.length).fill(0),
  ...geometryOf(image, info),
  info.filterHeight,
];

const pool = (mean: boolean) =>
  kernel<{ x: TensorInfo }, MaxPoolAttrs | AvgPoolAttrs>(({ x }, attrs, backend) => {
    const info = infoOf(x, attrs);
    // tfjs takes a window of one pixel for the identity, whatever the stride and padding.
    const single = info.filterHeight === 1 && info.filterWidth === 1;
    if (!allFloat(x) || single || util.sizeFromShape(info.outShape) === 0) return null;
    const out = backend.output(info.outShape, 'float32');
    const ints = pooling([backend.pointer(out), Number(mean)], backend.pointer(x), info);
    backend.pool.run(JOB_POOL, info.batchSize, ints);
    return out;
  });

interface GradInputs {
  readonly dy: TensorInfo;
  readonly input: TensorInfo;
}

function maxPoolGrad({ dy, input }: GradInputs, attrs: MaxPoolAttrs, backend: SimdBackend): TensorInfo | null {
  const info = infoOf(input, attrs);
  if (!allFloat(dy, input) || util.sizeFromShape(info.outShape) === 0) return null;
  const out = backend.output(input.shape, 'float32');
  const ints = pooling([backend.pointer(dy), backend.pointer(input)], backend.pointer(out), info);
  backend.pool.run(JOB_MAX_POOL_GRADIENT, info.batchSize, ints);
  return out;
}

export const poolKernels = {
  [MaxPool]: pool(false),
  [AvgPool]: pool(true),
  [MaxPoolGrad]: kernel(maxPoolGrad),
};
