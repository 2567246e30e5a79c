import { getKernelsForBackend, type KernelFunc, registerKernel, unregisterKernel } from '@tensorflow/tfjs-core';
import { recording, type SeenInputs } from '../program/recording.ts';

/** A kernel that tells whoever writes down what is computed; kernels that it calls itself are its own affair. */
const recorded =
  (kernelName: string, run: KernelFunc): KernelFunc =>
  (call) => {
    const recorder = recording.now;
    if (!recorder) return run(call);
    recording.now = null;
    try {
      const made = run(call);
      recorder.ran(kernelName, call.inputs as SeenInputs, call.attrs ?? {}, Array.isArray(made) ? made : [made]);
      return made;
    } finally {
      recording.now = recorder;
    }
  };

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
