import type { BackendProblems } from '../../../../core/problems/backend.ts';
import type { Words } from '../../../problems/words.ts';

const mebibytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(1);

export const backendProblems: Words<BackendProblems> = {
  'backend.notStarted': ({ id }) => `后端 ${id} 没有启动。`,
  'backend.noWebGpu': () => '这个浏览器不提供 WebGPU。',
  'backend.noAdapter': () => '这个浏览器没有找到 WebGPU 适配器。',
  'backend.adapterSilent': ({ seconds }) => `图形适配器在 ${seconds} 秒内没有回应。`,
  'backend.noWebGl': () => '这个浏览器不向 Worker 提供 WebGL 2。',
  'backend.noKernels': () => 'CPU 内核无法在这里运行。',
  'backend.kernelsMissing': () => '没能取到 CPU 内核。',
  'backend.noSimd': () => '这个浏览器没有 WebAssembly SIMD，而 CPU 内核正是用它写成的。',
  'backend.noMemory': () => '这个浏览器不给 CPU 后端分配内存。',
  'backend.none': () => '没有任何后端能在这个浏览器中启动。请更新浏览器，或换一个试试。',
  'backend.lost': ({ id, told }) =>
    `后端 ${id} 的设备丢失${told && `（${told}）`}。点“继续”，会换一个后端从最近的正常状态接着训练。`,
  'backend.gone': ({ id }) => `后端 ${id} 的设备丢失。请选择另一个后端，或重新加载页面。`,
  'backend.full': ({ bytes, used }) =>
    `CPU 后端内存不足：已用 ${mebibytes(used)} MiB，再要 ${mebibytes(bytes)} MiB 就放不下了。请选较小的批量或宽度。`,
};
