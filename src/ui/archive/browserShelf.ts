/**
 * Runs in the browser's own database. Entry and files are written in one transaction: what was kept before is there
 * until all of the new is, whatever happens to tab, browser or machine in between. Browsers lay blobs of a database beside
 * it as files, so a large one costs no memory; a second store of files of our own would have to be kept in step with it.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { newestFirst, type Shelf, type ShelfEntry } from './shelf.ts';

interface Kept extends DBSchema {
  entries: { key: string; value: ShelfEntry };
  files: { key: string; value: readonly Blob[] };
}

const NAME = 'gan-playground';
const VERSION = 1;

const open = (): Promise<IDBPDatabase<Kept>> =>
  openDB<Kept>(NAME, VERSION, {
    upgrade(database) {
      database.createObjectStore('entries', { keyPath: 'id' });
      database.createObjectStore('files');
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
    async put(entry, files) {
      const both = (await database()).transaction(['entries', 'files'], 'readwrite');
      await Promise.all([
        both.objectStore('entries').put(entry),
        both.objectStore('files').put(files, entry.id),
        both.done,
      ]);
    },
    files: async (id) => (await (await database()).get('files', id)) ?? [],
    async remove(id) {
      const both = (await database()).transaction(['entries', 'files'], 'readwrite');
      await Promise.all([both.objectStore('entries').delete(id), both.objectStore('files').delete(id), both.done]);
    },
  };
}
