/** Fetching a file from an address that a person typed: nothing is known of it, unless somebody published its MD5. */
import { EngineError } from '../../core/errors.ts';
import { badFile, showBytes } from '../decoders/badFile.ts';
import { drive } from '../decoders/drive.ts';
import { md5 as md5Of } from './md5.ts';
import type { Published } from './published.ts';
import { type Arriving, type Asking, arrived, ask, fileNameOf, isPart, megabytes, receive } from './receive.ts';
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

const missing = (name: string, why: string, cause?: unknown): EngineError =>
  new EngineError('data-missing', `${name} could not be fetched${why}.`, { recoverable: true, cause });

function unreachable({ href, host }: URL, isForeign: boolean, cause: unknown): EngineError {
  const name = fileNameOf(href);
  if (globalThis.navigator?.onLine === false) {
    return missing(name, ': this computer is offline; connect it, then try again', cause);
  }
  const silent = `: ${host} did not answer`;
  if (!isForeign) return missing(name, `${silent}; check the connection, then try again`, cause);
  const why = `${silent}, or does not let other pages read the file`;
  return missing(name, `${why}; check the address, or download the file by hand and drop it here`, cause);
}

function refusal(name: string, status: number): EngineError {
  const advice = status < 500 ? 'check the address' : 'try again later';
  return missing(name, ` (the server answered ${status}); ${advice}`);
}

function brokenOff(name: string, at: number, cause: unknown): EngineError {
  const kept = at > 0 ? `; ${megabytes(at)} MB are kept, and the next attempt goes on from there` : '; try again';
  return missing(name, ` (the connection broke)${kept}`, cause);
}

function tooLarge(name: string, bytes: number | null, limit: number): EngineError {
  const size = bytes === null ? 'it is' : `its ${showBytes(bytes)} are`;
  return badFile({ file: name }, `${size} more than the ${showBytes(limit)} that can be taken`, 'bring a part of it');
}

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
  const cancelled = (): EngineError => new EngineError('cancelled', `Fetching ${name} was cancelled.`);
  const { response, from, told } = await open(url.href, kept, options).catch((thrown: unknown) => {
    throw signal.aborted ? cancelled() : unreachable(url, isForeign, thrown);
  });
  const isUnchanged = kept?.isWhole && told.mark !== null && told.version === kept.version;
  const isTooLarge = told.bytes !== null && told.bytes > limit;
  if (!response.ok || isUnchanged || isTooLarge) {
    await response.body?.cancel();
    if (!response.ok) throw refusal(name, response.status);
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
    throw thrown instanceof EngineError ? thrown : brokenOff(name, file.length, thrown);
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
  const message = `${fileNameOf(url.href)} is not the file that ${published?.set.name}’s authors published; try another address.`;
  throw new EngineError('data-corrupt', message, { recoverable: true });
}
