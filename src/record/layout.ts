/** Where the tensors of a safetensors file lie: its header, written and read. Files are hostile until read. */

import type { EngineError } from '../core/errors.ts';
import type { FileLike } from '../core/file.ts';
import { sizeOf } from '../core/network.ts';
import type { TensorFault } from '../core/problems/keep.ts';

const BYTES = { F32: 4, F16: 2, U8: 1, U32: 4 } as const;
type Own = keyof typeof BYTES;

/** Types that files of others may have besides. */
export const FOREIGN = { ...BYTES, F64: 8, BF16: 2, I64: 8, U64: 8, I32: 4, I16: 2, U16: 2, I8: 1, BOOL: 1 } as const;

/** A tensor's type, shape and place: bytes from the beginning of the data. */
export interface Placed<Dtype = Own> {
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  readonly begin: number;
  readonly end: number;
}

export interface Layout<Dtype = Own> {
  readonly entries: ReadonlyMap<string, Placed<Dtype>>;
  readonly metadata: Readonly<Record<string, string>>;
  /** Where the data begin in the file, and how many bytes of them there are. */
  readonly dataAt: number;
  readonly bytes: number;
}

/** Makes the error for a file that is not what it should be. */
export type Complaint = (fault: TensorFault) => EngineError;

/** The length that stands before the header takes so many bytes. */
export const LENGTH_BYTES = 8;

export function writeHeader(
  entries: Layout<string>['entries'],
  metadata: Readonly<Record<string, string>>,
): Uint8Array<ArrayBuffer> {
  const named = [...entries].map(([name, { dtype, shape, begin, end }]) => [
    name,
    { dtype, shape, data_offsets: [begin, end] },
  ]);
  const json = new TextEncoder().encode(JSON.stringify({ __metadata__: metadata, ...Object.fromEntries(named) }));
  // Padded with spaces, so that the numbers begin at a multiple of 8.
  const length = Math.ceil(json.length / 8) * 8;
  const header = new Uint8Array(LENGTH_BYTES + length).fill(0x20, LENGTH_BYTES);
  new DataView(header.buffer).setBigUint64(0, BigInt(length), true);
  header.set(json, LENGTH_BYTES);
  return header;
}

/**
 * Where the data of a file begin.
 *
 * @param start its first 8 bytes, or more
 * @param size bytes of the whole file
 */
function dataStart(start: Uint8Array, size: number, bad: Complaint): number {
  if (size < LENGTH_BYTES || start.length < LENGTH_BYTES) throw bad({ code: 'tensors.short' });
  const length = new DataView(start.buffer, start.byteOffset).getBigUint64(0, true);
  if (length > BigInt(size - LENGTH_BYTES)) throw bad({ code: 'tensors.header' });
  return LENGTH_BYTES + Number(length);
}

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parseHeader(text: Uint8Array, bad: Complaint): Json {
  try {
    const header: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(text));
    if (isObject(header)) return header;
  } catch {
    // Said below.
  }
  throw bad({ code: 'tensors.headerJson' });
}

const isCount = (n: unknown): n is number => Number.isSafeInteger(n) && (n as number) >= 0;

type Widths<Dtype extends string> = Readonly<Record<Dtype, number>>;

function placeOf<Dtype extends string>(
  widths: Widths<Dtype>,
  name: string,
  entry: unknown,
  bytes: number,
  bad: Complaint,
): Placed<Dtype> {
  const { dtype, shape, data_offsets: offsets } = isObject(entry) ? entry : {};
  const width = typeof dtype === 'string' && Object.hasOwn(widths, dtype) && widths[dtype as Dtype];
  if (!width || !Array.isArray(shape) || !shape.every(isCount) || !Array.isArray(offsets)) {
    throw bad({ code: 'tensors.entry', name });
  }
  const [begin, end] = offsets as unknown[];
  if (!isCount(begin) || !isCount(end) || end > bytes || end - begin !== width * sizeOf(shape)) {
    throw bad({ code: 'tensors.outside', name });
  }
  return { dtype: dtype as Dtype, shape, begin, end };
}

/** The format wants the data covered without gaps: so nothing is read twice, and nothing hides between. */
function checkCover(entries: Layout<string>['entries'], bytes: number, bad: Complaint): void {
  let at = 0;
  for (const [name, { begin, end }] of [...entries].sort(([, a], [, b]) => a.begin - b.begin || a.end - b.end)) {
    if (begin !== at) throw bad({ code: 'tensors.gap', name });
    at = end;
  }
  if (at !== bytes) throw bad({ code: 'tensors.rest' });
}

/**
 * @param start the file's first bytes: its header is among them
 * @param size bytes of the whole file
 * @param widths bytes of a number of each type that the file may have
 * @throws EngineError made by `bad`, which is told what is wrong with the file.
 */
export function readLayout<Dtype extends string = Own>(
  start: Uint8Array,
  size: number,
  bad: Complaint,
  widths: Widths<Dtype> = BYTES as Widths<string>,
): Layout<Dtype> {
  const dataAt = dataStart(start, size, bad);
  if (start.length < dataAt) throw bad({ code: 'tensors.short' });
  const { __metadata__: metadata = {}, ...tensors } = parseHeader(start.subarray(LENGTH_BYTES, dataAt), bad);
  if (!isObject(metadata) || !Object.values(metadata).every((text) => typeof text === 'string')) {
    throw bad({ code: 'tensors.metadataJson' });
  }
  const bytes = size - dataAt;
  const entries = new Map(
    Object.entries(tensors).map(([name, entry]) => [name, placeOf(widths, name, entry, bytes, bad)]),
  );
  checkCover(entries, bytes, bad);
  return { entries, metadata: metadata as Record<string, string>, dataAt, bytes };
}

export const bytesOf = async (file: FileLike, begin: number, end: number): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await file.slice(begin, end).arrayBuffer());

/** Of a file whose data stay where they are. @throws EngineError made by `bad` */
export async function layoutOf<Dtype extends string = Own>(
  file: FileLike,
  bad: Complaint,
  widths?: Widths<Dtype>,
): Promise<Layout<Dtype>> {
  const dataAt = dataStart(await bytesOf(file, 0, LENGTH_BYTES), file.size, bad);
  return readLayout(await bytesOf(file, 0, dataAt), file.size, bad, widths);
}
