import type { DecodedSet } from '../data/decoders/decoded.ts';
import { importFiles } from '../data/decoders/importFiles.ts';
import { LIMITS } from '../data/decoders/limits.ts';
import type { DecodePicture } from '../data/decoders/pictures.ts';
import { imagesFromMemory, infoOf, shuffleExamples } from '../data/memory.ts';
import type { DataSetInfo } from '../data/set.ts';
import { findDataSet } from '../data/sets/index.ts';
import type { LoadedImages } from '../data/shards.ts';
import type { EngineEvent, ImportRequest } from '../worker/protocol.ts';

/** The same files make the same set: the split and the order do not depend on a run's seed. */
const SEED = 1;
const REPORT_EVERY_MS = 100;

/** The sets that were brought during this visit. */
export interface Imports {
  /**
   * Decodes files into a new set. Nothing changes if that fails.
   *
   * @throws EngineError `bad-file` or `cancelled`.
   */
  add(request: ImportRequest, signal: AbortSignal): Promise<DataSetInfo>;
  /** Also those that come with the page. */
  find(id: string): DataSetInfo | undefined;
  /** Null for a set that was not brought. */
  load(id: string, includeTest: boolean): LoadedImages | null;
}

export function createImports(decodePicture: DecodePicture, emit: (event: EngineEvent) => void): Imports {
  const sets = new Map<string, { readonly info: DataSetInfo; readonly set: DecodedSet }>();
  let named = 0;
  /** Bytes of all sets. They share one limit. */
  let kept = 0;

  return {
    async add({ job, files, side, channels }, signal) {
      let reported = 0;
      const set = await importFiles(files, {
        side,
        channels,
        seed: SEED,
        decodePicture,
        signal,
        limits: { ...LIMITS, decodedBytes: LIMITS.decodedBytes - kept },
        onProgress(done, total) {
          if (performance.now() - reported < REPORT_EVERY_MS) return;
          reported = performance.now();
          emit({ type: 'importing', job, done, total });
        },
      });
      for (const part of [set.train, set.test]) {
        shuffleExamples(part, set.height * set.width * set.channels, SEED);
        kept += part.images.length;
      }
      named += 1;
      const made = infoOf(`file:${named}`, set);
      const isTaken = [...sets.values()].some(({ info }) => info.name === made.name);
      const info = isTaken ? { ...made, name: `${made.name} ${named}` } : made;
      sets.set(info.id, { info, set });
      return info;
    },
    find: (id) => sets.get(id)?.info ?? findDataSet(id),
    load(id, includeTest) {
      const found = sets.get(id);
      return found ? imagesFromMemory(found.info, found.set, includeTest) : null;
    },
  };
}
