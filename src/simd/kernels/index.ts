import { binaryKernels } from './binary.ts';
import { convKernels } from './conv.ts';
import type { NativeKernel } from './kernel.ts';
import { matMulKernels } from './matMul.ts';
import { memoryKernels } from './memory.ts';
import { poolKernels } from './pool.ts';
import { reduceKernels } from './reduce.ts';
import { shapeKernels } from './shape.ts';
import { unaryKernels } from './unary.ts';

/** Every native kernel, by tfjs's name for it. */
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
  }),
);
