/** What the engine says of the backends it tries. The sentences are in `i18n/problems/backends.ts`. */
import type { Bare, Coded } from './coded.ts';
import type { BackendId } from './config.ts';
import type { Problem } from './problems.ts';

/** What computes. */
export interface Devices {
  /** An adapter or renderer, as the browser names it. */
  'device.named': { readonly name: string };
  'device.unnamed': Bare;
  /** The CPU, in WebAssembly; `relaxed` with fused multiply-add. */
  'device.wasm': { readonly relaxed: boolean; readonly threads: number };
  /** The CPU, in plain JavaScript. */
  'device.javaScript': Bare;
}
export type Device = Coded<Devices>;

/** Why this backend was taken. */
export interface BackendReasons {
  'reason.chosen': Bare;
  'reason.only': Bare;
  /** Of so many that were measured. */
  'reason.quickest': { readonly among: number; readonly milliseconds: number };
  'reason.afterLoss': { readonly lost: BackendId; readonly next: BackendReason };
}
export type BackendReason = Coded<BackendReasons>;

/** What was found of a candidate; milliseconds are those of one training step. */
export interface BackendNotes {
  /** Operation by operation, and compiled where that could be measured. */
  'note.measured': { readonly milliseconds: number; readonly compiled: number | null };
  /** From a step of a smaller batch. */
  'note.promised': { readonly milliseconds: number; readonly batch: number };
  /** Not tried, because simd does the same. */
  'note.simdIsQuicker': Bare;
  'note.lost': Bare;
  'note.software': { readonly device: Device };
}
export type BackendNote =
  | Coded<BackendNotes>
  /** It did not start, or failed at a step. */
  | { readonly code: 'note.failed'; readonly why: Problem };

/** Why the CPU computes more slowly than it might. */
export interface BackendFalls {
  /** One thread, because the page's server does not let threads share memory. */
  'fall.notIsolated': Bare;
  /** Fewer threads, because the others did not start. */
  'fall.helpers': { readonly threads: number; readonly wanted: number };
  /** Without fused multiply-add: the browser has none, or that binary could not be fetched. */
  'fall.notRelaxed': { readonly because: 'unsupported' | 'missing' };
  /** No WebAssembly at all. */
  'fall.javaScript': { readonly why: Problem };
}
export type BackendFall = Coded<BackendFalls>;

/** How a GPU's products are shared out: a thread makes so many sums at most, down and across, in so many workgroups at least. */
interface Shares {
  readonly down: number;
  readonly across: number;
  readonly groups: number;
}

/** Which way that is, of those that might suit it. */
export interface Tilings {
  /** The quickest of so many that were tried on this device. */
  'tiles.measured': Shares & { readonly among: number };
  /** As ever: a GPU that is emulated, too slow to try them, or that refused. */
  'tiles.usual': Shares;
}
export type Tiling = Coded<Tilings>;

/** What a run is waiting for while it opens. */
export interface OpeningDetails {
  /** The data set, or the recipe whose networks are built. */
  'opening.named': { readonly name: string };
  'opening.starting': { readonly id: BackendId };
  'opening.measuring': { readonly id: BackendId };
}
export type OpeningDetail = Coded<OpeningDetails>;
