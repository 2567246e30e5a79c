import { EngineError } from '../../core/errors.ts';
import { drive } from '../decoders/drive.ts';
import type { OriginalFile } from '../sets/originals/index.ts';
import { md5 as md5Of } from './md5.ts';
import type { FileStore } from './store.ts';

export interface DownloadOptions {
  readonly fetch: typeof fetch;
  readonly store: FileStore;
  readonly signal: AbortSignal;
  /** Called with the bytes that are there, of this file. */
  onProgress(bytes: number): void;
}

const PARTIAL = 206;

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

function missing(name: string, why: string, at: number, bytes: number, cause?: unknown): EngineError {
  const kept =
    at > 0 ? `; ${megabytes(at)} of ${megabytes(bytes)} MB are kept, and the next attempt goes on from there` : '';
  const message = `${name} could not be fetched (${why}); check the connection, then try again${kept}.`;
  return new EngineError('data-missing', message, { recoverable: true, cause });
}

const damaged = (name: string): EngineError =>
  new EngineError('data-corrupt', `${name} is not the file that its authors published; try again later.`, {
    recoverable: true,
  });

/** Fetches from byte `from` on into `out`. Tells through `arrived` how far it is, also before it fails. */
async function fetchFrom(
  from: number,
  out: Uint8Array,
  { url }: OriginalFile,
  { fetch, signal }: DownloadOptions,
  arrived: (at: number) => void,
): Promise<void> {
  const name = url.split('/').at(-1) ?? url;
  const ask = (headers: Record<string, string>): Promise<Response> => fetch(url, { signal, headers });
  const response = await ask(from > 0 ? { Range: `bytes=${from}-` } : {}).catch((thrown: unknown) => {
    // Not every server lets a page of another origin ask for a part.
    if (from === 0 || signal.aborted) throw thrown;
    return ask({});
  });
  if (!response.ok) throw missing(name, `the server answered ${response.status}`, from, out.length);
  // A server that knows no ranges sends everything again.
  let at = response.status === PARTIAL ? from : 0;
  arrived(at);
  const reader = response.body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done) break;
    if (at + value.length > out.length) {
      await reader?.cancel();
      arrived(0);
      throw damaged(name);
    }
    out.set(value, at);
    at += value.length;
    arrived(at);
  }
  if (at < out.length) throw missing(name, 'the connection ended early', at, out.length);
}

/**
 * Fetches a published file, or takes it from the store. What arrived before a failure is kept, and fetching goes on
 * from there. What does not have the published checksum is thrown away.
 *
 * @throws EngineError `data-missing`, `data-corrupt` (both recoverable) or `cancelled`.
 */
export async function download(file: OriginalFile, options: DownloadOptions): Promise<Uint8Array<ArrayBuffer>> {
  const { url, bytes, md5 } = file;
  const { store, signal, onProgress } = options;
  const name = url.split('/').at(-1) ?? url;
  const out = new Uint8Array(bytes);
  const kept = await store.get(url);
  let at = 0;
  if (kept && kept.length <= bytes) {
    out.set(kept);
    at = kept.length;
  }
  onProgress(at);
  const isWhole = at === bytes;
  if (!isWhole) {
    try {
      await fetchFrom(at, out, file, options, (arrived) => {
        at = arrived;
        onProgress(at);
      });
    } catch (thrown) {
      if (at > 0) await store.put(url, out.slice(0, at));
      if (signal.aborted) throw new EngineError('cancelled', `Fetching ${name} was cancelled.`);
      throw thrown instanceof EngineError ? thrown : missing(name, 'the network failed', at, bytes, thrown);
    }
  }
  if ((await drive(md5Of(out), { signal, onWork: () => undefined })) !== md5) {
    await store.remove(url);
    throw damaged(name);
  }
  if (!isWhole) await store.put(url, out);
  return out;
}
