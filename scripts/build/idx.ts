import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

/** The IDX format of LeCun's MNIST files: a big-endian header, then unsigned bytes. */
export interface IdxArray {
  readonly shape: readonly number[];
  readonly data: Uint8Array;
}

const UNSIGNED_BYTE = 0x08;

/** @throws RangeError if the header is not IDX of bytes, or does not fit the file's length. */
export function parseIdx(file: Uint8Array): IdxArray {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.length < 4 || view.getUint16(0) !== 0 || view.getUint8(2) !== UNSIGNED_BYTE) {
    throw new RangeError('This is no IDX file of unsigned bytes.');
  }
  const rank = view.getUint8(3);
  const header = 4 + 4 * rank;
  if (file.length < header) throw new RangeError('The IDX header is cut off.');
  const shape = Array.from({ length: rank }, (_, i) => view.getUint32(4 + 4 * i));
  const size = shape.reduce((product, n) => product * n, 1);
  if (file.length !== header + size) {
    throw new RangeError(`The IDX header promises ${size} bytes, the file has ${file.length - header}.`);
  }
  return { shape, data: file.subarray(header) };
}

/**
 * Reads one of the published files.
 *
 * @returns The bytes behind the header.
 * @throws Error that names the file, if its MD5 or its shape is not the published one.
 */
export function readVerified(path: string, md5: string, shape: readonly number[]): Uint8Array {
  const file = readFileSync(path);
  const found = createHash('md5').update(file).digest('hex');
  if (found !== md5) {
    throw new Error(`${path} is damaged: its MD5 is ${found}, not ${md5}. Delete node_modules and install again.`);
  }
  const array = parseIdx(file);
  if (array.shape.join() !== shape.join()) {
    throw new Error(`${basename(path)} holds ${array.shape.join('×')} bytes, not ${shape.join('×')}.`);
  }
  return array.data;
}
