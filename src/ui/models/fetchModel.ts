/** Trained models that lie beside the page: fetched when somebody opens one, and opened as a run like any record. */
import { EngineError } from '../../core/errors.ts';
import type { KeepProblems } from '../../core/problems/keep.ts';
import { memberFrom } from '../archive/recording.ts';
import type { Member } from '../state/member.ts';

/** More than any of them unpacks to. */
const MOST_BYTES = 16 * 2 ** 20;

export interface FetchOptions {
  readonly signal: AbortSignal;
  /** Told how many bytes have come. */
  onProgress(bytes: number): void;
  /** Another in tests. */
  readonly fetch?: (address: string, init: RequestInit) => Promise<Response>;
}

type Why = KeepProblems['model.missing']['why'];

const missing = (name: string, why: Why, cause?: unknown): EngineError =>
  new EngineError('internal', { code: 'model.missing', name, why }, { cause });
const damaged = (name: string, cause?: unknown): EngineError =>
  new EngineError('internal', { code: 'model.damaged', name }, { cause });

/** All that a stream holds. @throws EngineError if that is more than a model is */
async function whole(
  stream: ReadableStream<Uint8Array>,
  name: string,
  onBytes: (bytes: number) => void,
): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const reader = stream.getReader();
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Blob(parts);
    bytes += value.length;
    if (bytes > MOST_BYTES) {
      await reader.cancel();
      throw damaged(name);
    }
    parts.push(new Uint8Array(value));
    onBytes(bytes);
  }
}

/** Servers may have unpacked it on the way: gzip is told by its first two bytes. */
async function unpacked(file: Blob, name: string): Promise<Blob> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  if (first !== 0x1f || second !== 0x8b) return file;
  return whole(file.stream().pipeThrough(new DecompressionStream('gzip')), name, () => undefined);
}

/** @param name of the system, for sentences */
async function download(address: string, name: string, options: FetchOptions): Promise<Blob> {
  const { signal, onProgress, fetch: fetchOne = (to, init) => fetch(to, init) } = options;
  let response: Response;
  try {
    response = await fetchOne(address, { signal });
    if (!response.ok) throw missing(name, { code: 'fetch.status', status: response.status });
    if (!response.body) throw missing(name, { code: 'fetch.early' });
    return await whole(response.body, name, onProgress);
  } catch (thrown) {
    if (signal.aborted) throw new EngineError('cancelled', { code: 'cancelled', work: 'loading', name });
    throw thrown instanceof EngineError ? thrown : missing(name, { code: 'fetch.network' }, thrown);
  }
}

/**
 * A shipped model as a run, to be opened from where its training ended.
 *
 * @param base address of the page
 * @throws EngineError `model.missing`, `model.damaged` or `cancelled`
 */
export async function fetchModel(
  { id, name }: { readonly id: string; readonly name: string },
  base: string,
  options: FetchOptions,
): Promise<Member> {
  const file = await download(new URL(`models/${id}.safetensors.gz`, base).href, name, options);
  try {
    return await memberFrom(await unpacked(file, name));
  } catch (thrown) {
    throw damaged(name, thrown);
  }
}
