/** What can be wrong with a backend and its device. */
import type { Bare } from '../coded.ts';
import type { BackendId } from '../config.ts';

export interface BackendProblems {
  'backend.notStarted': { readonly id: BackendId };
  'backend.noWebGpu': Bare;
  'backend.noAdapter': Bare;
  /** Asked for an adapter or a device, the driver said nothing for so long. */
  'backend.adapterSilent': { readonly seconds: number };
  'backend.noWebGl': Bare;
  'backend.noKernels': Bare;
  /** They could not be fetched. */
  'backend.kernelsMissing': Bare;
  /** Without SIMD no kernel runs. */
  'backend.noSimd': Bare;
  'backend.noMemory': Bare;
  /** None starts in this browser. */
  'backend.none': Bare;
  /** The device goes; `told` is what the browser says of it, or empty. */
  'backend.lost': { readonly id: BackendId; readonly told: string };
  /** It was lost earlier, and is asked for again. */
  'backend.gone': { readonly id: BackendId };
  /** So many bytes more than those in use do not fit. */
  'backend.full': { readonly bytes: number; readonly used: number };
}
