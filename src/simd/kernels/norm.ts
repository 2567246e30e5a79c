import { FusedBatchNorm, type FusedBatchNormAttrs, type TensorInfo, util } from '@tensorflow/tfjs-core';
import { BATCH_NORM, BATCH_NORM_GRADIENT, type BatchNormAttrs } from '../../core/kernels.ts';
import type { SimdBackend } from '../backend.ts';
import { halves } from '../halves.ts';
import {
  JOB_NORM_FACTORS,
  JOB_NORM_GRADIENT,
  JOB_NORM_GRADIENT_FACTORS,
  JOB_NORM_PRODUCTS,
  JOB_NORM_SQUARES,
  JOB_SCALE_SHIFT,
} from '../shared/codes.ts';
import { allFloat, kernel, rowsOfChunk } from './kernel.ts';
import { rowsOfBlock, sumColumns } from './reduce.ts';

/** x as a matrix with a column for each channel. */
const matrixOf = ({ shape }: TensorInfo): readonly [rows: number, channels: number] => {
  const channels = shape.at(-1) ?? 1;
  return [util.sizeFromShape(shape) / channels, channels];
};

interface Statistics {
  /** Addresses; 0 where there is none. */
  readonly mean: number;
  readonly variance: number;
  readonly scale: number;
  readonly offset: number;
  readonly epsilon: number;
}

/** out = φ(scale · (x − mean) / √(variance + ε) + offset) */
function apply(backend: SimdBackend, x: TensorInfo, statistics: Statistics, slope: number): TensorInfo {
  const { mean, variance, scale, offset, epsilon } = statistics;
  const [rows, channels] = matrixOf(x);
  const out = backend.output(x.shape, 'float32');
  backend.borrow(2 * channels * 4, (factors) => {
    const known = [mean, variance, scale, offset, factors, channels, ...halves(epsilon)];
    backend.pool.run(JOB_NORM_FACTORS, 1, known);
    const perChunk = rowsOfChunk(channels);
    const ints = [backend.pointer(x), backend.pointer(out), factors, factors + 4 * channels, rows, channels, perChunk];
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
    mean: backend.pointer(mean),
    variance: backend.pointer(variance),
    scale: scale ? backend.pointer(scale) : 0,
    offset: offset ? backend.pointer(offset) : 0,
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
    mean: backend.pointer(mean),
    variance: backend.pointer(variance),
    scale: backend.pointer(scale),
    offset: backend.pointer(offset),
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

  const block = rowsOfBlock(channels);
  const blocks = Math.ceil(rows / block);
  backend.borrow(2 * channels * 4, (sums) => {
    backend.borrow(blocks * 2 * channels * 4, (partial) => {
      const ints = [...pointers, backend.pointer(mean), partial, rows, channels, block];
      backend.pool.run(JOB_NORM_PRODUCTS, blocks, ints, [slope]);
      sumColumns(backend, partial, sums, blocks, 2 * channels, 1);
    });
    backend.borrow(3 * channels * 4, (factors) => {
      const known = [sums, ...[scale, mean, variance, dScale, dOffset].map((tensor) => backend.pointer(tensor))];
      backend.pool.run(JOB_NORM_GRADIENT_FACTORS, 1, [...known, factors, rows, channels, 0, ...halves(epsilon)]);
      const perChunk = rowsOfChunk(channels);
      const ints = [...pointers, factors, backend.pointer(dx), rows, channels, perChunk];
      backend.pool.run(JOB_NORM_GRADIENT, Math.ceil(rows / perChunk), ints, [slope]);
    });
  });
  return [dx, dScale, dOffset];
}

export const normKernels = {
  [FusedBatchNorm]: kernel(fusedBatchNorm),
};

/** What tfjs's own backends have no kernel for. */
export const batchNormKernels = {
  [BATCH_NORM]: kernel(batchNorm),
  [BATCH_NORM_GRADIENT]: kernel(batchNormGradient),
};
