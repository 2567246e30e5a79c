/** The part of fetching that a published file and one from any address share: asking, asking for a part, receiving. */

/** A file on its way: the first `length` of these bytes have arrived. */
export interface Arriving {
  bytes: Uint8Array<ArrayBuffer>;
  length: number;
}

export interface Asking {
  readonly fetch: typeof fetch;
  readonly signal: AbortSignal;
}

const PARTIAL = 206;
const UNSATISFIABLE = 416;

/** Whether a server sends only what was asked for, and not everything again. */
export const isPart = (response: Response): boolean => response.status === PARTIAL;

/** The name at the end of an address. */
export function fileNameOf(url: string): string {
  const { pathname, host } = new URL(url);
  const last = pathname.split('/').at(-1) || host;
  try {
    return decodeURIComponent(last);
  } catch {
    // A lone percent sign is a percent sign.
    return last;
  }
}

/** Asks for a file from byte `from` on, or for all of it where a part is not to be had: see `isPart`. */
export async function ask(url: string, from: number, { fetch, signal }: Asking): Promise<Response> {
  if (from === 0) return fetch(url, { signal });
  const response = await fetch(url, { signal, headers: { Range: `bytes=${from}-` } }).catch((thrown: unknown) => {
    // Not every server lets a page of another origin ask for a part.
    if (signal.aborted) throw thrown;
    return null;
  });
  return response && response.status !== UNSATISFIABLE ? response : fetch(url, { signal });
}

/**
 * Receives a body behind what is there already, growing `into` where it is too short. What arrives is noted there at
 * once, also before this fails.
 *
 * @param limit bytes that the file may have at most
 * @param tooLong what is thrown when it has more; nothing of it is kept then
 */
export async function receive(
  { body }: Response,
  into: Arriving,
  limit: number,
  tooLong: () => Error,
  onProgress: (bytes: number) => void,
): Promise<void> {
  const reader = body?.getReader();
  onProgress(into.length);
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done) return;
    const length = into.length + value.length;
    if (length > limit) {
      await reader?.cancel();
      into.length = 0;
      throw tooLong();
    }
    if (length > into.bytes.length) into.bytes = longer(into, Math.min(limit, 2 * length));
    into.bytes.set(value, into.length);
    into.length = length;
    onProgress(length);
  }
}

function longer({ bytes, length }: Arriving, capacity: number): Uint8Array<ArrayBuffer> {
  const grown = new Uint8Array(capacity);
  grown.set(bytes.subarray(0, length));
  return grown;
}

/** What has arrived, in memory of its own size. */
export const arrived = ({ bytes, length }: Arriving): Uint8Array<ArrayBuffer> =>
  length === bytes.length ? bytes : bytes.slice(0, length);
