/** Makes exports: for whoever has records and time, which is a worker of its own, or a command line. */
import type { FileLike } from '../core/file.ts';
import { findRecipe } from '../gan/recipes/index.ts';
import { badCheckpoint, decodeCheckpoint } from '../record/checkpoint.ts';
import { readRecord } from '../record/record.ts';
import type { ExportedRun, ExportSource, Make, Reader } from './exporter.ts';

const files = import.meta.glob<Make>(['./formats/*.ts', '!./formats/*.test.ts'], { import: 'make', eager: true });

/**
 * Reads a record.
 *
 * @throws EngineError `bad-config` that says what is wrong with the file
 */
export async function openSource(record: FileLike, run: ExportedRun, reader: Reader): Promise<ExportSource> {
  const { step, log, config } = await readRecord(record);
  const checkpoint = decodeCheckpoint(new Uint8Array(await record.slice(0, record.size).arrayBuffer()));
  const recipe = findRecipe(config.recipe);
  if (!recipe) throw badCheckpoint({ code: 'tensors.metadataJson' });
  return { ...run, ...reader, ...checkpoint, recipe, step, log };
}

/** The content of the export of this id, which is the name of its file. */
export async function makeExport(id: string, source: ExportSource): Promise<Uint8Array<ArrayBuffer> | string> {
  const make = files[`./formats/${id}.ts`];
  if (!make) throw new Error(`There is no export ${id}.`);
  return make(source);
}
