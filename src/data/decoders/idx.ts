import type { ArraySource } from './arrays.ts';
import { bytesOf } from './arrays.ts';
import { badFile, type Place } from './badFile.ts';
import type { ElementType } from './elements.ts';
import type { Guard } from './guard.ts';
import { gunzipping, isGzip } from './gzip.ts';
import { checkPromise } from './inflate.ts';
import { type ByteReader, plainReader, skip, viewOf } from './reader.ts';

/** LeCun's type codes, http://yann.lecun.com/exdb/mnist: big-endian all of them. */
const TYPES: Readonly<Record<number, ElementType>> = { 8: 'u1', 9: 'i1', 11: 'i2', 12: 'i4', 13: 'f4', 14: 'f8' };
const MOST_AXES = 4;

export const isIdx = (bytes: Uint8Array): boolean =>
  bytes.length >= 4 && bytes[0] === 0 && bytes[1] === 0 && TYPES[bytes[2] as number] !== undefined;

/**
 * The header of an IDX file, plain or in gzip.
 *
 * @throws EngineError `bad-file`
 */
export function openIdx(bytes: Uint8Array, file: string, guard: Guard): ArraySource {
  const place: Place = { file };
  const compressed = isGzip(bytes);
  const begin = (): ByteReader =>
    compressed ? gunzipping(bytes, place, guard) : plainReader(bytes, 0, bytes.length, place);

  const reader = begin();
  const magic = Uint8Array.from(reader.read(4));
  const type = TYPES[magic[2] as number];
  if (!isIdx(magic) || !type) {
    throw badFile({ ...place, at: 0 }, { code: 'idx.none' });
  }
  const rank = magic[3] as number;
  if (rank < 1 || rank > MOST_AXES) {
    throw badFile({ ...place, at: 3 }, { code: 'idx.axes', count: rank, most: MOST_AXES });
  }
  const header = viewOf(reader.read(4 * rank));
  const shape = Array.from({ length: rank }, (_, i) => header.getUint32(4 * i));

  const promised = bytesOf({ shape, type });
  const start = 4 + 4 * rank;
  if (compressed) checkPromise(promised, bytes.length, { ...place, at: 4 });
  else if (bytes.length - start !== promised) {
    throw badFile({ ...place, at: 4 }, { code: 'idx.size', promised, found: bytes.length - start });
  }
  return {
    place,
    name: file,
    type,
    littleEndian: false,
    shape,
    order: 'C',
    format: 'idx',
    open() {
      const fresh = begin();
      skip(fresh, start);
      return fresh;
    },
  };
}
