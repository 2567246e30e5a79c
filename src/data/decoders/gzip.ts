import { badFile, type Place } from './badFile.ts';
import { crc32 } from './checksum.ts';
import type { Guard } from './guard.ts';
import { inflatingReader } from './inflate.ts';
import { type ByteReader, viewOf } from './reader.ts';

const DEFLATE = 8;
const FLAG = { headerCrc: 2, extra: 4, name: 8, comment: 16, reserved: 0xe0 } as const;
const TRAILER = 8;

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** Where the deflate stream begins (RFC 1952, section 2.3). */
function headerLength(bytes: Uint8Array, place: Place): number {
  const flags = bytes[3] ?? 0;
  if (bytes[2] !== DEFLATE || flags & FLAG.reserved) {
    throw badFile({ ...place, at: 2 }, { code: 'gzip.header' });
  }
  let at = 10;
  if (flags & FLAG.extra) at += 2 + ((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8));
  for (const text of [FLAG.name, FLAG.comment]) {
    if (!(flags & text)) continue;
    const zero = bytes.indexOf(0, at);
    at = zero < 0 ? bytes.length : zero + 1;
  }
  if (flags & FLAG.headerCrc) at += 2;
  if (at + TRAILER > bytes.length) throw badFile({ ...place, at: 0 }, { code: 'gzip.cutOff' });
  return at;
}

/**
 * Reads a gzip file of one member while it decompresses.
 *
 * @throws EngineError `bad-file`
 */
export function gunzipping(bytes: Uint8Array, place: Place, guard: Guard): ByteReader {
  const from = headerLength(bytes, place);
  const to = bytes.length - TRAILER;
  const checksum = { of: crc32, begin: 0, expected: viewOf(bytes).getUint32(to, true) };
  return inflatingReader({ bytes, from, to, checksum, place }, guard);
}
