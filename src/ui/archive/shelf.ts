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

/** Images that a person brought and let this browser keep beside the runs on them. */
export interface KeptSet {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
}

/** A group that is kept: one to four runs. */
export interface ShelfEntry {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly saved: number;
  /** Bytes of all its files. */
  readonly bytes: number;
  readonly members: readonly KeptMember[];
  /** What all of them are trained on, where that does not come with the page. */
  readonly set?: KeptSet;
}

/** Each of these rejects where the browser keeps nothing, or has no room. */
export interface Shelf {
  /** Newest first. */
  entries(): Promise<readonly ShelfEntry[]>;
  /**
   * In place of an earlier one of this id, all of it or nothing.
   *
   * @param files a record for each member
   * @param set the images of `entry.set`, which are kept once, for all entries that have them
   */
  put(entry: ShelfEntry, files: readonly Blob[], set?: Blob): Promise<void>;
  /** Records, in the order of the members; empty if there are none of this id. */
  files(id: string): Promise<readonly Blob[]>;
  /** Images, by the id of the set. */
  images(set: string): Promise<Blob | null>;
  /** With the images, if no other entry has them. */
  remove(id: string): Promise<void>;
}

export const newestFirst = (entries: readonly ShelfEntry[]): readonly ShelfEntry[] =>
  entries.toSorted((a, b) => b.saved - a.saved);

/** The images that go with this entry: those that no other has. */
export const leftBehind = (entries: readonly ShelfEntry[], id: string): string | null => {
  const set = entries.find((entry) => entry.id === id)?.set?.id ?? null;
  return entries.some((entry) => entry.id !== id && entry.set?.id === set) ? null : set;
};

/** For as long as it is held itself. */
export function createMemoryShelf(): Shelf {
  const kept = new Map<string, { readonly entry: ShelfEntry; readonly files: readonly Blob[] }>();
  const sets = new Map<string, Blob>();
  const all = (): readonly ShelfEntry[] => [...kept.values()].map(({ entry }) => entry);
  return {
    entries: async () => newestFirst(all()),
    async put(entry, files, set) {
      kept.set(entry.id, { entry, files });
      if (entry.set && set) sets.set(entry.set.id, set);
    },
    files: async (id) => kept.get(id)?.files ?? [],
    images: async (set) => sets.get(set) ?? null,
    async remove(id) {
      sets.delete(leftBehind(all(), id) ?? '');
      kept.delete(id);
    },
  };
}
