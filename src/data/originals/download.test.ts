import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { OriginalFile } from '../sets/originals/index.ts';
import { type DownloadOptions, download } from './download.ts';
import { md5 } from './md5.ts';
import type { FileStore, KeptFile } from './store.ts';

function hash(bytes: Uint8Array): string {
  const hashing = md5(bytes);
  for (;;) {
    const step = hashing.next();
    if (step.done) return step.value;
  }
}

it('MD5 is that of others, at every length', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(hash(bytes)).toBe(createHash('md5').update(bytes).digest('hex'));
    }),
  );
  const long = new Uint8Array(2 ** 20 + 3).fill(7);
  expect(hash(long)).toBe(createHash('md5').update(long).digest('hex'));
});

const content = Uint8Array.from({ length: 1000 }, (_, i) => (i * 31) % 256);
const file: OriginalFile = { url: 'https://example.org/set.gz', bytes: 1000, md5: hash(content) };

const partly = (bytes: Uint8Array<ArrayBuffer>): KeptFile => ({ bytes, isWhole: false, version: '' });

interface Server {
  readonly asked: (string | null)[];
  /** Bytes that are sent before the connection breaks. */
  breaksAfter: number;
  knowsRanges: boolean;
  status: number;
  content: Uint8Array;
}

let server: Server;
let kept: Map<string, KeptFile>;
let seen: number[];
let aborting: AbortController;
beforeEach(() => {
  server = { asked: [], breaksAfter: Number.POSITIVE_INFINITY, knowsRanges: true, status: 200, content };
  kept = new Map();
  seen = [];
  aborting = new AbortController();
});

const fetchIt: typeof fetch = async (_, init) => {
  const range = new Headers(init?.headers).get('range');
  server.asked.push(range);
  if (server.status !== 200) return new Response(null, { status: server.status });
  const from = server.knowsRanges && range ? Number(/bytes=(\d+)-/.exec(range)?.[1]) : 0;
  let at = from;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at - from >= server.breaksAfter) controller.error(new TypeError('network'));
      else if (at >= server.content.length) controller.close();
      else {
        controller.enqueue(server.content.slice(at, at + 100));
        at += 100;
      }
    },
  });
  return new Response(body, { status: from > 0 ? 206 : 200 });
};
const store: FileStore = {
  get: async (url) => kept.get(url) ?? null,
  put: async (url, file) => void kept.set(url, file),
  remove: async (url) => void kept.delete(url),
};
const get = (changes: Partial<DownloadOptions> = {}) =>
  download(file, {
    fetch: fetchIt,
    store,
    signal: aborting.signal,
    onProgress: (bytes) => seen.push(bytes),
    ...changes,
  });

describe('a published file', () => {
  it('is fetched once and then kept', async () => {
    expect(await get()).toEqual(content);
    expect(seen.slice(0, 4)).toEqual([0, 0, 100, 200]);
    expect(await get()).toEqual(content);
    expect(server.asked).toEqual([null]);
  });

  it('is fetched on from where the connection broke', async () => {
    server.breaksAfter = 400;
    await expect(get()).rejects.toMatchObject({
      code: 'data-missing',
      recoverable: true,
      problem: { code: 'original.missing', why: { code: 'fetch.network' }, kept: 400, bytes: 1000 },
    });
    server.breaksAfter = Number.POSITIVE_INFINITY;
    expect(await get()).toEqual(content);
    expect(server.asked).toEqual([null, 'bytes=400-']);
  });

  it('is fetched anew from a server that knows no ranges', async () => {
    server.knowsRanges = false;
    kept.set(file.url, partly(content.slice(0, 300)));
    expect(await get()).toEqual(content);
  });

  it('is fetched anew where pages may not ask for a part', async () => {
    kept.set(file.url, partly(content.slice(0, 300)));
    const strict: typeof fetch = (url, init) =>
      new Headers(init?.headers).has('range') ? Promise.reject(new TypeError('CORS')) : fetchIt(url, init);
    expect(await get({ fetch: strict })).toEqual(content);
  });

  it('is thrown away when it is not the one that was published', async () => {
    server.content = content.map((byte, i) => (i === 500 ? byte ^ 1 : byte));
    await expect(get()).rejects.toMatchObject({ code: 'data-corrupt', recoverable: true });
    expect(kept.size).toBe(0);
    server.content = new Uint8Array(5000);
    await expect(get()).rejects.toMatchObject({ code: 'data-corrupt' });
    expect(kept.size).toBe(0);
    server.content = content;
    expect(await get()).toEqual(content);
  });

  it('that was kept damaged is thrown away, too', async () => {
    kept.set(file.url, partly(new Uint8Array(1000)));
    await expect(get()).rejects.toMatchObject({ code: 'data-corrupt' });
    expect(await get()).toEqual(content);
  });

  it('that is not there is told of with the reason', async () => {
    server.status = 404;
    await expect(get()).rejects.toMatchObject({
      problem: { file: 'set.gz', why: { code: 'fetch.status', status: 404 }, kept: 0 },
    });
    const offline = () => Promise.reject(new TypeError('Failed to fetch'));
    await expect(get({ fetch: offline })).rejects.toMatchObject({
      problem: { file: 'set.gz', why: { code: 'fetch.network' } },
    });
  });

  it('can be cancelled, and goes on next time', async () => {
    const onProgress = (bytes: number) => bytes === 300 && aborting.abort();
    const fetchAbortably: typeof fetch = async (url, init) => {
      const { body } = await fetchIt(url, init);
      const watched = body?.pipeThrough(new TransformStream(), aborting);
      return new Response(watched ?? null);
    };
    await expect(get({ onProgress, fetch: fetchAbortably })).rejects.toMatchObject({ code: 'cancelled' });
    expect(kept.get(file.url)?.bytes.length).toBeGreaterThanOrEqual(300);
    aborting = new AbortController();
    expect(await get()).toEqual(content);
  });
});
