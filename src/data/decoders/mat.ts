/** MATLAB's MAT-files of version 5, as SVHN is published: https://www.mathworks.com/help/pdf_doc/matlab/matfile_format.pdf */
import type { ArraySource, Decoding, UnreadableArray } from './arrays.ts';
import { bytesOf } from './arrays.ts';
import { badFile, type Place, showName } from './badFile.ts';
import { adler32 } from './checksum.ts';
import type { ElementType } from './elements.ts';
import type { Guard } from './guard.ts';
import { checkPromise, inflatingReader } from './inflate.ts';
import { type ByteReader, plainReader, skip, viewOf } from './reader.ts';

const HEADER = 128;
const MATRIX = 14;
const COMPRESSED = 15;
/** MATLAB's numbers for data types; a matrix may be stored as a smaller type than it is shown as. */
const TYPES: Readonly<Record<number, ElementType>> = {
  1: 'i1',
  2: 'u1',
  3: 'i2',
  4: 'u2',
  5: 'i4',
  6: 'u4',
  7: 'f4',
  9: 'f8',
  12: 'i8',
  13: 'u8',
};
/** Classes of arrays of plain numbers: double to uint64. Others are cells, structures, text. */
const NUMERIC = { first: 6, last: 15 };
const COMPLEX = 0x0800;
const MOST_AXES = 5;
const LONGEST_NAME = 64;

const startsWith = (bytes: Uint8Array, text: string): boolean =>
  [...text].every((letter, i) => bytes[i] === letter.charCodeAt(0));

export const isMat = (bytes: Uint8Array): boolean => startsWith(bytes, 'MATLAB ');

interface Tag {
  readonly type: number;
  readonly size: number;
  /** Data of up to four bytes lies in the tag itself. */
  readonly small: Uint8Array | null;
}

function readTag(reader: ByteReader, little: boolean): Tag {
  const bytes = Uint8Array.from(reader.read(8));
  const first = viewOf(bytes).getUint32(0, little);
  if (first >>> 16 === 0) return { type: first, size: viewOf(bytes).getUint32(4, little), small: null };
  const size = first >>> 16;
  if (size > 4) {
    throw badFile(reader.place, { code: 'mat.smallElement', bytes: size });
  }
  return { type: first & 0xffff, size, small: bytes.subarray(4, 4 + size) };
}

/** One of the short elements that describe a matrix. */
function readShort(reader: ByteReader, little: boolean, most: number): Uint8Array {
  const { size, small } = readTag(reader, little);
  if (small) return small;
  if (size > most) {
    throw badFile(reader.place, { code: 'mat.longDescription', bytes: size, most });
  }
  return Uint8Array.from(reader.read(Math.ceil(size / 8) * 8).subarray(0, size));
}

/** Reads a matrix's description; the reader then stands at the tag of its values. */
function readDescription(reader: ByteReader, little: boolean) {
  const flags = readShort(reader, little, 8);
  const shape = readShort(reader, little, 4 * MOST_AXES);
  const name = new TextDecoder('latin1').decode(readShort(reader, little, LONGEST_NAME));
  if (flags.length < 4 || shape.length < 4 || shape.length % 4 !== 0) {
    throw badFile(reader.place, { code: 'mat.description', name: showName(name) });
  }
  const word = viewOf(flags).getUint32(0, little);
  const kind = word & 0xff;
  return {
    name,
    shape: Array.from({ length: shape.length / 4 }, (_, i) => viewOf(shape).getUint32(4 * i, little)),
    plain: kind >= NUMERIC.first && kind <= NUMERIC.last && !(word & COMPLEX),
  };
}

/** Opens a reader at the first byte of an element's content, behind its tag. */
interface Content {
  readonly size: number;
  readonly compressed: number | null;
  open(): ByteReader;
}

