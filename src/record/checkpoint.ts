/**
 * A run's state as one file, in the safetensors format. What is not a tensor (config, step, random streams, place in
 * the data) is JSON in its metadata. What the run has shown may lie in the same file: see `record.ts`.
 */

import * as v from 'valibot';
import type { RunConfig } from '../core/config.ts';
import { badConfig, type EngineError } from '../core/errors.ts';
import type { TensorFault } from '../core/problems/keep.ts';
import { PURPOSES, type SavedTensor, type Snapshot } from '../core/snapshot.ts';
import { averagesSchema, lighten, withAverages } from './light.ts';
import { decodeTensors, encodeTensors, type NumbersFile, piecesOf, type SavedNumbers } from './safetensors.ts';

/** Of the file, with its version: files of earlier ones are read, of later ones refused. */
export const FORMAT = 'gan-playground/3';
/** The first without what the run has shown and the best model, the second without light ones. */
const EARLIER: readonly (string | undefined)[] = ['gan-playground/1', 'gan-playground/2'];

/** The model with the best marks, where D learns classes; a return to it goes on from its snapshot. */
export interface BestModel {
  readonly step: number;
  /** Shares of right answers; NaN where the data have no examples to ask. */
  readonly validation: number;
  readonly test: number;
  readonly snapshot: Snapshot;
}

export interface Checkpoint {
  /** With its live changes. */
  readonly config: RunConfig;
  readonly snapshot: Snapshot;
  /** Absent where there is none. */
  readonly best?: BestModel;
}

/** Tensors of the best model, and of what the run has shown; all others are the snapshot's. */
const BEST = 'best.';
export const LOG = 'log.';

export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** A parameter's value. */
export const setting = v.union([v.number(), v.string(), v.boolean()]);
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const updates = v.object({ generator: count, discriminator: count });
const stream = v.object({ key0: count, key1: count, block: count });
const began = v.object({
  step: count,
  updates,
  begun: v.exactOptional(updates),
  streams: v.object(
    Object.fromEntries(PURPOSES.map((purpose) => [purpose, stream])) as Record<
      (typeof PURPOSES)[number],
      typeof stream
    >,
  ),
  batches: v.object({ epoch: count, position: count, stream }),
});
/** No memory begins later than now. */
const state = v.pipe(
  began,
  v.check(
    ({ updates: now, begun = now }) => begun.generator <= now.generator && begun.discriminator <= now.discriminator,
  ),
);
/** JSON has no NaN, and writes null. */
const mark = v.pipe(
  v.nullable(share),
  v.transform((value) => value ?? Number.NaN),
);
const best = v.object({ step: count, validation: mark, test: mark, state });
const config = v.object({
  recipe: v.string(),
  data: v.string(),
  seed: v.pipe(count, v.maxValue(2 ** 32 - 1)),
  params: v.record(v.string(), setting),
  generator: v.optional(v.string()),
  discriminator: v.optional(v.string()),
});

const stateOf = ({ tensors: _, ...rest }: Snapshot) => rest;

/** A checkpoint as the tensors and texts of a file. */
function checkpointFile(checkpoint: Checkpoint): NumbersFile {
  const { best: kept } = checkpoint;
  const named = [...(kept?.snapshot.tensors ?? [])].map(([name, tensor]) => [BEST + name, tensor] as const);
  return {
    tensors: new Map<string, SavedNumbers>([...checkpoint.snapshot.tensors, ...named]),
    metadata: {
      format: FORMAT,
      config: JSON.stringify(checkpoint.config),
      state: JSON.stringify(stateOf(checkpoint.snapshot)),
      ...(kept && {
        best: JSON.stringify({
          step: kept.step,
          validation: kept.validation,
          test: kept.test,
          state: stateOf(kept.snapshot),
        }),
      }),
    },
  };
}

export const encodeCheckpoint = (checkpoint: Checkpoint): Uint8Array<ArrayBuffer> =>
  encodeTensors(checkpointFile(checkpoint));

/** The same without a copy of every tensor on the way. */
export function checkpointBlob(checkpoint: Checkpoint): Blob {
  const { header, data } = piecesOf(checkpointFile(checkpoint));
  return new Blob([header, ...data]);
}

/**
 * The same in half precision, without the best model, the optimisers' memories and moving averages (`light.ts`). What is
 * read back goes on from there, and not as the run itself would have.
 */
export function encodeLight(
  { config, snapshot }: Checkpoint,
  standIn: Parameters<typeof lighten>[1],
): Uint8Array<ArrayBuffer> {
  const light = lighten(snapshot, standIn);
  const { tensors, metadata } = checkpointFile({ config, snapshot: light.snapshot });
  return encodeTensors({ tensors, metadata: { ...metadata, averages: JSON.stringify(light.averages) } }, 'F16');
}

/** The error for a file that is no checkpoint. */
export const badCheckpoint = (fault: TensorFault): EngineError => badConfig({ code: 'checkpoint.bad', fault });

/** @throws EngineError `bad-config` if the text is no JSON, or not of this kind. */
export function parsed<Schema extends v.GenericSchema>(schema: Schema, text: string): v.InferOutput<Schema> {
  try {
    return v.parse(schema, JSON.parse(text));
  } catch {
    throw badCheckpoint({ code: 'tensors.metadataJson' });
  }
}

/** @throws EngineError `bad-config` if the file says that it is of another format, or of none. */
function checkFormat({ format }: NumbersFile['metadata']): void {
  if (format === FORMAT || EARLIER.includes(format)) return;
  const later = /^gan-playground\/\d+$/.test(format ?? '');
  throw badCheckpoint(later ? { code: 'tensors.later' } : { code: 'tensors.format', format: FORMAT });
}

/** The config alone, without any tensor. */
export function configOf(metadata: NumbersFile['metadata']): RunConfig {
  checkFormat(metadata);
  // What is not there is left out, where the types say that it may be.
  return parsed(config, metadata.config ?? '') as RunConfig;
}

/** The step that it is of. */
export const stepIn = (metadata: NumbersFile['metadata']): number => parsed(state, metadata.state ?? '').step;

function floatsOf(tensors: NumbersFile['tensors'], prefix: string): ReadonlyMap<string, SavedTensor> {
  const floats = new Map<string, SavedTensor>();
  for (const [name, { shape, values }] of tensors) {
    if (name.startsWith(BEST) !== (prefix === BEST)) continue;
    if (!(values instanceof Float32Array)) throw badCheckpoint({ code: 'tensors.unfit', name });
    floats.set(name.slice(prefix.length), { shape, values });
  }
  return floats;
}

/**
 * Reads a file back. Whether its tensors fit the config's networks is checked when they are restored.
 *
 * @throws EngineError `bad-config` that says what is wrong with the file.
 */
export function decodeCheckpoint(file: Uint8Array): Checkpoint {
  const { tensors, metadata } = decodeTensors(file, badCheckpoint, (name) => !name.startsWith(LOG));
  const averages = metadata.averages === undefined ? [] : parsed(averagesSchema, metadata.averages);
  const marks = metadata.best === undefined ? null : parsed(best, metadata.best);
  return {
    config: configOf(metadata),
    snapshot: { ...parsed(state, metadata.state ?? ''), tensors: withAverages(floatsOf(tensors, ''), averages) },
    ...(marks && {
      best: {
        step: marks.step,
        validation: marks.validation,
        test: marks.test,
        snapshot: { ...marks.state, tensors: floatsOf(tensors, BEST) },
      },
    }),
  };
}
