import {
  backend_util,
  Conv2D,
  type Conv2DAttrs,
  Conv2DBackpropFilter,
  type Conv2DBackpropFilterAttrs,
  Conv2DBackpropInput,
  type Conv2DBackpropInputAttrs,
  FusedConv2D,
  type TensorInfo,
  util,
} from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../backend.ts';
import { copyStrided } from '../copy.ts';
import { multiply, packB } from '../gemm.ts';
import {
  JOB_CONV_INPUT,
  JOB_FILL,
  OPERAND_PATCHES,
  OPERAND_PATCHES_TRANSPOSED,
  OPERAND_PLAIN,
  OPERAND_TRANSPOSED,
  OPERAND_WINDOWS,
} from '../shared/codes.ts';
import { CHUNK, KC, NR } from '../shared/layout.ts';
import { convolve, gradientOfFilter, winogradOf } from '../winograd.ts';
import { applyRareActivation, type FusedAttrs, fusedActivation } from './activation.ts';
import { allFloat, kernel } from './kernel.ts';

type Info = backend_util.Conv2DInfo;
type Shape4 = [number, number, number, number];

/** The geometry's integers, in the order of assembly/patches.ts. */
export const geometryOf = (image: number, info: Info): readonly number[] => [
  image,
  info.inHeight,
  info.inWidth,
  info.inChannels,
  info.filterWidth,
  info.strideHeight,
  info.strideWidth,
  info.padInfo.top,
  info.padInfo.left,
  info.dilationHeight,
  info.dilationWidth,
  info.outHeight,
  info.outWidth,
];

/** Output pixels of the whole batch: rows of the patch matrix. */
const pixelsOf = (info: Info): number => info.batchSize * info.outHeight * info.outWidth;
/** Taps times input channels: columns of the patch matrix. */
const patchOf = (info: Info): number => info.filterHeight * info.filterWidth * info.inChannels;
/** Whether dy has the shape that this convolution would put out: tfjs does not check it. */
const fits = (dy: TensorInfo, info: Info): boolean => util.arraysEqual(dy.shape, info.outShape);
const isEmpty = (info: Info): boolean => pixelsOf(info) === 0 || patchOf(info) === 0 || info.outChannels === 0;

/** With so few numbers in a line of its window, a convolution spends more time on gathering these than on arithmetic. */
const SHORT_LINE = 16;
/** Taps times channels that are gathered at a time. */
const FEW_TAPS = KC;

const hasShortLines = (info: Info): boolean =>
  info.filterWidth * info.inChannels < SHORT_LINE &&
  patchOf(info) <= FEW_TAPS &&
  info.dilationWidth === 1 &&
  info.dilationHeight === 1;

/** Gives `use` an image with its padding around it, so that windows never reach beyond it. */
function padded(backend: SimdBackend, image: number, info: Info, use: (image: number, info: Info) => void): void {
  const { batchSize, inHeight, inWidth, inChannels, padInfo } = info;
  const { top, bottom, left, right } = padInfo;
  if (top + bottom + left + right === 0) {
    use(image, info);
    return;
  }
  const [height, width] = [top + inHeight + bottom, left + inWidth + right];
  const [line, ownLine] = [width * inChannels, inWidth * inChannels];
  const size = batchSize * height * line;
  backend.borrow(4 * size, (around) => {
    backend.pool.run(JOB_FILL, Math.ceil(size / CHUNK), [around, size, 0]);
    const own = { pointer: image, strides: [inHeight * ownLine, ownLine, 1] };
    const inside = { pointer: around + 4 * (top * line + left * inChannels), strides: [height * line, line, 1] };
    copyStrided(backend, [batchSize, inHeight, ownLine], own, inside);
    use(around, { ...info, inHeight: height, inWidth: width, padInfo: { ...padInfo, top: 0, left: 0 } });
  });
}

/** What a convolution and its gradients are told; gradients are told no dilations. */
type Attrs = Pick<Conv2DAttrs, 'strides' | 'pad' | 'dimRoundingMode' | 'dataFormat'> &
  Partial<Pick<Conv2DAttrs, 'dilations'>>;

/** @param image its shape, as that of `filter` */
export const convInfo = (image: readonly number[], filter: readonly number[], attrs: Attrs): Info =>
  backend_util.computeConv2DInfo(
    [...image] as Shape4,
    [...filter] as Shape4,
    attrs.strides,
    attrs.dilations ?? 1,
    attrs.pad,
    attrs.dimRoundingMode,
    false,
    backend_util.convertConv2DDataFormat(attrs.dataFormat),
  );

interface ConvInputs {
  readonly x: TensorInfo;
  /** [kernel height, kernel width, input channels, output channels] */
  readonly filter: TensorInfo;
  readonly bias?: TensorInfo;
  readonly preluActivationWeights?: TensorInfo;
}

