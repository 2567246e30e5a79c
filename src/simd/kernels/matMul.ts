import {
  _FusedMatMul,
  BatchMatMul,
  type BatchMatMulAttrs,
  broadcast_util,
  type TensorInfo,
  util,
} from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../backend.ts';
import { multiply } from '../gemm.ts';
import { OPERAND_PLAIN, OPERAND_TRANSPOSED } from '../shared/codes.ts';
import { applyRareActivation, type FusedAttrs, fusedActivation } from './activation.ts';
import { allFloat, kernel } from './kernel.ts';

interface Inputs {
  readonly a: TensorInfo;
  readonly b: TensorInfo;
}
interface FusedInputs extends Inputs {
  readonly bias?: TensorInfo;
  readonly preluActivationWeights?: TensorInfo;
}

/** A batch of matrices: its leading dimensions, then rows and columns as stored. */
const split = ({ shape }: TensorInfo) => ({
  leading: shape.slice(0, -2),
  rows: shape.at(-2) ?? 1,
  columns: shape.at(-1) ?? 1,
});

/** activation(a · b + bias) for a [..., M, K] and b [..., K, N], either of them stored transposed. */
function matMul(inputs: FusedInputs, attrs: BatchMatMulAttrs & FusedAttrs, backend: SimdBackend): TensorInfo | null {
  const { a, b, bias, preluActivationWeights } = inputs;
  const { transposeA, transposeB, activation, leakyreluAlpha = 0.2 } = attrs;
  const [left, right] = [split(a), split(b)];
  const [m, k] = transposeA ? [left.columns, left.rows] : [left.rows, left.columns];
  const [n, kOfB] = transposeB ? [right.rows, right.columns] : [right.columns, right.rows];
  if (k !== kOfB)
    throw new Error(
      `Error in matMul: inner shapes (${k}) and (${kOfB}) of Tensors with shapes ${a.shape} and ${b.shape} must match.`,
    );
  const [aCount, bCount] = [util.sizeFromShape(left.leading), util.sizeFromShape(right.leading)];
  const batch = broadcast_util.assertAndGetBroadcastShape(left.leading, right.leading);
  const count = util.sizeFromShape(batch);
  const mixed = (aCount !== count && aCount !== 1) || (bCount !== count && bCount !== 1);
  if (!allFloat(a, b) || mixed || k === 0) return null;
  if (bias !== undefined && (bias.dtype !== 'float32' || util.sizeFromShape(bias.shape) !== n)) return null;

  const code = fusedActivation(activation);
  const out = backend.output([...batch, m, n], 'float32');
  multiply(backend, {
    m,
    n,
    k,
    a: { pointer: backend.pointer(a), kind: transposeA ? OPERAND_TRANSPOSED : OPERAND_PLAIN, stride: left.columns },
    b: { pointer: backend.pointer(b), kind: transposeB ? OPERAND_TRANSPOSED : OPERAND_PLAIN, stride: right.columns },
    c: backend.pointer(out),
    bias: bias === undefined ? 0 : backend.pointer(bias),
    activation: code ?? 0,
    slope: leakyreluAlpha,
    ...(count > 1 && { batch: { count, aStep: aCount === 1 ? 0 : m * k, bStep: bCount === 1 ? 0 : k * n } }),
  });
  return activation !== undefined && code === null
    ? applyRareActivation(backend, out, activation, preluActivationWeights)
    : out;
}

export const matMulKernels = {
  [BatchMatMul]: kernel<Inputs, BatchMatMulAttrs>(matMul),
  [_FusedMatMul]: kernel<FusedInputs, BatchMatMulAttrs & FusedAttrs>(matMul),
};
