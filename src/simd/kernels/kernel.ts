import type { NamedAttrMap, NamedTensorInfoMap, TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../backend.ts';
import { CHUNK } from '../shared/layout.ts';

/**
 * A native kernel. It returns null for what it does not cover (another dtype, a rare option), and then the
 * JavaScript backend's kernel computes it.
 */
export type NativeKernel = (
  inputs: NamedTensorInfoMap,
  attrs: NamedAttrMap,
  backend: SimdBackend,
) => TensorInfo | TensorInfo[] | null;

/** A native kernel with the types of its inputs and attributes, which tfjs itself does not check. */
export const kernel = <Inputs, Attrs>(
  run: (inputs: Inputs, attrs: Attrs, backend: SimdBackend) => TensorInfo | TensorInfo[] | null,
): NativeKernel => run as unknown as NativeKernel;

/** Whether all of these are float32. */
export const allFloat = (...tensors: readonly TensorInfo[]): boolean =>
  tensors.every(({ dtype }) => dtype === 'float32');

/** Rows of so many elements that make one chunk of an element-wise job. */
export const rowsOfChunk = (length: number): number => Math.max(1, Math.floor(CHUNK / length));
