/** Fetching a file from an address that a person typed: nothing is known of it, unless somebody published its MD5. */
import { EngineError } from '../../core/errors.ts';
import type { BringProblem } from '../../core/problems/files.ts';
import { badFile } from '../decoders/badFile.ts';
import { drive } from '../decoders/drive.ts';
import { md5 as md5Of } from './md5.ts';
import type { Published } from './published.ts';
import { type Arriving, type Asking, arrived, ask, fileNameOf, isPart, receive } from './receive.ts';
import type { FileStore, KeptFile } from './store.ts';

export interface AddressOptions extends Asking {
  readonly store: FileStore;
  readonly published: Published | null;
  /** Bytes that it may have at most. */
  readonly limit: number;
  /** Whether a server may refuse it to this page. */
  readonly isForeign: boolean;
  /** Called with the bytes that are there, and with how many there will be, or 0 where the server does not say. */
  onProgress(bytes: number, total: number): void;
}

/** What a server says about a file. Pages of other origins are shown little more than length and date. */
interface Told {
  /** Whole, also where only a part is sent. */
  readonly bytes: number | null;
  /** A tag or a date: while it is the same, so is the file. */
  readonly mark: string | null;
  readonly version: string;
}

function whatIsTold({ headers }: Response, from: number): Told {
  const length = headers.get('content-length');
  const bytes = length === null ? null : from + Number(length);
  const mark = headers.get('etag') ?? headers.get('last-modified');
  return { bytes, mark, version: [mark, bytes].join(' ') };
}

const missing = (problem: BringProblem, cause?: unknown): EngineError =>
  new EngineError('data-missing', problem, { recoverable: true, cause });

function unreachable({ href, host }: URL, isForeign: boolean, cause: unknown): EngineError {
  const file = fileNameOf(href);
  if (globalThis.navigator?.onLine === false) return missing({ code: 'address.offline', file }, cause);
  return missing({ code: 'address.silent', file, host, isForeign }, cause);
}

const tooLarge = (file: string, bytes: number | null, limit: number): EngineError =>
  badFile({ file }, { code: 'limit.fetched', bytes, most: limit });

/** Asks for what is not kept. A part is of no use if it is another file's: then everything is asked for. */
async function open(url: string, kept: KeptFile | null, options: AddressOptions) {
  const from = kept && !kept.isWhole ? kept.bytes.length : 0;
  const response = await ask(url, from, options);
  if (!isPart(response)) return { response, from: 0, told: whatIsTold(response, 0) };
  const told = whatIsTold(response, from);
  const range = response.headers.get('content-range');
  if (told.version === kept?.version && (range === null || range.startsWith(`bytes ${from}-`))) {
    return { response, from, told };
  }
  await response.body?.cancel();
  const again = await ask(url, 0, options);
  return { response: again, from: 0, told: whatIsTold(again, 0) };
}

/** Fetches what is missing of a file, and keeps it. */
async function fetchRest(url: URL, kept: KeptFile | null, options: AddressOptions): Promise<Uint8Array<ArrayBuffer>> {
  const { store, published, signal, limit, isForeign, onProgress } = options;
  const name = fileNameOf(url.href);
  const cancelled = (): EngineError => new EngineError('cancelled', { code: 'cancelled', work: 'fetching', name });
  const { response, from, told } = await open(url.href, kept, options).catch((thrown: unknown) => {
    throw signal.aborted ? cancelled() : unreachable(url, isForeign, thrown);
  });
  const isUnchanged = kept?.isWhole && told.mark !== null && told.version === kept.version;
  const isTooLarge = told.bytes !== null && told.bytes > limit;
  if (!response.ok || isUnchanged || isTooLarge) {
    await response.body?.cancel();
    if (!response.ok) throw missing({ code: 'address.refused', file: name, status: response.status });
    if (isTooLarge) throw tooLarge(name, told.bytes, limit);
    return (kept as KeptFile).bytes;
  }
  const file: Arriving = { bytes: new Uint8Array(told.bytes ?? from), length: from };
  if (kept) file.bytes.set(kept.bytes.subarray(0, from));
  const { version } = told;
  try {
    const report = (bytes: number): void => onProgress(bytes, told.bytes ?? 0);
    await receive(response, file, limit, () => tooLarge(name, null, limit), report);
  } catch (thrown) {
    if (file.length > 0) await store.put(url.href, { bytes: arrived(file), isWhole: false, version });
    if (signal.aborted) throw cancelled();
    throw thrown instanceof EngineError
      ? thrown
      : missing({ code: 'address.brokeOff', file: name, kept: file.length }, thrown);
  }
  const bytes = arrived(file);
  // Without a mark or a checksum nobody could say later whether this is still the file.
  if (told.mark !== null || published) await store.put(url.href, { bytes, isWhole: true, version });
  else await store.remove(url.href);
  return bytes;
}

/**
 * Fetches a file. What arrived before a failure is kept, and fetching goes on from there. A whole file that is kept is
 * used again if its checksum is published, or if the server says that it has not changed.
 *
 * @throws EngineError `data-missing`, `data-corrupt` (both recoverable), `bad-file` where it is too large, or
 *   `cancelled`.
 */
export async function fetchAddress(url: URL, options: AddressOptions): Promise<Uint8Array<ArrayBuffer>> {
  const { store, published, signal, limit } = options;
  const isRight = async (bytes: Uint8Array): Promise<boolean> =>
    !published || (await drive(md5Of(bytes), { signal, onWork: () => undefined })) === published.md5;
  const kept = await store.get(url.href);
  if (kept && kept.bytes.length > limit) throw tooLarge(fileNameOf(url.href), kept.bytes.length, limit);
  const isChecked = kept?.isWhole && published !== null;
  if (isChecked && (await isRight(kept.bytes))) return kept.bytes;
  const bytes = await fetchRest(url, isChecked ? null : kept, options);
  if (await isRight(bytes)) return bytes;
  await store.remove(url.href);
  const problem = { code: 'address.otherFile', file: fileNameOf(url.href), set: published?.set.name ?? '' } as const;
  throw new EngineError('data-corrupt', problem, { recoverable: true });
}
