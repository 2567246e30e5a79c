import type { BackendProblems } from '../../core/problems/backend.ts';
import type { Words } from './words.ts';

const mebibytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(1);

export const backendProblems: Words<BackendProblems> = {
  'backend.notStarted': ({ id }) => `The ${id} backend did not start.`,
  'backend.noWebGpu': () => 'This browser offers no WebGPU.',
  'backend.noAdapter': () => 'This browser found no WebGPU adapter.',
  'backend.adapterSilent': ({ seconds }) => `The graphics adapter did not answer within ${seconds} seconds.`,
  'backend.noWebGl': () => 'This browser offers no WebGL 2 to a worker.',
  'backend.noKernels': () => 'The CPU kernels cannot run here.',
  'backend.kernelsMissing': () => 'The CPU kernels could not be fetched.',
  'backend.noSimd': () => 'This browser has no WebAssembly SIMD, of which the CPU kernels are made.',
  'backend.noMemory': () => 'This browser grants no memory for the CPU backend.',
  'backend.none': () => 'No backend started in this browser. Update it, or try another one.',
  'backend.lost': ({ id, told }) =>
    `The ${id} device was lost${told && ` (${told})`}. Resume to go on from the last good state on another backend.`,
  'backend.gone': ({ id }) => `The ${id} device was lost. Choose another backend, or reload the page.`,
  'backend.full': ({ bytes, used }) =>
    `The CPU backend is out of memory: ${mebibytes(bytes)} MiB more than the ${mebibytes(used)} MiB in use do not fit. Choose a smaller batch or width.`,
};
