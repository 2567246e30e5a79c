/** What is known on the page of the runs that this browser keeps. */
import { create } from 'zustand';
import type { FileActions } from './files.ts';
import type { ShelfEntry } from './shelf.ts';

export interface KeptState {
  /** `off`: the browser lets this page keep nothing; `full`: the last run could not be kept for want of room. */
  readonly status: 'unknown' | 'on' | 'full' | 'off';
  /** Newest first. */
  readonly entries: readonly ShelfEntry[];
  /** What an earlier visit left, until it is gone on with or not wanted. */
  readonly offer: ShelfEntry | null;
  /** Of a run that was to go on. `copied`: it is open in another tab, and here as a copy; `gone`: it is no longer kept. */
  readonly said: 'copied' | 'gone' | null;
  /** Whether the browser has promised to delete nothing of it by itself; null where it makes no promises. */
  readonly lasting: boolean | null;
  /** Of sets that were brought, whether they may be kept as well. `asking`: a run on them was not kept for want of that. */
  readonly brought: Readonly<Record<string, 'asking' | 'declined' | 'kept'>>;
  /** The file that is being read. */
  readonly reading: string | null;
  readonly actions:
    | ({
        goOn(id: string): Promise<void>;
        discard(id: string): Promise<void>;
        /** Keeps these images, which the person brought, beside the runs on them. */
        keepImages(data: string): Promise<void>;
      } & FileActions)
    | null;
}

/** Before anything is known. */
export const NOTHING_KNOWN: KeptState = {
  status: 'unknown',
  entries: [],
  offer: null,
  said: null,
  lasting: null,
  brought: {},
  reading: null,
  actions: null,
};

export const useKept = create<KeptState>(() => NOTHING_KNOWN);
