import { type backend_util, getKernel, type TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../backend.ts';
import {
  ACTIVATION_LEAKY_RELU,
  ACTIVATION_LINEAR,
  ACTIVATION_RELU,
  ACTIVATION_RELU6,
  ACTIVATION_SIGMOID,
} from '../shared/codes.ts';

export type Activation = backend_util.Activation;

/** What the fused kernels of tfjs are told about bias and activation. */
export interface FusedAttrs {
  readonly activation?: Activation;
  readonly leakyreluAlpha?: number;
}

/** The code of an activation that the matrix product applies itself; null for the rare others. */
export function fusedActivation(activation: Activation = 'linear'): number | null {
  switch (activation) {
    case 'linear':
      return ACTIVATION_LINEAR;
    case 'relu':
      return ACTIVATION_RELU;
    case 'relu6':
      return ACTIVATION_RELU6;
    case 'leakyrelu':
      return ACTIVATION_LEAKY_RELU;
    case 'sigmoid':
      return ACTIVATION_SIGMOID;
    case 'elu':
    case 'prelu':
      return null;
    default:
      return activation satisfies never;
  }
}

/** Applies one of the rare activations by its own kernel; disposes of `x`. */
export function applyRareActivation(
  backend: SimdBackend,
  x: TensorInfo,
  activation: Activation,
  alpha?: TensorInfo,
): TensorInfo {
  const [name, inputs] = activation === 'elu' ? ['Elu', { x }] : ['Prelu', { x, alpha }];
  const result = getKernel(name as string, 'simd').kernelFunc({
    inputs: inputs as never,
    backend,
    attrs: {},
  }) as TensorInfo;
  backend.disposeIntermediateTensorInfo(x);
  return result;
}
