/**
 * The safetensors format: an 8-byte length, a JSON header that names each tensor's type, shape and place, then the
 * numbers. Python reads it with the library of that name. What is not a tensor is text in the header's `__metadata__`.
 */

import { decodeHalves, encodeHalves } from './float16.ts';
import { type Complaint, type Layout, type Placed, readLayout, writeHeader } from './layout.ts';

/** Numbers of one of the types that such a file may have here. */
export type Numbers = Float32Array | Uint8Array | Uint32Array;

export interface SavedNumbers {
  readonly shape: readonly number[];
  /** Flat, row-major. */
  readonly values: Numbers;
}

export interface NumbersFile {
  readonly tensors: ReadonlyMap<string, SavedNumbers>;
  readonly metadata: Readonly<Record<string, string>>;
}

const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array<ArrayBuffer> =>
  new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength);

function typed(values: Numbers, floats: 'F32' | 'F16') {
  if (values instanceof Uint8Array) return { dtype: 'U8', bytes: values } as const;
  if (values instanceof Uint32Array) return { dtype: 'U32', bytes: bytesOf(values) } as const;
  return { dtype: floats, bytes: bytesOf(floats === 'F32' ? values : encodeHalves(values)) } as const;
}

/**
 * The pieces of a file, to be laid one after the other: its header, what `after` holds already, and the tensors' bytes.
 *
 * @param after where the data of another file end that these come behind, and its entries
 */
export function piecesOf(
  { tensors, metadata }: NumbersFile,
  floats: 'F32' | 'F16' = 'F32',
  after: Pick<Layout, 'entries' | 'bytes'> = { entries: new Map(), bytes: 0 },
): { readonly header: Uint8Array<ArrayBuffer>; readonly data: readonly Uint8Array<ArrayBuffer>[] } {
  let end = after.bytes;
  const entries = new Map(after.entries);
  const data: Uint8Array<ArrayBuffer>[] = [];
  for (const [name, { shape, values }] of tensors) {
    const { dtype, bytes } = typed(values, floats);
    entries.set(name, { dtype, shape, begin: end, end: end + bytes.length });
    end += bytes.length;
    data.push(bytes as Uint8Array<ArrayBuffer>);
  }
  return { header: writeHeader(entries, metadata), data };
}

export function encodeTensors(file: NumbersFile, floats: 'F32' | 'F16' = 'F32'): Uint8Array<ArrayBuffer> {
  const { header, data } = piecesOf(file, floats);
  const whole = new Uint8Array(data.reduce((sum, { length }) => sum + length, header.length));
  let at = 0;
  for (const piece of [header, ...data]) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** One tensor from its bytes; a copy, so that it is aligned and does not hold the whole file. */
export function numbersOf({ dtype, shape }: Placed, bytes: Uint8Array): SavedNumbers {
  // `slice` of a Node buffer would not be a copy.
  const copy = new Uint8Array(bytes);
  switch (dtype) {
    case 'F32':
      return { shape, values: new Float32Array(copy.buffer) };
    case 'F16':
      return { shape, values: decodeHalves(new Uint16Array(copy.buffer)) };
    case 'U8':
      return { shape, values: copy };
    case 'U32':
      return { shape, values: new Uint32Array(copy.buffer) };
    default:
      return dtype satisfies never;
  }
}

/**
 * @param wants whether a tensor is read, by its name; all are by default
 * @throws EngineError made by `bad`, which is told what is wrong with the file.
 */
export function decodeTensors(
  file: Uint8Array,
  bad: Complaint,
  wants: (name: string) => boolean = () => true,
): NumbersFile {
  const { entries, metadata, dataAt } = readLayout(file, file.length, bad);
  const data = file.subarray(dataAt);
  const read = ([name, place]: readonly [string, Placed]): [string, SavedNumbers] => [
    name,
    numbersOf(place, data.subarray(place.begin, place.end)),
  ];
  return { tensors: new Map([...entries].filter(([name]) => wants(name)).map(read)), metadata };
}
