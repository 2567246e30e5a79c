import { EngineError } from '../../core/errors.ts';
import type { FetchFault } from '../../core/problems/data.ts';
import { drive } from '../decoders/drive.ts';
import type { OriginalFile } from '../sets/originals/index.ts';
import { md5 as md5Of } from './md5.ts';
import { type Arriving, type Asking, arrived, ask, fileNameOf, isPart, receive } from './receive.ts';
import type { FileStore } from './store.ts';

export interface DownloadOptions extends Asking {
  readonly store: FileStore;
  /** Called with the bytes that are there, of this file. */
  onProgress(bytes: number): void;
}

/** @param kept bytes of it that are there */
const missing = (file: string, why: FetchFault, kept: number, bytes: number, cause?: unknown): EngineError =>
  new EngineError('data-missing', { code: 'original.missing', file, why, kept, bytes }, { recoverable: true, cause });

const damaged = (file: string): EngineError =>
  new EngineError('data-corrupt', { code: 'original.damaged', file }, { recoverable: true });

/** Fetches what is missing of a file. */
async function fetchRest(file: Arriving, url: string, options: DownloadOptions): Promise<void> {
  const name = fileNameOf(url);
  const total = file.bytes.length;
  const response = await ask(url, file.length, options);
  if (!response.ok) throw missing(name, { code: 'fetch.status', status: response.status }, file.length, total);
  // A server that knows no ranges sends everything again.
  if (!isPart(response)) file.length = 0;
  await receive(response, file, total, () => damaged(name), options.onProgress);
  if (file.length < total) throw missing(name, { code: 'fetch.early' }, file.length, total);
}

/**
 * Fetches a published file, or takes it from the store. What arrived before a failure is kept, and fetching goes on
 * from there. What does not have the published checksum is thrown away.
 *
 * @throws EngineError `data-missing`, `data-corrupt` (both recoverable) or `cancelled`.
 */
export async function download(original: OriginalFile, options: DownloadOptions): Promise<Uint8Array<ArrayBuffer>> {
  const { url, bytes, md5 } = original;
  const { store, signal, onProgress } = options;
  const name = fileNameOf(url);
  const file: Arriving = { bytes: new Uint8Array(bytes), length: 0 };
  const kept = await store.get(url);
  if (kept && kept.bytes.length <= bytes) {
    file.bytes.set(kept.bytes);
    file.length = kept.bytes.length;
  }
  onProgress(file.length);
  const wasWhole = file.length === bytes;
  if (!wasWhole) {
    try {
      await fetchRest(file, url, options);
    } catch (thrown) {
      if (file.length > 0) await store.put(url, { bytes: arrived(file), isWhole: false, version: '' });
      if (signal.aborted) throw new EngineError('cancelled', { code: 'cancelled', work: 'fetching', name });
      throw thrown instanceof EngineError
        ? thrown
        : missing(name, { code: 'fetch.network' }, file.length, bytes, thrown);
    }
  }
  if ((await drive(md5Of(file.bytes), { signal, onWork: () => undefined })) !== md5) {
    await store.remove(url);
    throw damaged(name);
  }
  if (!wasWhole) await store.put(url, { bytes: file.bytes, isWhole: true, version: '' });
  return file.bytes;
}
