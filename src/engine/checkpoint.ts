/**
 * A run's state as one file, in the safetensors format: an 8-byte length, a JSON header that names each tensor's
 * type, shape and place, then the numbers. Python reads it with the library of that name. What is not a tensor
 * (config, step, random streams, place in the data) is JSON in the header's `__metadata__`.
 */
import type { RunConfig } from '../core/config.ts';
import { EngineError } from '../core/errors.ts';
import type { Shape } from '../core/network.ts';
import { sizeOf } from '../core/network.ts';
import type { Snapshot } from './snapshot.ts';

const FORMAT = 'gan-playground/1';
/** A header is a few kilobytes; one that claims more is not ours. */
const MAX_HEADER = 1 << 20;

export interface Checkpoint {
  readonly config: RunConfig;
  readonly snapshot: Snapshot;
}

interface TensorEntry {
  readonly dtype: 'F32';
  readonly shape: Shape;
  readonly data_offsets: readonly [begin: number, end: number];
}

export function encodeCheckpoint({ config, snapshot }: Checkpoint): Uint8Array<ArrayBuffer> {
  const { tensors, ...state } = snapshot;
  let end = 0;
  const entries = [...tensors].map(([name, { shape, values }]): [string, TensorEntry] => {
    const begin = end;
    end += values.byteLength;
    return [name, { dtype: 'F32', shape, data_offsets: [begin, end] }];
  });
  const metadata = { format: FORMAT, config: JSON.stringify(config), state: JSON.stringify(state) };
  const json = new TextEncoder().encode(JSON.stringify({ __metadata__: metadata, ...Object.fromEntries(entries) }));
  // Padded with spaces, so that the numbers begin at a multiple of 8.
  const header = Math.ceil(json.length / 8) * 8;

  const file = new Uint8Array(8 + header + end).fill(0x20, 8, 8 + header);
  new DataView(file.buffer).setBigUint64(0, BigInt(header), true);
  file.set(json, 8);
  let at = 8 + header;
  for (const { values } of tensors.values()) {
    file.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), at);
    at += values.byteLength;
  }
  return file;
}

const bad = (what: string): EngineError =>
  new EngineError('bad-config', `This is not a checkpoint of the playground: ${what}.`);

function readHeader(file: Uint8Array): { header: Record<string, unknown>; dataAt: number } {
  if (file.length < 8) throw bad('it is too short');
  const length = Number(new DataView(file.buffer, file.byteOffset).getBigUint64(0, true));
  if (length > MAX_HEADER || 8 + length > file.length) throw bad('its header does not fit into it');
  try {
    const header: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(file.subarray(8, 8 + length)));
    if (typeof header !== 'object' || header === null || Array.isArray(header)) throw new TypeError('no object');
    return { header: header as Record<string, unknown>, dataAt: 8 + length };
  } catch {
    throw bad('its header is not JSON');
  }
}

function readTensor(name: string, entry: unknown, data: Uint8Array): { shape: Shape; values: Float32Array } {
  const { dtype, shape, data_offsets: offsets } = (entry ?? {}) as Partial<TensorEntry>;
  const isCount = (n: unknown): n is number => Number.isInteger(n) && (n as number) >= 0;
  if (dtype !== 'F32' || !Array.isArray(shape) || !shape.every(isCount) || !Array.isArray(offsets)) {
    throw bad(`the entry of ${name} is not one of a float32 tensor`);
  }
  const [begin, end] = offsets as unknown[];
  if (!isCount(begin) || !isCount(end) || end > data.length || end - begin !== 4 * sizeOf(shape)) {
    throw bad(`${name} does not lie within the file`);
  }
  return { shape, values: new Float32Array(data.slice(begin, end).buffer) };
}

/**
 * Reads a file back. Whether its tensors fit the config's networks is checked when they are restored.
 *
 * @throws EngineError `bad-config` that says what is wrong with the file.
 */
export function decodeCheckpoint(file: Uint8Array): Checkpoint {
  const { header, dataAt } = readHeader(file);
  const { __metadata__: metadata, ...entries } = header;
  const { format, config, state } = (metadata ?? {}) as Record<string, string>;
  if (format !== FORMAT || !config || !state) throw bad(`it does not say “${FORMAT}”`);
  const data = file.subarray(dataAt);
  const tensors = new Map(Object.entries(entries).map(([name, entry]) => [name, readTensor(name, entry, data)]));
  try {
    return { config: JSON.parse(config), snapshot: { ...JSON.parse(state), tensors } };
  } catch {
    throw bad('its metadata is not JSON');
  }
}
