import { FusedBatchNorm, type FusedBatchNormAttrs, type TensorInfo, util } from '@tensorflow/tfjs-core';
import { BATCH_NORM, BATCH_NORM_GRADIENT, type BatchNormAttrs } from '../../core/kernels.ts';
import type { SimdBackend } from '../backend.ts';
import { JOB_NORM_GRADIENT, JOB_NORM_PRODUCTS, JOB_NORM_SQUARES, JOB_SCALE_SHIFT } from '../shared/codes.ts';
import { allFloat, kernel, rowsOfChunk } from './kernel.ts';
import { rowsOfBlock, sumColumns } from './reduce.ts';

/** x as a matrix with a column for each channel. */
const matrixOf = ({ shape }: TensorInfo): readonly [rows: number, channels: number] => {
  const channels = shape.at(-1) ?? 1;
  return [util.sizeFromShape(shape) / channels, channels];
};

/** `parts` factors for each channel, [parts, channels], for as long as `use` runs. */
function withFactors(
  backend: SimdBackend,
  channels: number,
  parts: number,
  use: (factors: Float32Array, pointer: number) => void,
): void {
  backend.borrow(parts * channels * 4, (pointer) => {
    use(new Float32Array(backend.linear.memory.buffer, pointer, parts * channels), pointer);
  });
}

interface Statistics {
  readonly mean: ArrayLike<number>;
  readonly variance: ArrayLike<number>;
  readonly scale: ArrayLike<number> | undefined;
  readonly offset: ArrayLike<number> | undefined;
  readonly epsilon: number;
}

/** out = φ(scale · (x − mean) / √(variance + ε) + offset) */
function apply(backend: SimdBackend, x: TensorInfo, statistics: Statistics, slope: number): TensorInfo {
  const { mean, variance, scale, offset, epsilon } = statistics;
  const [rows, channels] = matrixOf(x);
  const out = backend.output(x.shape, 'float32');
  withFactors(backend, channels, 2, (factors, pointer) => {
    for (let i = 0; i < channels; i++) {
      const factor = (scale?.[i] ?? 1) / Math.sqrt((variance[i] as number) + epsilon);
      factors[i] = factor;
      factors[channels + i] = (offset?.[i] ?? 0) - (mean[i] as number) * factor;
    }
    const perChunk = rowsOfChunk(channels);
    const ints = [backend.pointer(x), backend.pointer(out), pointer, pointer + 4 * channels, rows, channels, perChunk];
    backend.pool.run(JOB_SCALE_SHIFT, Math.ceil(rows / perChunk), ints, [slope]);
  });
  return out;
}

interface BatchNormInputs {
  readonly x: TensorInfo;
  readonly mean: TensorInfo;
  readonly variance: TensorInfo;
  readonly offset?: TensorInfo;
  readonly scale?: TensorInfo;
}

/** With given statistics: tfjs's own kernel. */
function fusedBatchNorm(
  { x, mean, variance, offset, scale }: BatchNormInputs,
  { varianceEpsilon }: FusedBatchNormAttrs,
  backend: SimdBackend,
): TensorInfo | null {
  const given = [mean, variance, ...(offset ? [offset] : []), ...(scale ? [scale] : [])];
  const [rows, channels] = matrixOf(x);
  const perChannel = given.every(({ shape }) => shape.length === 1 && shape[0] === channels);
  if (!allFloat(x, ...given) || !perChannel || !(rows > 0)) return null;
  const statistics = {
    mean: backend.view(mean),
    variance: backend.view(variance),
    scale: scale && backend.view(scale),
    offset: offset && backend.view(offset),
    epsilon: varianceEpsilon,
  };
  return apply(backend, x, statistics, 1);
}

