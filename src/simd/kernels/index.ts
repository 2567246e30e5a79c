import { convKernels } from './conv.ts';
import type { NativeKernel } from './kernel.ts';
import { matMulKernels } from './matMul.ts';

/** Every native kernel, by tfjs's name for it. */
export const nativeKernels: ReadonlyMap<string, NativeKernel> = new Map(
  Object.entries({
    ...matMulKernels,
    ...convKernels,
  }),
);
