import {
  getKernelsForBackend,
  registerBackend,
  registerKernel,
  removeBackend,
  type TensorInfo,
  unregisterKernel,
} from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import type { BackendFall } from '../core/backends.ts';
import { recorded } from '../program/recorded.ts';
import { SimdBackend, type WinogradUse } from './backend.ts';
import { mayShareMemory, processors } from './host.ts';
import { nativeKernels, ownKernels } from './kernels/index.ts';
import { type Kernels, loadKernels } from './loadKernels.ts';
import { LinearMemory } from './memory.ts';
import { Pool } from './pool.ts';

const NAME = 'simd';

export interface SimdOptions {
  /** Threads including the calling one; by default as many as the machine has. One where memory cannot be shared. */
  readonly threads?: number;
  /** False: use the binary without fused multiply-add even where the other would run. */
  readonly relaxed?: boolean;
  /** Most bytes that tensors may take; 2 GiB by default. */
  readonly memoryLimit?: number;
  /** Which convolutions are computed with fewer multiplications (docs/simd.md); by default those that gain by it. */
  readonly winograd?: WinogradUse;
}

export interface RegisteredSimd {
  readonly name: typeof NAME;
  readonly threads: number;
  /** Whether multiply and add are fused: results differ in the last bits between the two binaries. */
  readonly relaxed: boolean;
  /** Why it is not on more threads or on the faster binary; most weighty first. */
  readonly falls: readonly BackendFall[];
  /** Ends the threads and takes the backend out of tfjs; its tensors are lost. */
  dispose(): void;
}

/** Kernels of the JavaScript backend work on our memory as they are; native ones stand in front of them. */
function registerKernels(): void {
  for (const borrowed of getKernelsForBackend('cpu')) {
    const native = nativeKernels.get(borrowed.kernelName);
    registerKernel({
      ...borrowed,
      backendName: NAME,
      kernelFunc: recorded(borrowed.kernelName, (call) => {
        const backend = call.backend as SimdBackend;
        return native?.(call.inputs, call.attrs ?? {}, backend) ?? backend.runBorrowed(() => borrowed.kernelFunc(call));
      }),
    });
  }
  for (const [kernelName, run] of Object.entries(ownKernels)) {
    registerKernel({
      kernelName,
      backendName: NAME,
      kernelFunc: recorded(
        kernelName,
        ({ inputs, attrs, backend }) => run(inputs, attrs ?? {}, backend as SimdBackend) as TensorInfo[],
      ),
    });
  }
}

/** What is missing beside all threads that were wanted, on the faster binary. */
function fallsOf({ fell }: Kernels, threads: number, wanted: number, shared: boolean): readonly BackendFall[] {
  const falls: BackendFall[] = [];
  if (!shared && wanted > 1) falls.push({ code: 'fall.notIsolated' });
  else if (threads < wanted) falls.push({ code: 'fall.helpers', threads, wanted });
  if (fell) falls.push({ code: 'fall.notRelaxed', because: fell });
  return falls;
}

/**
 * Starts the CPU backend and registers it with tfjs as `simd`, without making it the current one.
 * @throws EngineError `backend-unavailable` when WebAssembly SIMD or memory for it is missing.
 */
export async function registerSimdBackend(options: SimdOptions = {}): Promise<RegisteredSimd> {
  const kernels = await loadKernels(options.relaxed ?? true);
  const wanted = Math.max(1, options.threads ?? processors());
  const shared = mayShareMemory();
  const create = () => {
    const linear = new LinearMemory(options.memoryLimit ?? 2 ** 31);
    return new SimdBackend(linear, new Pool(kernels, linear, shared ? wanted : 1), options.winograd);
  };
  // Made now, so that what is missing is missed now. Later calls follow a reset of tfjs, which disposes it.
  let first: SimdBackend | null = create();
  const threads = await first.pool.started;
  registerBackend(NAME, () => {
    const backend = first ?? create();
    first = null;
    return backend;
  });
  registerKernels();
  return {
    name: NAME,
    threads,
    relaxed: kernels.relaxed,
    falls: fallsOf(kernels, threads, wanted, shared),
    dispose() {
      removeBackend(NAME);
      first?.dispose();
      for (const { kernelName } of getKernelsForBackend(NAME)) unregisterKernel(kernelName, NAME);
    },
  };
}