/** With the statistics of x itself. */
function batchNorm(
  { x, scale, offset }: { x: TensorInfo; scale: TensorInfo; offset: TensorInfo },
  { epsilon, slope }: BatchNormAttrs,
  backend: SimdBackend,
): TensorInfo[] {
  const [rows, channels] = matrixOf(x);
  const kept = x.shape.map((n, axis) => (axis === x.shape.length - 1 ? n : 1));
  const [mean, variance] = [backend.output(kept, 'float32'), backend.output(kept, 'float32')];
  sumColumns(backend, backend.pointer(x), backend.pointer(mean), rows, channels, 1 / rows);
  const block = rowsOfBlock(channels);
  const blocks = Math.ceil(rows / block);
  backend.borrow(blocks * channels * 4, (squares) => {
    const ints = [backend.pointer(x), backend.pointer(mean), squares, rows, channels, block];
    backend.pool.run(JOB_NORM_SQUARES, blocks, ints);
    sumColumns(backend, squares, backend.pointer(variance), blocks, channels, 1 / rows);
  });
  const statistics = {
    mean: backend.view(mean),
    variance: backend.view(variance),
    scale: backend.view(scale),
    offset: backend.view(offset),
    epsilon,
  };
  return [apply(backend, x, statistics, slope), mean, variance];
}

type GradientInputs = Readonly<Record<'dy' | 'x' | 'y' | 'scale' | 'mean' | 'variance', TensorInfo>>;

/**
 * With s = √(variance + ε) and n rows: ∂offset = Σ dz, ∂scale = Σ dz · (x − mean) / s, and
 * ∂x = scale / s · (dz − ∂offset / n − (x − mean) / s · ∂scale / n), which is linear in dz and x.
 */
function batchNormGradient(inputs: GradientInputs, { epsilon, slope }: BatchNormAttrs, backend: SimdBackend) {
  const { dy, x, y, scale, mean, variance } = inputs;
  const [rows, channels] = matrixOf(x);
  const dx = backend.output(x.shape, 'float32');
  const [dScale, dOffset] = [backend.output([channels], 'float32'), backend.output([channels], 'float32')];
  const pointers = [dy, x, y].map((tensor) => backend.pointer(tensor));
  const [scales, means, variances] = [backend.view(scale), backend.view(mean), backend.view(variance)];
  const [byScale, byOffset] = [backend.view(dScale), backend.view(dOffset)];

  const block = rowsOfBlock(channels);
  const blocks = Math.ceil(rows / block);
  withFactors(backend, channels, 2, (sums, sumsPointer) => {
    backend.borrow(blocks * 2 * channels * 4, (partial) => {
      const ints = [...pointers, backend.pointer(mean), partial, rows, channels, block];
      backend.pool.run(JOB_NORM_PRODUCTS, blocks, ints, [slope]);
      sumColumns(backend, partial, sumsPointer, blocks, 2 * channels, 1);
    });
    withFactors(backend, channels, 3, (factors, factorsPointer) => {
      for (let i = 0; i < channels; i++) {
        const inverse = 1 / Math.sqrt((variances[i] as number) + epsilon);
        const sum = sums[i] as number;
        const product = (sums[channels + i] as number) * inverse;
        byOffset[i] = sum;
        byScale[i] = product;
        const a = (scales[i] as number) * inverse;
        const b = (-a * inverse * product) / rows;
        factors[i] = a;
        factors[channels + i] = b;
        factors[2 * channels + i] = (-a * sum) / rows - b * (means[i] as number);
      }
      const perChunk = rowsOfChunk(channels);
      const ints = [...pointers, factorsPointer, backend.pointer(dx), rows, channels, perChunk];
      backend.pool.run(JOB_NORM_GRADIENT, Math.ceil(rows / perChunk), ints, [slope]);
    });
  });
  return [dx, dScale, dOffset];
}

export const normKernels = {
  [FusedBatchNorm]: kernel(fusedBatchNorm),
};

/** What tfjs's own backends have no kernel for. */
export const ownKernels = {
  [BATCH_NORM]: kernel(batchNorm),
  [BATCH_NORM_GRADIENT]: kernel(batchNormGradient),
};
