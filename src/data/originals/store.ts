export interface KeptFile {
  /** From the file's first byte on. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly isWhole: boolean;
  /** What the server said it is, so that another file under the same address is told from this one; may be empty. */
  readonly version: string;
}

/** Keeps what was fetched, whole or in part, between visits. */
export interface FileStore {
  /** What is kept under this address, or null. */
  get(url: string): Promise<KeptFile | null>;
  put(url: string, file: KeptFile): Promise<void>;
  remove(url: string): Promise<void>;
}

const CACHE = 'originals';
const WHOLE = 'x-whole';
const VERSION = 'x-version';

/**
 * The browser's cache storage. Where it is refused or full, nothing is kept, and that is no fault: the file is only
 * fetched again next time.
 */
export const cacheStore: FileStore = {
  async get(url) {
    const kept = await attempt(async () => (await caches.open(CACHE)).match(url));
    if (!kept) return null;
    const bytes = new Uint8Array(await kept.arrayBuffer());
    return { bytes, isWhole: kept.headers.has(WHOLE), version: kept.headers.get(VERSION) ?? '' };
  },
  async put(url, { bytes, isWhole, version }) {
    const headers = { [VERSION]: version, ...(isWhole && { [WHOLE]: 'yes' }) };
    await attempt(async () => (await caches.open(CACHE)).put(url, new Response(bytes, { headers })));
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
