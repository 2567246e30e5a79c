/**
 * Lets the worker give signs of life inside a step. A step may take a minute on a slow machine, and timers wait for its
 * end; but it is made of hundreds of kernels, and before each there is an occasion to beat.
 */
import {
  getKernelsForBackend,
  type KernelConfig,
  type KernelFunc,
  registerKernel,
  unregisterKernel,
  util,
} from '@tensorflow/tfjs-core';
import type { StartedBackend } from './backend.ts';

/** Told of each beat: the next may take so many milliseconds longer than usual. */
type Listener = (allow: number) => void;
type Call = Parameters<KernelFunc>[0];

const BEAT_MS = 1000;
/** A kernel that may take longer is announced. */
const LONG_MS = 1000;
/** What is granted to a kernel at most, however large. */
const LONGEST_MS = 600_000;
/** A GPU's driver may take so long to compile a kernel that it meets for the first time. */
const COMPILING_MS = 10_000;
/** An emulated GPU may answer a call only when it has caught up with all that was asked before. */
const CATCHING_UP_MS = 30_000;
/** Multiplications per millisecond of the slowest processor that is thought of. */
const SLOWEST = { simd: 300_000, cpu: 15_000 };

let listener: Listener | null = null;
let beatenAt = Number.NEGATIVE_INFINITY;
/** Until then an emulated GPU may be behind. */
let behindUntil = Number.NEGATIVE_INFINITY;

/** Beats from now on, by a timer, and between the kernels of every backend that is started later. */
export function startHeart(told: Listener): void {
  listener = told;
  const byTimer = () => beat(performance.now() < behindUntil ? CATCHING_UP_MS : 0);
  byTimer();
  setInterval(byTimer, BEAT_MS);
}

function beat(allow: number): void {
  beatenAt = performance.now();
  listener?.(allow);
}

const sizeOf = ({ shape }: { readonly shape: readonly number[] }): number => util.sizeFromShape(shape as number[]);

/** Multiplications of a call, or an upper bound; 0 for all that only goes through its tensors once. */
export function multiplicationsOf({ inputs, attrs }: Pick<Call, 'inputs' | 'attrs'>): number {
  const { a, b, x, dy, filter } = inputs;
  // [m, k] · [k, n] takes m·k·n.
  if (a && b && attrs && 'transposeA' in attrs)
    return (sizeOf(a) * sizeOf(b)) / (a.shape.at(attrs.transposeA ? -2 : -1) || 1);
  const kernel = filter ?? (attrs?.filterShape ? { shape: attrs.filterShape as number[] } : null);
  if (!kernel) return 0;
  // Every place of the image meets every weight once; channels are counted with the weights.
  const places = [x, dy].map((image) => (image ? sizeOf(image) / (image.shape.at(-1) || 1) : 0));
  return Math.max(...places) * sizeOf(kernel);
}

/** How many milliseconds a call may take, where that is more than a moment. */
function patienceOf({ id }: StartedBackend, { kernelName }: KernelConfig): (call: Call) => number {
  if (id === 'simd' || id === 'cpu') {
    if (!/Conv|MatMul/.test(kernelName)) return () => 0;
    return (call) => Math.min(LONGEST_MS, multiplicationsOf(call) / SLOWEST[id]);
  }
  let patience = COMPILING_MS;
  return () => {
    const granted = patience;
    patience = 0;
    return granted;
  };
}

function announced(run: KernelFunc, patience: (call: Call) => number): KernelFunc {
  return (call) => {
    const granted = patience(call);
    const isLong = granted > LONG_MS;
    if (isLong || performance.now() - beatenAt > BEAT_MS) beat(isLong ? granted : 0);
    const output = run(call);
    if (isLong) beat(0);
    return output;
  };
}

function behind(run: KernelFunc): KernelFunc {
  return (call) => {
    const now = performance.now();
    behindUntil = now + 2 * BEAT_MS;
    if (now - beatenAt > BEAT_MS / 2) beat(CATCHING_UP_MS);
    return run(call);
  };
}

/** Puts a beat before the kernels of a backend; where nobody listens they stay as they are. */
export function beatBetweenKernels(backend: StartedBackend): void {
  if (!listener) return;
  for (const kernel of getKernelsForBackend(backend.id)) {
    const { kernelName, backendName, kernelFunc } = kernel;
    unregisterKernel(kernelName, backendName);
    const beating = backend.software ? behind(kernelFunc) : announced(kernelFunc, patienceOf(backend, kernel));
    registerKernel({ ...kernel, kernelFunc: beating });
  }
}
