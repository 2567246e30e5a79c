/** What a file is to a run, told by its first bytes and never by its name. */
import type { FileLike } from '../core/file.ts';
import { bytesOf, LENGTH_BYTES } from './layout.ts';

/** `record`: a run, or a checkpoint; `weights`: other tensors; `log`: a table of what a run has measured. */
export type FileKind = 'record' | 'weights' | 'log' | 'other';

/** No header of ours is longer; what is longer says by itself what is wrong with it. */
const MOST_HEADER = 2 ** 24;
const BRACE = 0x7b;

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

export async function kindOf(file: FileLike): Promise<FileKind> {
  const start = await bytesOf(file, 0, LENGTH_BYTES + 1);
  if (textOf(start.subarray(0, 5)) === 'step,') return 'log';
  // A length of less than 2³² before JSON; gzip, zip and pictures have other bytes there.
  const isTensors = start[LENGTH_BYTES] === BRACE && start.subarray(4, LENGTH_BYTES).every((byte) => byte === 0);
  if (!isTensors) return 'other';
  const length = new DataView(start.buffer).getUint32(0, true);
  const header = textOf(await bytesOf(file, LENGTH_BYTES, LENGTH_BYTES + Math.min(length, MOST_HEADER)));
  return header.includes('"format":"gan-playground/') ? 'record' : 'weights';
}
