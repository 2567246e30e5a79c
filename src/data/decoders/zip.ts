/** The directory of a zip file, and its entries one at a time: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
import { badFile, type Place } from './badFile.ts';
import { crc32 } from './checksum.ts';
import type { Guard } from './guard.ts';
import { checkPromise, inflatingReader } from './inflate.ts';
import { type ByteReader, plainReader, viewOf } from './reader.ts';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_LENGTH = 22;
const CENTRAL_LENGTH = 46;
const LOCAL_LENGTH = 30;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;
const NAMES = new TextDecoder();
/** Stands where a zip64 record has the number: 4 GiB or 65,535 entries, beyond what is taken here. */
const IN_ZIP64 = 0xffffffff;

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  /** Bytes in the file. */
  readonly compressed: number;
  /** Bytes it says it unpacks to. */
  readonly size: number;
  /** Where its local header begins. */
  readonly at: number;
}

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6));

function findEnd(view: DataView, place: Place): number {
  const lowest = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= lowest; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw badFile(place, { code: 'zip.end' });
}

// Only paths that stay inside: nothing is ever written to a disk, and a class is never named “..”.
const LEADS_OUT = /^([/\\]|[a-z]:)|(^|[/\\])\.\.([/\\]|$)/i;

/** @throws EngineError `bad-file` for a path that leads out of its folder. */
export function checkPath(path: string, place: Place): void {
  if (!LEADS_OUT.test(path)) return;
  throw badFile({ ...place, entry: path }, { code: 'zip.leadsOut' });
}

function readEntry(view: DataView, at: number, place: Place): { readonly entry: ZipEntry; readonly next: number } {
  const { byteLength } = view;
  if (at + CENTRAL_LENGTH > byteLength || view.getUint32(at, true) !== CENTRAL) {
    throw badFile({ ...place, at }, { code: 'zip.directory' });
  }
  const lengths = [28, 30, 32].map((field) => view.getUint16(at + field, true));
  const [nameLength = 0] = lengths;
  const nameAt = at + CENTRAL_LENGTH;
  const next = nameAt + lengths.reduce((sum, length) => sum + length, 0);
  if (next > byteLength) throw badFile({ ...place, at }, { code: 'zip.directoryCutOff' });
  const name = NAMES.decode(new Uint8Array(view.buffer, view.byteOffset + nameAt, nameLength));
  const named = { ...place, entry: name };
  if (view.getUint16(at + 8, true) & ENCRYPTED) {
    throw badFile(named, { code: 'zip.password' });
  }
  const [crc, compressed, size, local] = [16, 20, 24, 42].map((field) => view.getUint32(at + field, true)) as [
    number,
    number,
    number,
    number,
  ];
  if (compressed === IN_ZIP64 || size === IN_ZIP64 || local === IN_ZIP64) {
    throw badFile(named, { code: 'zip.large' });
  }
  if (local + LOCAL_LENGTH + compressed > byteLength) {
    throw badFile(named, { code: 'zip.beyond' });
  }
  checkPath(name, place);
  return { entry: { name, method: view.getUint16(at + 10, true), crc, compressed, size, at: local }, next };
}

/**
 * The files in a zip, folders left out.
 *
 * @throws EngineError `bad-file`: damaged, encrypted, too many, or entries that share bytes, as a bomb's do.
 */
export function listZip(bytes: Uint8Array, file: string, guard: Guard): readonly ZipEntry[] {
  const place: Place = { file };
  const view = viewOf(bytes);
  const end = findEnd(view, place);
  const count = view.getUint16(end + 10, true);
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  let compressed = 0;
  // Beyond 65,535 entries the number is kept elsewhere; the directory then lasts as long as its records do.
  const isNext = (): boolean =>
    count < 0xffff ? entries.length < count : at + 4 <= end && view.getUint32(at, true) === CENTRAL;
  if (count === 0xffff && at === IN_ZIP64) at = zip64Directory(view, end, place);
  while (isNext()) {
    const { entry, next } = readEntry(view, at, place);
    if (entries.length >= guard.limits.entries) {
      throw badFile(place, { code: 'limit.entries', most: guard.limits.entries });
    }
    entries.push(entry);
    compressed += entry.compressed;
    at = next;
  }
  if (compressed > bytes.length) throw badFile(place, { code: 'zip.overlap' });
  return entries.filter(({ name }) => !name.endsWith('/'));
}

/** Where the directory begins when the end record cannot say it. */
function zip64Directory(view: DataView, end: number, place: Place): number {
  const locator = end - 20;
  const record =
    locator >= 0 && view.getUint32(locator, true) === 0x07064b50 ? view.getBigUint64(locator + 8, true) : -1n;
  if (record < 0n || record > BigInt(view.byteLength - 56)) {
    throw badFile({ ...place, at: end }, { code: 'zip.directoryLost' });
  }
  return Math.min(Number(view.getBigUint64(Number(record) + 48, true)), view.byteLength);
}

/**
 * Reads an entry while it decompresses.
 *
 * @throws EngineError `bad-file`
 */
export function openEntry(bytes: Uint8Array, entry: ZipEntry, file: string, guard: Guard): ByteReader {
  const place: Place = { file, entry: entry.name };
  const view = viewOf(bytes);
  if (view.getUint32(entry.at, true) !== LOCAL) {
    throw badFile({ file, entry: entry.name, at: entry.at }, { code: 'zip.entryHeader' });
  }
  const from = entry.at + LOCAL_LENGTH + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
  const to = from + entry.compressed;
  if (to > bytes.length) throw badFile(place, { code: 'zip.beyond' });
  if (entry.method === DEFLATED) {
    checkPromise(entry.size, entry.compressed, place);
    const checksum = { of: crc32, begin: 0, expected: entry.crc };
    return inflatingReader({ bytes, from, to, checksum, place }, guard);
  }
  if (entry.method !== STORED) {
    throw badFile(place, { code: 'zip.method', method: entry.method });
  }
  if (entry.size !== entry.compressed) throw badFile(place, { code: 'zip.sizes' });
  return checkedReader(bytes, from, to, entry.crc, place);
}

/** Stored entries have a checksum too. */
function checkedReader(bytes: Uint8Array, from: number, to: number, expected: number, place: Place): ByteReader {
  const reader = plainReader(bytes, from, to, place);
  let sum = 0;
  return {
    ...reader,
    read(length) {
      const part = reader.read(length);
      sum = crc32(part, sum);
      return part;
    },
    end() {
      reader.end();
      if (sum !== expected) throw badFile(place, { code: 'zip.checksum' });
    },
  };
}
