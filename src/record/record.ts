/**
 * A run as one file: its checkpoint, and what it has shown. Whoever has a checkpoint as a file adds the rest without
 * reading it: the pieces are laid one behind the other. Python reads the whole with the safetensors library.
 */

import type { RunConfig } from '../core/config.ts';
import { badCheckpoint, configOf, FORMAT, stepIn } from './checkpoint.ts';
import { dataStart, type Layout, LENGTH_BYTES, readLayout } from './layout.ts';
import { packLog, type RunLog, unpackLog } from './log.ts';
import { numbersOf, piecesOf } from './safetensors.ts';

/** What is needed of a `Blob`. */
export interface FileLike {
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
  slice(begin: number, end: number): FileLike;
}

const bytesOf = async (file: FileLike, begin: number, end: number): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await file.slice(begin, end).arrayBuffer());

async function layoutOf(file: FileLike): Promise<Layout> {
  const dataAt = dataStart(await bytesOf(file, 0, LENGTH_BYTES), file.size, badCheckpoint);
  return readLayout(await bytesOf(file, 0, dataAt), file.size, badCheckpoint);
}

/**
 * A checkpoint's file with a log in it.
 *
 * @param checkpoint one that has none yet
 */
export async function withLog(checkpoint: Blob, log: RunLog): Promise<Blob> {
  const layout = await layoutOf(checkpoint);
  const { tensors, text } = packLog(log);
  const metadata = { ...layout.metadata, format: FORMAT, log: text };
  const { header, data } = piecesOf({ tensors, metadata }, 'F32', layout);
  return new Blob([header, checkpoint.slice(layout.dataAt), ...data]);
}

/** What there is to know of a record without its weights. */
export interface RecordFile {
  readonly config: RunConfig;
  readonly step: number;
  readonly log: RunLog;
}

const NOTHING: RunLog = { steps: new Float64Array(), columns: new Map(), scores: [], events: [], frames: [] };

/**
 * Reads what a record says; its weights stay where they are.
 *
 * @throws EngineError `bad-config` that says what is wrong with the file.
 */
export async function readRecord(file: FileLike): Promise<RecordFile> {
  const { entries, metadata, dataAt } = await layoutOf(file);
  const config = configOf(metadata);
  const log =
    metadata.log === undefined
      ? NOTHING
      : await unpackLog(metadata.log, async (name) => {
          const place = entries.get(name);
          return place && numbersOf(place, await bytesOf(file, dataAt + place.begin, dataAt + place.end));
        });
  return { config, step: stepIn(metadata), log };
}
