import { getKernelsForBackend, type KernelFunc, registerKernel, unregisterKernel } from '@tensorflow/tfjs-core';
import { recorded } from '../program/recorded.ts';

const done = new WeakSet<KernelFunc>();

/** Lets the kernels of tfjs's WebGPU backend tell whoever writes a step down. */
export function recordKernels(): void {
  for (const kernel of getKernelsForBackend('webgpu')) {
    const { kernelName, backendName, kernelFunc } = kernel;
    if (done.has(kernelFunc)) continue;
    unregisterKernel(kernelName, backendName);
    const telling = recorded(kernelName, kernelFunc);
    done.add(telling);
    registerKernel({ ...kernel, kernelFunc: telling });
  }
}
