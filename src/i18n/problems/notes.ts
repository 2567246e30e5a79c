/** What is said of backends and of the opening of a run, in English. */
import type {
  BackendFalls,
  BackendNotes,
  BackendReason,
  BackendReasons,
  Devices,
  OpeningDetails,
  Tilings,
} from '../../core/backends.ts';
import { say, type Words } from './words.ts';

const time = (milliseconds: number): string =>
  milliseconds >= 1000 ? `${(milliseconds / 1000).toFixed(1)} s` : `${milliseconds.toPrecision(2)} ms`;

export const devices: Words<Devices> = {
  'device.named': ({ name }) => name,
  'device.unnamed': () => 'unnamed adapter',
  'device.wasm': ({ relaxed, threads }) =>
    `WebAssembly ${relaxed ? 'relaxed SIMD' : 'SIMD'} on the CPU, ${threads === 1 ? '1 thread' : `${threads} threads`}`,
  'device.javaScript': () => 'JavaScript on the CPU',
};

/** Why this backend, in a sentence. */
export const backendReasons: Words<BackendReasons> = {
  'reason.chosen': () => 'Chosen by hand.',
  'reason.only': () => 'The only backend that starts here without emulation.',
  'reason.quickest': ({ among, milliseconds }) =>
    `The quickest of ${among} that were measured: ${time(milliseconds)} a step.`,
  'reason.afterLoss': ({ lost, next }) => `The ${lost} device was lost. ${reasonOf(next)}`,
};
const reasonOf = (reason: BackendReason): string => say(backendReasons, reason);

/** What was found of a candidate, in a table. */
export const backendNotes: Words<BackendNotes> = {
  'note.measured': ({ milliseconds, compiled }) =>
    compiled === null
      ? `${time(milliseconds)} a step, measured`
      : `measured: ${time(compiled)} a step compiled, ${time(milliseconds)} operation by operation`,
  'note.promised': ({ milliseconds, batch }) => `about ${time(milliseconds)} a step, from a batch of ${batch}`,
  'note.simdIsQuicker': () => 'not tried: simd does the same, and quicker',
  'note.lost': () => 'its device was lost',
  'note.software': ({ device }) => `a software emulation (${say(devices, device)}), not tried`,
};

/** Why it is slower than it might be, in a sentence. */
export const backendFalls: Words<BackendFalls> = {
  'fall.notIsolated': () =>
    'One thread only: the server of this page does not isolate it (COOP and COEP), so threads may not share memory.',
  'fall.helpers': ({ threads, wanted }) =>
    `${threads === 1 ? 'One thread' : `${threads} threads`} instead of ${wanted}: the others did not start. Load the page again to try once more.`,
  'fall.notRelaxed': ({ because }) => {
    switch (because) {
      case 'unsupported':
        return 'Without fused multiply-add, which this browser does not offer.';
      case 'missing':
        return 'Without fused multiply-add: that part could not be fetched. Load the page again to try once more.';
      default:
        return because satisfies never;
    }
  },
  // Why that is so follows.
  'fall.javaScript': () => 'Plain JavaScript is about 25 times slower than the CPU kernels.',
};

/** How products are shared out on a GPU, in a sentence. */
export const tilings: Words<Tilings> = {
  'tiles.measured': ({ down, across, groups, among }) =>
    `Products in tiles of up to ${down} × ${across} sums a thread, in ${groups} workgroups or more where they are large enough: the quickest of ${among} ways that were tried here.`,
  'tiles.usual': ({ down, across, groups }) =>
    `Products in tiles of up to ${down} × ${across} sums a thread, in ${groups} workgroups or more where they are large enough, as usual: no others were tried here.`,
};

export const openingDetails: Words<OpeningDetails> = {
  'opening.named': ({ name }) => name,
  'opening.starting': ({ id }) => `Starting ${id}`,
  'opening.measuring': ({ id }) => `Measuring a step on ${id}`,
};