/** patches(x) [pixels, taps · in] · filter [taps · in, out] */
function conv2d(inputs: ConvInputs, attrs: Conv2DAttrs & FusedAttrs, backend: SimdBackend): TensorInfo | null {
  const { x, filter, bias, preluActivationWeights } = inputs;
  const { dataFormat, activation, leakyreluAlpha = 0.2 } = attrs;
  const info = convInfo(x.shape, filter.shape, attrs);
  if (!allFloat(x, filter) || dataFormat !== 'NHWC' || isEmpty(info)) return null;
  if (bias !== undefined && util.sizeFromShape(bias.shape) !== info.outChannels) return null;
  const code = fusedActivation(activation);
  const out = backend.output(info.outShape, 'float32');
  const [image, weights, outputs] = [x, filter, out].map((one) => backend.pointer(one)) as [number, number, number];
  const epilogue = {
    bias: bias === undefined ? 0 : backend.pointer(bias),
    activation: code ?? 0,
    slope: leakyreluAlpha,
  };
  const product = (kind: typeof OPERAND_PATCHES | typeof OPERAND_WINDOWS, from: number, geometry: Info) =>
    multiply(backend, {
      m: pixelsOf(info),
      n: info.outChannels,
      k: patchOf(info),
      a: { pointer: 0, kind, stride: 0 },
      b: { pointer: weights, kind: OPERAND_PLAIN, stride: info.outChannels },
      c: outputs,
      ...epilogue,
      geometry: geometryOf(from, geometry),
    });
  const winograd = winogradOf(backend, info);
  if (winograd) convolve(backend, winograd, { image, filter: weights, outputs, ...epilogue }, false);
  else if (hasShortLines(info)) padded(backend, image, info, (...around) => product(OPERAND_WINDOWS, ...around));
  else product(OPERAND_PATCHES, image, info);
  return activation !== undefined && code === null
    ? applyRareActivation(backend, out, activation, preluActivationWeights)
    : out;
}

/** patches(x)ᵀ [taps · in, pixels] · dy [pixels, out] */
function conv2dFilter(
  inputs: { x: TensorInfo; dy: TensorInfo },
  attrs: Conv2DBackpropFilterAttrs,
  backend: SimdBackend,
): TensorInfo | null {
  const { x, dy } = inputs;
  const { dataFormat, filterShape } = attrs;
  const info = convInfo(x.shape, filterShape, attrs);
  if (!allFloat(x, dy) || !fits(dy, info) || dataFormat !== 'NHWC' || isEmpty(info)) return null;
  const out = backend.output(filterShape, 'float32');
  const [image, gradient, outputs] = [x, out, dy].map((one) => backend.pointer(one)) as [number, number, number];
  const winograd = winogradOf(backend, info);
  if (winograd) {
    gradientOfFilter(backend, winograd, { image, filter: gradient, outputs });
    return out;
  }
  multiply(backend, {
    m: patchOf(info),
    n: info.outChannels,
    k: pixelsOf(info),
    a: { pointer: 0, kind: OPERAND_PATCHES_TRANSPOSED, stride: 0 },
    b: { pointer: outputs, kind: OPERAND_PLAIN, stride: info.outChannels },
    c: gradient,
    geometry: geometryOf(image, info),
  });
  return out;
}

/** dy [pixels, out] · filterᵀ [out, taps · in], added up where patches overlap. */
function conv2dInput(
  inputs: { dy: TensorInfo; filter: TensorInfo },
  attrs: Conv2DBackpropInputAttrs,
  backend: SimdBackend,
): TensorInfo | null {
  const { dy, filter } = inputs;
  const { inputShape, dataFormat } = attrs;
  const info = convInfo(inputShape, filter.shape, attrs);
  if (!allFloat(dy, filter) || !fits(dy, info) || dataFormat !== 'NHWC' || isEmpty(info)) return null;
  const out = backend.output(inputShape, 'float32');
  const [image, weights, outputs] = [out, filter, dy].map((one) => backend.pointer(one)) as [number, number, number];
  const winograd = winogradOf(backend, info);
  if (winograd) {
    convolve(backend, winograd, { image, filter: weights, outputs }, true);
    return out;
  }
  const [n, k] = [patchOf(info), info.outChannels];
  backend.borrow(Math.ceil(n / NR) * NR * k * 4, (panels) => {
    packB(backend, { pointer: weights, kind: OPERAND_TRANSPOSED, stride: k }, n, k, panels);
    const unused = Array<number>(20).fill(0); // up to the geometry
    backend.pool.run(JOB_CONV_INPUT, info.batchSize, [outputs, panels, n, k, ...unused, ...geometryOf(image, info)]);
  });
  return out;
}

export const convKernels = {
  [Conv2D]: kernel<ConvInputs, Conv2DAttrs>(conv2d),
  [FusedConv2D]: kernel<ConvInputs, Conv2DAttrs & FusedAttrs>(conv2d),
  [Conv2DBackpropFilter]: kernel(conv2dFilter),
  [Conv2DBackpropInput]: kernel(conv2dInput),
};
