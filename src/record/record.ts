/**
 * A run as one file: its checkpoint, and what it has shown. Whoever has a checkpoint as a file adds the rest without
 * reading it: the pieces are laid one behind the other. Python reads the whole with the safetensors library.
 */

import type { RunConfig } from '../core/config.ts';
import type { FileLike } from '../core/file.ts';
import { badCheckpoint, configOf, FORMAT, LOG, stepIn } from './checkpoint.ts';
import { bytesOf, type Layout, layoutOf } from './layout.ts';
import { packLog, type RunLog, unpackLog } from './log.ts';
import { numbersOf, piecesOf } from './safetensors.ts';

/** What comes before the log, which is always last. */
function withoutLog({ entries, ...layout }: Layout): Layout {
  const others = new Map([...entries].filter(([name]) => !name.startsWith(LOG)));
  return { ...layout, entries: others, bytes: Math.max(0, ...[...others.values()].map(({ end }) => end)) };
}

/** A checkpoint's file with this log in it, in place of any that it has. */
export async function withLog(checkpoint: FileLike, log: RunLog): Promise<Blob> {
  const layout = withoutLog(await layoutOf(checkpoint, badCheckpoint));
  const { tensors, text } = packLog(log);
  const metadata = { ...layout.metadata, format: FORMAT, log: text };
  const { header, data } = piecesOf({ tensors, metadata }, 'F32', layout);
  // Whatever is like a file here is a blob: it is not read, only named.
  const weights = checkpoint.slice(layout.dataAt, layout.dataAt + layout.bytes) as Blob;
  return new Blob([header, weights, ...data]);
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
  const { entries, metadata, dataAt } = await layoutOf(file, badCheckpoint);
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
