import { binaryKernels } from './binary.ts';
import { classKernels } from './classes.ts';
import { convKernels } from './conv.ts';
import type { NativeKernel } from './kernel.ts';
import { largestKernels } from './largest.ts';
import { matMulKernels } from './matMul.ts';
import { memoryKernels } from './memory.ts';
import { batchNormKernels, normKernels } from './norm.ts';
import { poolKernels } from './pool.ts';
import { reduceKernels } from './reduce.ts';
import { shapeKernels } from './shape.ts';
import { unaryKernels } from './unary.ts';

/** Native kernels that stand in front of the JavaScript backend's, by tfjs's name. */
export const nativeKernels: ReadonlyMap<string, NativeKernel> = new Map(
  Object.entries({
    ...matMulKernels,
    ...convKernels,
    ...unaryKernels,
    ...binaryKernels,
    ...reduceKernels,
    ...shapeKernels,
    ...memoryKernels,
    ...poolKernels,
    ...normKernels,
    ...classKernels,
  }),
);

/** Kernels that tfjs's own backends have not. */
export const ownKernels = { ...batchNormKernels, ...largestKernels };
