/** Where a step's time goes: a stopwatch around each kernel of a backend that computes before it returns. */
import type { KernelConfig } from '@tensorflow/tfjs-core';
import { getKernelsForBackend, registerKernel, unregisterKernel } from '@tensorflow/tfjs-core';
import { accelerated } from '../../src/engine/headless.ts';

interface KernelTimer {
  /** By kernel, divided by the number of steps taken meanwhile. */
  millisecondsPer(steps: number): Record<string, number>;
  /** Takes the stopwatches away again. */
  stop(): void;
}

export function timeKernels(backendName: string): KernelTimer {
  const spent = new Map<string, number>();
  const timed =
    <Args extends readonly unknown[], Result>(name: string, compute: (...args: Args) => Result) =>
    (...args: Args): Result => {
      const began = performance.now();
      try {
        return compute(...args);
      } finally {
        spent.set(name, (spent.get(name) ?? 0) + performance.now() - began);
      }
    };
  const replace = (kernel: KernelConfig) => {
    unregisterKernel(kernel.kernelName, backendName);
    registerKernel(kernel);
  };

  const kernels = [...getKernelsForBackend(backendName)];
  for (const kernel of kernels) replace({ ...kernel, kernelFunc: timed(kernel.kernelName, kernel.kernelFunc) });
  const fused = accelerated.get(backendName);
  if (fused) accelerated.set(backendName, { ...fused, adam: timed('Adam, fused', fused.adam) });

  return {
    millisecondsPer: (steps) => Object.fromEntries([...spent].map(([name, total]) => [name, total / steps])),
    stop() {
      for (const kernel of kernels) replace(kernel);
      if (fused) accelerated.set(backendName, fused);
    },
  };
}
