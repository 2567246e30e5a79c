/** Writes the formats that the decoders read, for tests. */
import { gzipSync, type Zippable, zipSync, zlibSync } from 'fflate';

/** Numbers with a shape, the last index running fastest. */
export interface Numbers {
  readonly shape: readonly number[];
  readonly values: readonly number[];
}

export type NpyType = 'u1' | 'i8' | 'i4' | 'f4';

const concat = (...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array<ArrayBuffer> => {
  const out = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
};

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

function uint32(value: number, little: boolean): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, little);
  return bytes;
}

export const writeIdx = ({ shape, values }: Numbers): Uint8Array<ArrayBuffer> =>
  concat([0, 0, 8, shape.length], ...shape.map((n) => uint32(n, false)), values);

export const gzip = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(gzipSync(bytes, { filename: 'a name', mtime: 0 }));

/** The same numbers with the first index running fastest. */
function toFortran({ shape, values }: Numbers): readonly number[] {
  const strides = shape.map((_, i) => shape.slice(i + 1).reduce((product, n) => product * n, 1));
  const out: number[] = [];
  const counters = shape.map(() => 0);
  for (let i = 0; i < values.length; i++) {
    out.push(values[counters.reduce((sum, n, axis) => sum + n * (strides[axis] as number), 0)] as number);
    for (let axis = 0; axis < shape.length; axis++) {
      counters[axis] = (counters[axis] as number) + 1;
      if ((counters[axis] as number) < (shape[axis] as number)) break;
      counters[axis] = 0;
    }
  }
  return out;
}

function numberBytes(values: readonly number[], type: NpyType, little: boolean): Uint8Array {
  const size = Number(type[1]);
  const view = new DataView(new ArrayBuffer(values.length * size));
  for (const [i, value] of values.entries()) {
    if (type === 'u1') view.setUint8(i, value);
    else if (type === 'i4') view.setInt32(4 * i, value, little);
    else if (type === 'i8') view.setBigInt64(8 * i, BigInt(value), little);
    else view.setFloat32(4 * i, value, little);
  }
  return new Uint8Array(view.buffer);
}

export function writeNpy(
  numbers: Numbers,
  { type = 'u1' as NpyType, order = 'C' as 'C' | 'F', version = 1 as 1 | 2, little = true } = {},
): Uint8Array<ArrayBuffer> {
  const { shape } = numbers;
  const descr = `${type === 'u1' ? '|' : little ? '<' : '>'}${type}`;
  const tuple = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
  const text = `{'descr': '${descr}', 'fortran_order': ${order === 'F' ? 'True' : 'False'}, 'shape': ${tuple}, }`;
  const fixed = version === 1 ? 10 : 12;
  const padded = `${text.padEnd(Math.ceil((fixed + text.length + 1) / 64) * 64 - fixed - 1)}\n`;
  const length = uint32(padded.length, true).subarray(0, version === 1 ? 2 : 4);
  const values = order === 'F' ? toFortran(numbers) : numbers.values;
  return concat([0x93], ascii('NUMPY'), [version, 0], length, ascii(padded), numberBytes(values, type, little));
}

export const zip = (entries: Readonly<Record<string, Uint8Array>>, level: 0 | 6 = 6): Uint8Array<ArrayBuffer> => {
  const files: Zippable = {};
  for (const [name, bytes] of Object.entries(entries)) files[name] = [bytes, { level, mtime: '2000-01-01' }];
  return Uint8Array.from(zipSync(files));
};

export const writeNpz = (arrays: Readonly<Record<string, Uint8Array>>, level: 0 | 6 = 6): Uint8Array<ArrayBuffer> =>
  zip(Object.fromEntries(Object.entries(arrays).map(([name, bytes]) => [`${name}.npy`, bytes])), level);

const UINT8 = 2;

/** A MATLAB element: small ones lie in their tag, others are padded to whole words. */
function element(type: number, data: Uint8Array, little: boolean): Uint8Array {
  if (data.length <= 4 && data.length > 0) {
    const padded = concat(data, new Uint8Array(4 - data.length));
    return concat(uint32((data.length << 16) | type, little), padded);
  }
  const padding = new Uint8Array(Math.ceil(data.length / 8) * 8 - data.length);
  return concat(uint32(type, little), uint32(data.length, little), data, padding);
}

function matrix(name: string, numbers: Numbers, little: boolean): Uint8Array {
  const doubleClass = 6;
  const content = concat(
    element(6, concat(uint32(doubleClass, little), uint32(0, little)), little),
    element(5, concat(...numbers.shape.map((n) => uint32(n, little))), little),
    element(1, ascii(name), little),
    element(UINT8, Uint8Array.from(toFortran(numbers)), little),
  );
  return concat(uint32(14, little), uint32(content.length, little), content);
}

/** Each matrix in a compressed element of its own, as MATLAB saves them. */
export function writeMat(
  matrices: Readonly<Record<string, Numbers>>,
  { compressed = true, little = true } = {},
): Uint8Array<ArrayBuffer> {
  const header = concat(
    ascii('MATLAB 5.0 MAT-file, made by a test'.padEnd(124)),
    little ? [0, 1] : [1, 0],
    ascii(little ? 'IM' : 'MI'),
  );
  const elements = Object.entries(matrices).map(([name, numbers]) => {
    const plain = matrix(name, numbers, little);
    if (!compressed) return plain;
    const packed = zlibSync(plain);
    return concat(uint32(15, little), uint32(packed.length, little), packed);
  });
  return concat(header, ...elements);
}

/** A MATLAB file whose compressed element holds whatever is given. */
export const wrapInMat = (inner: Uint8Array): Uint8Array<ArrayBuffer> => {
  const packed = zlibSync(inner);
  return concat(writeMat({}), uint32(15, true), uint32(packed.length, true), packed);
};

/** A zip of one deflated entry whose headers state a size of their own. */
export function zipThatClaims(name: string, content: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const honest = zip({ [name]: content });
  const view = new DataView(honest.buffer);
  view.setUint32(22, size, true);
  view.setUint32(view.getUint32(honest.length - 6, true) + 24, size, true);
  return honest;
}
