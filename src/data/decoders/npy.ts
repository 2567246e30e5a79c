import type { ArraySource, UnreadableArray } from './arrays.ts';
import { bytesOf } from './arrays.ts';
import { badFile, type Place, showName } from './badFile.ts';
import { isElementType } from './elements.ts';
import type { Guard } from './guard.ts';
import { type ByteReader, skip, viewOf } from './reader.ts';

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
const MOST_AXES = 5;

export const isNpy = (bytes: Uint8Array): boolean => MAGIC.every((byte, i) => bytes[i] === byte);

// The header is a Python dictionary as numpy prints it. It is matched, never evaluated.
const DESCR = /'descr': '([^']{1,32})'/;
const FORTRAN = /'fortran_order': (True|False)/;
const SHAPE = /'shape': \(((?:\d{1,15}, ?)*(?:\d{1,15})?)\)/;
const TYPE = /^([<>|=])([a-z][0-9]{1,2})$/;

function readHeader(reader: ByteReader, guard: Guard): { readonly text: string; readonly length: number } {
  const { place } = reader;
  const start = Uint8Array.from(reader.read(8));
  if (!isNpy(start)) throw badFile({ ...place, at: 0 }, { code: 'npy.none' });
  const version = start[6] as number;
  if (version < 1 || version > 3) {
    throw badFile({ ...place, at: 6 }, { code: 'npy.version', version });
  }
  const width = version === 1 ? 2 : 4;
  const field = viewOf(reader.read(width));
  const length = version === 1 ? field.getUint16(0, true) : field.getUint32(0, true);
  if (length > guard.limits.headerBytes) {
    throw badFile({ ...place, at: 8 }, { code: 'npy.headerLength', bytes: length });
  }
  const text = length > 0 ? new TextDecoder('latin1').decode(reader.read(length)) : '';
  return { text, length: 8 + width + length };
}

/**
 * The header of an .npy array of version 1 to 3. Arrays of text, objects and the like are unreadable and no fault.
 *
 * @param begin opens the file or entry at its first byte
 * @param size checks the promised bytes of header and data against those that are there
 * @throws EngineError `bad-file`
 */
export function openNpy(
  begin: () => ByteReader,
  name: string,
  size: (promised: number, place: Place) => void,
  guard: Guard,
): ArraySource | UnreadableArray {
  const reader = begin();
  const { place } = reader;
  const { text, length } = readHeader(reader, guard);
  const [descr, fortran, dimensions] = [DESCR, FORTRAN, SHAPE].map((pattern) => pattern.exec(text)?.[1]);
  if (!fortran || dimensions === undefined) {
    throw badFile({ ...place, at: 10 }, { code: 'npy.header' });
  }
  const [, byteOrder, type] = TYPE.exec(descr ?? '') ?? [];
  if (!type || !isElementType(type)) {
    return { place, name, why: { code: 'array.otherType', type: descr ? showName(descr) : null } };
  }
  const shape = dimensions.split(',').flatMap((part) => (part.trim() ? [Number(part)] : []));
  if (shape.length > MOST_AXES) return { place, name, why: { code: 'array.axes', axes: shape.length } };
  size(length + bytesOf({ shape, type }), place);
  return {
    place,
    name,
    type,
    littleEndian: byteOrder !== '>',
    shape,
    order: fortran === 'True' ? 'F' : 'C',
    format: 'npy',
    open() {
      const fresh = begin();
      skip(fresh, length);
      return fresh;
    },
  };
}