function openMatrix(content: Content, little: boolean): ArraySource | UnreadableArray {
  const reader = content.open();
  const { name, shape, plain } = readDescription(reader, little);
  const place = { ...reader.place, entry: name };
  if (!plain) return { place, name, why: { code: 'array.notPlain' } };
  const { type: code, size, small } = readTag(reader, little);
  const type = TYPES[code];
  if (!type) return { place, name, why: { code: 'array.unknownType', type: code } };

  const promised = bytesOf({ shape, type });
  const start = reader.position() - (small ? 4 : 0);
  if (promised !== size || start + promised > content.size) {
    const found = Math.min(size, Math.max(0, content.size - start));
    throw badFile(place, { code: 'mat.size', promised, found });
  }
  if (content.compressed !== null) checkPromise(promised, content.compressed, place);
  const padding = content.size - start - promised;
  if (padding >= 8) throw badFile(place, { code: 'mat.tooLong' });
  return {
    place,
    name,
    type,
    littleEndian: little,
    shape,
    order: 'F',
    format: 'mat',
    open() {
      const fresh = content.open();
      skip(fresh, start);
      // The values end where padding to whole words begins.
      const end = (): void => {
        skip(fresh, padding);
        fresh.end();
      };
      return { ...fresh, end };
    },
  };
}

/** What an element contains: a matrix, plain or compressed, or null for anything else. */
function contentOf(bytes: Uint8Array, from: number, tag: Tag, place: Place, little: boolean, guard: Guard) {
  const to = from + tag.size;
  if (tag.type === MATRIX) {
    return { size: tag.size, compressed: null, open: () => plainReader(bytes, from, to, place) } satisfies Content;
  }
  if (tag.type !== COMPRESSED) return null;
  if (tag.size < 6 || ((bytes[from] as number) & 0x0f) !== 8) {
    throw badFile({ ...place, at: from }, { code: 'mat.zlib' });
  }
  // zlib (RFC 1950): two bytes, the deflate stream, and a checksum, which is big-endian.
  const checksum = { of: adler32, begin: 1, expected: viewOf(bytes).getUint32(to - 4) };
  const inflate = () => inflatingReader({ bytes, from: from + 2, to: to - 4, checksum, place }, guard);
  return unwrap(inflate, tag.size, little);
}

/** Looks into a compressed element. That is as deep as it goes: cells and structures are not entered. */
function unwrap(begin: () => ByteReader, compressed: number, little: boolean): Content | null {
  const reader = begin();
  const inner = readTag(reader, little);
  if (inner.type === COMPRESSED) {
    throw badFile(reader.place, { code: 'mat.nested' });
  }
  if (inner.type !== MATRIX) return null;
  const open = (): ByteReader => {
    const fresh = begin();
    skip(fresh, 8);
    return { ...fresh, position: () => fresh.position() - 8 };
  };
  return { size: inner.size, compressed, open };
}

function byteOrder(bytes: Uint8Array, place: Place): boolean {
  if (bytes.length < HEADER) throw badFile({ ...place, at: 0 }, { code: 'mat.header' });
  const mark = String.fromCharCode(bytes[126] as number, bytes[127] as number);
  if (startsWith(bytes, 'MATLAB 7.3')) {
    throw badFile(place, { code: 'mat.version73' });
  }
  if (mark !== 'IM' && mark !== 'MI') {
    throw badFile({ ...place, at: 126 }, { code: 'mat.byteOrder' });
  }
  return mark === 'IM';
}

/**
 * The matrices of a MAT-file.
 *
 * @throws EngineError `bad-file`
 */
export function* openMat(bytes: Uint8Array, file: string, guard: Guard): Decoding<(ArraySource | UnreadableArray)[]> {
  const place: Place = { file };
  const little = byteOrder(bytes, place);
  const found: (ArraySource | UnreadableArray)[] = [];
  let elements = 0;
  for (let at = HEADER; at < bytes.length; elements++) {
    const here = { ...place, at };
    if (elements >= guard.limits.arrays) {
      throw badFile(here, { code: 'limit.elements', most: guard.limits.arrays });
    }
    const tag = readTag(plainReader(bytes, at, bytes.length, here), little);
    const from = at + 8;
    const length = tag.small ? 0 : tag.size;
    if (from + length > bytes.length) {
      throw badFile(here, { code: 'mat.element', promised: length, found: bytes.length - from });
    }
    const content = tag.small ? null : contentOf(bytes, from, tag, here, little, guard);
    if (content) found.push(openMatrix(content, little));
    at = from + (tag.type === COMPRESSED ? length : Math.ceil(length / 8) * 8);
    yield 0;
  }
  return found;
}
