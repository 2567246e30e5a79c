/**
 * The safetensors format: an 8-byte length, a JSON header that names each tensor's type, shape and place, then the
 * numbers. Python reads it with the library of that name. What is not a tensor is text in the header's `__metadata__`.
 */

import type { EngineError } from '../../core/errors.ts';
import { type Shape, sizeOf } from '../../core/network.ts';
import type { TensorFault } from '../../core/problems/keep.ts';
import type { SavedTensor } from '../../core/snapshot.ts';
import { decodeHalves, encodeHalves } from './float16.ts';

/** A header is a few kilobytes; one that claims more is not ours. */
const MAX_HEADER = 1 << 20;
const BYTES = { F32: 4, F16: 2 } as const;
type TensorType = keyof typeof BYTES;

export interface TensorFile {
  readonly tensors: ReadonlyMap<string, SavedTensor>;
  readonly metadata: Readonly<Record<string, string>>;
}

interface TensorEntry {
  readonly dtype: TensorType;
  readonly shape: Shape;
  readonly data_offsets: readonly [begin: number, end: number];
}

export function encodeTensors({ tensors, metadata }: TensorFile, dtype: TensorType): Uint8Array<ArrayBuffer> {
  let end = 0;
  const entries = [...tensors].map(([name, { shape, values }]): [string, TensorEntry] => {
    const begin = end;
    end += values.length * BYTES[dtype];
    return [name, { dtype, shape, data_offsets: [begin, end] }];
  });
  const json = new TextEncoder().encode(JSON.stringify({ __metadata__: metadata, ...Object.fromEntries(entries) }));
  // Padded with spaces, so that the numbers begin at a multiple of 8.
  const header = Math.ceil(json.length / 8) * 8;

  const file = new Uint8Array(8 + header + end).fill(0x20, 8, 8 + header);
  new DataView(file.buffer).setBigUint64(0, BigInt(header), true);
  file.set(json, 8);
  let at = 8 + header;
  for (const { values } of tensors.values()) {
    const numbers = dtype === 'F32' ? values : encodeHalves(values);
    file.set(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength), at);
    at += numbers.byteLength;
  }
  return file;
}

/** Makes the error for a file that is not what it should be. */
export type Complaint = (fault: TensorFault) => EngineError;

function readHeader(file: Uint8Array, bad: Complaint): { header: Record<string, unknown>; dataAt: number } {
  if (file.length < 8) throw bad({ code: 'tensors.short' });
  const length = Number(new DataView(file.buffer, file.byteOffset).getBigUint64(0, true));
  if (length > MAX_HEADER || 8 + length > file.length) throw bad({ code: 'tensors.header' });
  try {
    const header: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(file.subarray(8, 8 + length)));
    if (typeof header !== 'object' || header === null || Array.isArray(header)) throw new Error('It is no object.');
    return { header: header as Record<string, unknown>, dataAt: 8 + length };
  } catch {
    throw bad({ code: 'tensors.headerJson' });
  }
}

function readTensor(name: string, entry: unknown, data: Uint8Array, bad: Complaint): SavedTensor {
  const { dtype, shape, data_offsets: offsets } = (entry ?? {}) as Partial<TensorEntry>;
  const isCount = (n: unknown): n is number => Number.isInteger(n) && (n as number) >= 0;
  const width = dtype && BYTES[dtype];
  if (!width || !Array.isArray(shape) || !shape.every(isCount) || !Array.isArray(offsets)) {
    throw bad({ code: 'tensors.entry', name });
  }
  const [begin, end] = offsets as unknown[];
  if (!isCount(begin) || !isCount(end) || end > data.length || end - begin !== width * sizeOf(shape)) {
    throw bad({ code: 'tensors.outside', name });
  }
  // A copy, aligned: `slice` of a Node buffer would not be one.
  const { buffer } = new Uint8Array(data.subarray(begin, end));
  return { shape, values: dtype === 'F32' ? new Float32Array(buffer) : decodeHalves(new Uint16Array(buffer)) };
}

/** @throws EngineError made by `bad`, which is told what is wrong with the file. */
export function decodeTensors(file: Uint8Array, bad: Complaint): TensorFile {
  const { header, dataAt } = readHeader(file, bad);
  const { __metadata__: metadata, ...entries } = header;
  const data = file.subarray(dataAt);
  return {
    tensors: new Map(Object.entries(entries).map(([name, entry]) => [name, readTensor(name, entry, data, bad)])),
    metadata: (metadata ?? {}) as Record<string, string>,
  };
}
