/** Keeps what was fetched, whole or in part, between visits. */
export interface FileStore {
  /** What is kept under this address, or null. */
  get(url: string): Promise<Uint8Array<ArrayBuffer> | null>;
  put(url: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  remove(url: string): Promise<void>;
}

const CACHE = 'originals';

/**
 * The browser's cache storage. Where it is refused or full, nothing is kept, and that is no fault: the file is only
 * fetched again next time.
 */
export const cacheStore: FileStore = {
  async get(url) {
    const kept = await attempt(async () => (await caches.open(CACHE)).match(url));
    return kept ? new Uint8Array(await kept.arrayBuffer()) : null;
  },
  async put(url, bytes) {
    await attempt(async () => (await caches.open(CACHE)).put(url, new Response(bytes)));
  },
  async remove(url) {
    await attempt(async () => (await caches.open(CACHE)).delete(url));
  },
};

async function attempt<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch {
    return null;
  }
}
