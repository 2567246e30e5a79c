import {
  AvgPool,
  type AvgPoolAttrs,
  backend_util,
  FusedBatchNorm,
  type FusedBatchNormAttrs,
  MaxPool,
  type MaxPoolAttrs,
  MaxPoolGrad,
  type TensorInfo,
  util,
} from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../backend.ts';
import { JOB_MAX_POOL_GRADIENT, JOB_POOL, JOB_SCALE_SHIFT } from '../shared/codes.ts';
import { CHUNK } from '../shared/layout.ts';
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

interface NormInputs {
  readonly x: TensorInfo;
  readonly mean: TensorInfo;
  readonly variance: TensorInfo;
  readonly offset?: TensorInfo;
  readonly scale?: TensorInfo;
}

/** (x − mean) / √(variance + ε) · scale + offset, as one multiplication and one addition for each element. */
function batchNorm(
  { x, mean, variance, offset, scale }: NormInputs,
  { varianceEpsilon }: FusedBatchNormAttrs,
  backend: SimdBackend,
): TensorInfo | null {
  const channels = x.shape.at(-1) ?? 1;
  const given = [mean, variance, offset, scale].filter((t) => t !== undefined);
  const perChannel = given.every(({ shape }) => shape.length === 1 && shape[0] === channels);
  const rows = util.sizeFromShape(x.shape) / channels;
  if (!allFloat(x, ...given) || !perChannel || !(rows > 0)) return null;
  const out = backend.output(x.shape, 'float32');
  const [means, variances] = [backend.view(mean), backend.view(variance)];
  const [offsets, scales] = [offset && backend.view(offset), scale && backend.view(scale)];
  backend.borrow(2 * channels * 4, (pointer) => {
    const factors = new Float32Array(backend.linear.memory.buffer, pointer, 2 * channels);
    for (let i = 0; i < channels; i++) {
      const factor = (scales?.[i] ?? 1) / Math.sqrt((variances[i] as number) + varianceEpsilon);
      factors[i] = factor;
      factors[channels + i] = (offsets?.[i] ?? 0) - (means[i] as number) * factor;
    }
    const perChunk = Math.max(1, Math.floor(CHUNK / channels));
    backend.pool.run(JOB_SCALE_SHIFT, Math.ceil(rows / perChunk), [
      backend.pointer(x),
      backend.pointer(out),
      pointer,
      pointer + 4 * channels,
      rows,
      channels,
      perChunk,
    ]);
  });
  return out;
}

export const poolKernels = {
  [MaxPool]: pool(false),
  [AvgPool]: pool(true),
  [MaxPoolGrad]: kernel(maxPoolGrad),
  [FusedBatchNorm]: kernel(batchNorm),
};
