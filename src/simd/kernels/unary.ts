import {
  Abs,
  ClipByValue,
  Elu,
  Exp,
  LeakyRelu,
  Log,
  Neg,
  Reciprocal,
  Relu,
  Relu6,
  Rsqrt,
  Sigmoid,
  Softplus,
  Sqrt,
  Square,
  Step,
  Tanh,
  type TensorInfo,
  util,
} from '@tensorflow/tfjs-core';
import * as codes from '../shared/codes.ts';
import { CHUNK } from '../shared/layout.ts';
import { allFloat, kernel } from './kernel.ts';

interface Input {
  readonly x: TensorInfo;
}

/** An element-wise function; `parameters` reads from the attributes what the operation takes. */
const unary = <Attrs = object>(operation: number, parameters: (attrs: Attrs) => readonly number[] = () => []) =>
  kernel<Input, Attrs>(({ x }, attrs, backend) => {
    if (!allFloat(x)) return null;
    const out = backend.output(x.shape, 'float32');
    const size = util.sizeFromShape(x.shape);
    const ints = [backend.pointer(x), backend.pointer(out), size, operation];
    backend.pool.run(codes.JOB_UNARY, Math.ceil(size / CHUNK), ints, parameters(attrs));
    return out;
  });

export const unaryKernels = {
  [Abs]: unary(codes.UNARY_ABS),
  [Neg]: unary(codes.UNARY_NEG),
  [Square]: unary(codes.UNARY_SQUARE),
  [Sqrt]: unary(codes.UNARY_SQRT),
  [Rsqrt]: unary(codes.UNARY_RSQRT),
  [Reciprocal]: unary(codes.UNARY_RECIPROCAL),
  [Exp]: unary(codes.UNARY_EXP),
  [Log]: unary(codes.UNARY_LOG),
  [Relu]: unary(codes.UNARY_RELU),
  [Relu6]: unary(codes.UNARY_CLIP, () => [0, 6]),
  [LeakyRelu]: unary<{ alpha: number }>(codes.UNARY_LEAKY_RELU, ({ alpha }) => [alpha]),
  [Step]: unary<{ alpha: number }>(codes.UNARY_STEP, ({ alpha }) => [alpha]),
  [Sigmoid]: unary(codes.UNARY_SIGMOID),
  [Tanh]: unary(codes.UNARY_TANH),
  [Softplus]: unary(codes.UNARY_SOFTPLUS),
  [Elu]: unary(codes.UNARY_ELU),
  [ClipByValue]: unary<{ clipValueMin: number; clipValueMax: number }>(codes.UNARY_CLIP, (attrs) => [
    attrs.clipValueMin,
    attrs.clipValueMax,
  ]),
};
