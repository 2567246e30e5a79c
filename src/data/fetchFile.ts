import { EngineError } from '../core/errors.ts';
import type { FetchFault } from '../core/problems/data.ts';

const RETRY_DELAY_MS = 250;

const missing = (file: string, why: FetchFault, cause?: unknown): EngineError =>
  new EngineError('data-missing', { code: 'data.missing', file, why }, { recoverable: true, cause });

const corrupt = (file: string, cause: unknown): EngineError =>
  new EngineError('data-corrupt', { code: 'data.damaged', file }, { recoverable: true, cause });

const cancelled = (name: string): EngineError =>
  new EngineError('cancelled', { code: 'cancelled', work: 'loading', name });

export interface FileRequest<T> {
  readonly url: URL;
  readonly fetch: typeof fetch;
  readonly signal: AbortSignal;
  /** `no-cache` for a file whose name does not change with its content. */
  readonly cache: RequestCache;
  /** Turns the bytes into what is wanted, or throws if they are damaged. */
  decode(bytes: Uint8Array<ArrayBuffer>): Promise<T> | T;
}

async function attempt<T>({ url, fetch, signal, cache, decode }: FileRequest<T>, name: string): Promise<T> {
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    const response = await fetch(url, { signal, cache });
    if (!response.ok) throw missing(name, { code: 'fetch.status', status: response.status });
    bytes = new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    if (signal.aborted) throw cancelled(name);
    if (error instanceof EngineError) throw error;
    throw missing(name, { code: 'fetch.network' }, error);
  }
  try {
    return await decode(bytes);
  } catch (error) {
    throw error instanceof EngineError ? error : corrupt(name, error);
  }
}

/** Waits, or returns at once when aborted. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const finish = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, milliseconds);
    signal.addEventListener('abort', finish);
  });
}

/**
 * Fetches and decodes one file; tries once more by itself, past the cache, which may hold the damage.
 *
 * @throws EngineError `data-missing` (network or HTTP status), `data-corrupt` (it does not decode) or
 *   `cancelled`; all but the last recoverable.
 */
export async function fetchFile<T>(request: FileRequest<T>): Promise<T> {
  const name = request.url.pathname.split('/').at(-1) ?? request.url.pathname;
  if (request.signal.aborted) throw cancelled(name);
  try {
    return await attempt(request, name);
  } catch {
    await pause(RETRY_DELAY_MS, request.signal);
    if (request.signal.aborted) throw cancelled(name);
    return attempt({ ...request, cache: 'reload' }, name);
  }
}
