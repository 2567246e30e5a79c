/** What is said of backends and of the opening of a run. */
import type {
  BackendFalls,
  BackendNotes,
  BackendReason,
  BackendReasons,
  Devices,
  OpeningDetails,
  Tilings,
} from '../../../../core/backends.ts';
import { say, type Words } from '../../../problems/words.ts';

const time = (milliseconds: number): string =>
  milliseconds >= 1000 ? `${(milliseconds / 1000).toFixed(1)} 秒` : `${milliseconds.toPrecision(2)} 毫秒`;

export const devices: Words<Devices> = {
  'device.named': ({ name }) => name,
  'device.unnamed': () => '未具名的适配器',
  'device.wasm': ({ relaxed, threads }) =>
    `CPU 上的 WebAssembly ${relaxed ? 'relaxed SIMD' : 'SIMD'}，${threads} 个线程`,
  'device.javaScript': () => 'CPU 上的 JavaScript',
};

/** Why this backend, in a sentence. */
export const backendReasons: Words<BackendReasons> = {
  'reason.chosen': () => '由人选定。',
  'reason.only': () => '这里唯一不靠模拟就能启动的后端。',
  'reason.quickest': ({ among, milliseconds }) => `测过的 ${among} 个中最快的：每步 ${time(milliseconds)}。`,
  'reason.afterLoss': ({ lost, next }) => `后端 ${lost} 的设备丢失。${reasonOf(next)}`,
};
const reasonOf = (reason: BackendReason): string => say(backendReasons, reason);

/** What was found of a candidate, in a table. */
export const backendNotes: Words<BackendNotes> = {
  'note.measured': ({ milliseconds, compiled }) =>
    compiled === null
      ? `每步 ${time(milliseconds)}，实测`
      : `实测：编译后每步 ${time(compiled)}，逐个运算每步 ${time(milliseconds)}`,
  'note.promised': ({ milliseconds, batch }) => `每步约 ${time(milliseconds)}，由大小为 ${batch} 的批量推算`,
  'note.simdIsQuicker': () => '没有试：simd 做同样的事，而且更快',
  'note.lost': () => '它的设备丢失了',
  'note.software': ({ device }) => `软件模拟（${say(devices, device)}），没有试`,
};

/** Why it is slower than it might be, in a sentence. */
export const backendFalls: Words<BackendFalls> = {
  'fall.notIsolated': () => '只有一个线程：页面的服务器没有隔离它（COOP 和 COEP），所以线程不能共享内存。',
  'fall.helpers': ({ threads, wanted }) =>
    `只有 ${threads} 个线程，本应有 ${wanted} 个：其余的没有启动。重新加载页面可以再试一次。`,
  'fall.notRelaxed': ({ because }) => {
    switch (because) {
      case 'unsupported':
        return '没有融合乘加：这个浏览器不提供。';
      case 'missing':
        return '没有融合乘加：没能取到这一部分。重新加载页面可以再试一次。';
      default:
        return because satisfies never;
    }
  },
  // Why that is so follows.
  'fall.javaScript': () => '纯 JavaScript 比 CPU 内核慢约 25 倍。',
};

/** How products are shared out on a GPU, in a sentence. */
export const tilings: Words<Tilings> = {
  'tiles.measured': ({ down, across, groups, among }) =>
    `矩阵乘积分块计算：每个线程最多求 ${down} × ${across} 个和，足够大时至少分给 ${groups} 个工作组。这是在这里试过的 ${among} 种分法中最快的。`,
  'tiles.usual': ({ down, across, groups }) =>
    `矩阵乘积分块计算：每个线程最多求 ${down} × ${across} 个和，足够大时至少分给 ${groups} 个工作组。这是通常的分法，在这里没有试过别的。`,
};

export const openingDetails: Words<OpeningDetails> = {
  'opening.named': ({ name }) => name,
  'opening.starting': ({ id }) => `正在启动 ${id}`,
  'opening.measuring': ({ id }) => `正在测量 ${id} 上的一步`,
};
