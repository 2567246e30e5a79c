/** Where runs are kept beyond a visit. */
import type { ClassView } from '../../core/config.ts';
import type { SampleView } from '../../core/views.ts';
import type { RunSettings } from '../state/settings.ts';

/** A run as far as it is known without its file. */
export interface KeptMember {
  readonly settings: RunSettings;
  readonly step: number;
  readonly classes: ClassView;
  readonly view: SampleView | null;
}

/** A group that is kept: one to four runs. */
export interface ShelfEntry {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly saved: number;
  /** Bytes of all its files. */
  readonly bytes: number;
  readonly members: readonly KeptMember[];
}

/** Each of these rejects where the browser keeps nothing, or has no room. */
export interface Shelf {
  /** Newest first. */
  entries(): Promise<readonly ShelfEntry[]>;
  /** In place of an earlier one of this id, all of it or nothing. @param files a record for each member */
  put(entry: ShelfEntry, files: readonly Blob[]): Promise<void>;
  /** Records, in the order of the members; empty if there are none of this id. */
  files(id: string): Promise<readonly Blob[]>;
  remove(id: string): Promise<void>;
}

export const newestFirst = (entries: readonly ShelfEntry[]): readonly ShelfEntry[] =>
  entries.toSorted((a, b) => b.saved - a.saved);

/** For as long as it is held itself. */
export function createMemoryShelf(): Shelf {
  const kept = new Map<string, { readonly entry: ShelfEntry; readonly files: readonly Blob[] }>();
  return {
    entries: async () => newestFirst([...kept.values()].map(({ entry }) => entry)),
    put: async (entry, files) => void kept.set(entry.id, { entry, files }),
    files: async (id) => kept.get(id)?.files ?? [],
    remove: async (id) => void kept.delete(id),
  };
}
