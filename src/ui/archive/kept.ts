/** What is known on the page of the runs that this browser keeps. */
import { create } from 'zustand';
import type { ShelfEntry } from './shelf.ts';

export interface KeptState {
  /** `off`: the browser lets this page keep nothing; `full`: the last run could not be kept for want of room. */
  readonly status: 'unknown' | 'on' | 'full' | 'off';
  /** Newest first. */
  readonly entries: readonly ShelfEntry[];
  /** What an earlier visit left, until it is gone on with or not wanted. */
  readonly offer: ShelfEntry | null;
  /** A run that is open in another tab was opened here as well: as a copy. */
  readonly copied: boolean;
  readonly actions: {
    goOn(id: string): Promise<void>;
    discard(id: string): Promise<void>;
  } | null;
}

export const useKept = create<KeptState>(() => ({
  status: 'unknown',
  entries: [],
  offer: null,
  copied: false,
  actions: null,
}));
