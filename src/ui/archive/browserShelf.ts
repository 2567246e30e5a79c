/**
 * Runs in the browser's own database. Entry and files are written in one transaction: what was kept before is there
 * until all of the new is, whatever happens to tab, browser or machine in between. Browsers lay blobs of a database beside
 * it as files, so a large one costs no memory; a second store of files of our own would have to be kept in step with it.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { leftBehind, newestFirst, type Shelf, type ShelfEntry } from './shelf.ts';

interface Kept extends DBSchema {
  entries: { key: string; value: ShelfEntry };
  files: { key: string; value: readonly Blob[] };
  sets: { key: string; value: Blob };
}

const NAME = 'gan-playground';
/** 1: without sets. */
const VERSION = 2;
const ALL = ['entries', 'files', 'sets'] as const;

const open = (): Promise<IDBPDatabase<Kept>> =>
  openDB<Kept>(NAME, VERSION, {
    upgrade(database, from) {
      if (from < 1) {
        database.createObjectStore('entries', { keyPath: 'id' });
        database.createObjectStore('files');
      }
      database.createObjectStore('sets');
    },
    // A later version in another tab takes over at once.
    blocking: (_, __, event) => (event.target as IDBDatabase).close(),
  });

export function createBrowserShelf(): Shelf {
  let opened: Promise<IDBPDatabase<Kept>> | null = null;
  const database = (): Promise<IDBPDatabase<Kept>> => {
    opened ??= open().catch((thrown: unknown) => {
      opened = null;
      throw thrown;
    });
    return opened;
  };
  return {
    entries: async () => newestFirst(await (await database()).getAll('entries')),
    async put(entry, files, set) {
      const all = (await database()).transaction(ALL, 'readwrite');
      const sets = all.objectStore('sets');
      const isNew = entry.set && set && (await sets.count(entry.set.id)) === 0;
      await Promise.all([
        all.objectStore('entries').put(entry),
        all.objectStore('files').put(files, entry.id),
        isNew && sets.put(set, entry.set.id),
        all.done,
      ]);
    },
    files: async (id) => (await (await database()).get('files', id)) ?? [],
    images: async (set) => (await (await database()).get('sets', set)) ?? null,
    async remove(id) {
      const all = (await database()).transaction(ALL, 'readwrite');
      const entries = all.objectStore('entries');
      const set = leftBehind(await entries.getAll(), id);
      await Promise.all([
        entries.delete(id),
        all.objectStore('files').delete(id),
        set !== null && all.objectStore('sets').delete(set),
        all.done,
      ]);
    },
  };
}
