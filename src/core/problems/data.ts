/** What can be wrong with the data sets that come with the page. */
import type { Bare, Coded } from '../coded.ts';

/** Why a file did not come. */
export interface FetchFaults {
  'fetch.status': { readonly status: number };
  'fetch.network': Bare;
  'fetch.early': Bare;
}
export type FetchFault = Coded<FetchFaults>;

/** What is wrong with a manifest; what it says instead is given as JSON. */
export interface ManifestFaults {
  'manifest.noObject': Bare;
  'manifest.format': { readonly found: string; readonly wanted: number };
  'manifest.value': { readonly name: string; readonly found: string; readonly wanted: number };
  'manifest.noShards': Bare;
  'manifest.shard': Bare;
  'manifest.split': { readonly found: string };
  'manifest.fileName': { readonly found: string };
  'manifest.size': { readonly file: string };
  'manifest.rawSize': { readonly file: string; readonly count: number };
  'manifest.total': { readonly split: 'train' | 'test'; readonly found: number; readonly wanted: number };
}
export type ManifestFault = Coded<ManifestFaults>;

export interface DataProblems {
  'data.missing': { readonly file: string; readonly why: FetchFault };
  'data.damaged': { readonly file: string };
  'data.manifest': { readonly data: string; readonly fault: ManifestFault };
  /** Not even one batch fits. */
  'data.batch': { readonly batch: number; readonly count: number };
  /** Points that a person has drawn. */
  'points.few': { readonly count: number; readonly least: number };
  'points.many': { readonly count: number; readonly most: number };
  /** The first that is not in the square, counted from 1. */
  'points.outside': { readonly place: number; readonly x: number; readonly y: number; readonly extent: number };
}
