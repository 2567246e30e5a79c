import type { BroughtFile, DataSetInfo, ImageSetInfo } from '../../core/dataSet.ts';
import { badConfig } from '../../core/errors.ts';
import type { FileLike } from '../../core/file.ts';
import type { DecodedSet } from '../../data/decoders/decoded.ts';
import { importFiles } from '../../data/decoders/importFiles.ts';
import { LIMITS } from '../../data/decoders/limits.ts';
import type { DecodePicture } from '../../data/decoders/pictures.ts';
import { imagesFromMemory, infoOf, shuffleExamples } from '../../data/memory.ts';
import { readAddress } from '../../data/originals/address.ts';
import { download } from '../../data/originals/download.ts';
import { fetchAddress } from '../../data/originals/fetchAddress.ts';
import { publishedAs } from '../../data/originals/published.ts';
import { fileNameOf } from '../../data/originals/receive.ts';
import { cacheStore, type FileStore } from '../../data/originals/store.ts';
import { findDataSet } from '../../data/sets/index.ts';
import { bytesOfOriginal, findOriginal, type Original } from '../../data/sets/originals/index.ts';
import type { LoadedImages } from '../../data/shards.ts';
import type { AddressRequest, EngineEvent, ImportRequest, Requests } from '../../protocol/index.ts';
import { decodeImageSet, encodeImageSet } from '../../record/imageSet.ts';
import { isPointSet, type KeptPoints } from '../../record/pointSet.ts';
import { createPointSets, type PointSets } from './pointSets.ts';

/** The same files make the same set: the split and the order do not depend on a run's seed. */
const SEED = 1;
const REPORT_EVERY_MS = 100;

interface ImportsOptions {
  readonly decodePicture: DecodePicture;
  emit(event: EngineEvent): void;
  /** Of the page: it may read its own files without https. */
  readonly origin?: string;
  readonly fetch?: typeof fetch;
  readonly store?: FileStore;
}

const inMemory = (path: string, { buffer, length }: Uint8Array<ArrayBuffer>): BroughtFile => ({
  path,
  blob: { size: length, arrayBuffer: async () => buffer },
});

/** A set under the name that its authors gave it, and its classes, too. */
const named = (set: DecodedSet, { name, classes }: Pick<Original, 'name' | 'classes'>): DecodedSet => ({
  ...set,
  name,
  classes: classes.length === set.classes.length ? classes : set.classes,
});

/** The sets that were brought during this visit. */
export interface Imports {
  /**
   * Decodes files into a new set. Nothing changes if that fails.
   *
   * @throws EngineError `bad-file` or `cancelled`.
   */
  add(request: ImportRequest, signal: AbortSignal): Promise<DataSetInfo>;
  /**
   * Fetches a public set and decodes it.
   *
   * @throws EngineError `data-missing`, `data-corrupt` (both recoverable), `bad-config` or `cancelled`.
   */
  fetchOriginal(request: Requests['fetchOriginal'][0], signal: AbortSignal): Promise<DataSetInfo>;
  /**
   * Fetches files from addresses that a person gave, and decodes them together.
   *
   * @throws EngineError `data-missing`, `data-corrupt` (both recoverable), `bad-file` or `cancelled`.
   */
  fetchAddresses(request: AddressRequest, signal: AbortSignal): Promise<DataSetInfo>;
  /** Points that a person has drawn. @throws EngineError `bad-config` where nobody could train on them */
  addPoints(set: KeptPoints): DataSetInfo;
  /** A set that was brought, as it is. @throws EngineError `bad-config` for one that was not */
  file(id: string): Blob;
  /**
   * Of an earlier visit.
   *
   * @throws EngineError `bad-config` that says what is wrong with the file, or that there is no room.
   */
  takeBack(file: FileLike): Promise<DataSetInfo>;
  /** Also those that come with the page. */
  find(id: string): DataSetInfo | undefined;
  /** Null for points that nobody has drawn. */
  points: PointSets['load'];
  /** Null for a set that was not brought. */
  load(id: string, includeTest: boolean): LoadedImages | null;
  /** Its test images alone. */
  test(id: string): LoadedImages | null;
}

export function createImports({
  decodePicture,
  emit,
  origin = '',
  // Called bare: browsers refuse `fetch` with another `this`.
  fetch: fetchOne = (input, init) => fetch(input, init),
  store = cacheStore,
}: ImportsOptions): Imports {
  const sets = new Map<string, { readonly info: ImageSetInfo; readonly set: DecodedSet }>();
  let count = 0;
  /** Bytes of all sets. They share one limit. */
  let kept = 0;
  const names = new Set<string>();
  const points = createPointSets(distinct);

  /** A name that no other set has, so that one can tell them apart in lists. */
  function distinct(name: string): string {
    let free = name;
    for (let number = 2; names.has(free); number++) free = `${name} ${number}`;
    names.add(free);
    return free;
  }

  /** Tells how far a job is, not too often. */
  function reporter(job: number): (done: number, total: number) => void {
    let reported = 0;
    return (done, total) => {
      if (performance.now() - reported < REPORT_EVERY_MS) return;
      reported = performance.now();
      emit({ type: 'importing', job, done, total });
    };
  }

  const decode = (request: ImportRequest, signal: AbortSignal): Promise<DecodedSet> =>
    importFiles(request.files, {
      side: request.side,
      channels: request.channels,
      seed: SEED,
      decodePicture,
      signal,
      limits: { ...LIMITS, decodedBytes: LIMITS.decodedBytes - kept },
      onProgress: reporter(request.job),
    });

  function keep(set: DecodedSet): ImageSetInfo {
    for (const part of [set.train, set.test]) shuffleExamples(part, set.height * set.width * set.channels, SEED);
    return hold(set);
  }

  /** @param set mixed */
  function hold(set: DecodedSet): ImageSetInfo {
    kept += set.train.images.length + set.test.images.length;
    count += 1;
    const made = infoOf(`file:${count}`, set);
    const info = { ...made, name: distinct(made.name) };
    sets.set(info.id, { info, set });
    return info;
  }

  return {
    add: async (request, signal) => keep(await decode(request, signal)),
    async fetchOriginal({ job, original: id }, signal) {
      const original = findOriginal(id);
      if (!original) throw badConfig({ code: 'original.unknown', id });
      const total = bytesOfOriginal(original);
      const report = reporter(job);
      const files: BroughtFile[] = [];
      let before = 0;
      for (const file of original.files) {
        const onProgress = (bytes: number) => report(before + bytes, total);
        const bytes = await download(file, { fetch: fetchOne, store, signal, onProgress });
        before += file.bytes;
        files.push(inMemory(fileNameOf(file.url), bytes));
      }
      return keep(named(await decode({ job, files, side: 28, channels: 1 }, signal), original));
    },
    async fetchAddresses({ addresses, job, ...as }, signal) {
      // All are looked at before anything is fetched.
      const urls = [...new Set(addresses)].map((address) => readAddress(address, origin));
      const report = reporter(job);
      const files: BroughtFile[] = [];
      let before = 0;
      for (const url of urls) {
        const bytes = await fetchAddress(url, {
          fetch: fetchOne,
          store,
          signal,
          published: publishedAs(url),
          limit: LIMITS.fileBytes - before,
          isForeign: url.origin !== origin,
          // How long later files are is not known yet: each counts as much as this one.
          onProgress: (done, total) => report(files.length * total + done, urls.length * total),
        });
        before += bytes.length;
        files.push(inMemory(fileNameOf(url.href), bytes));
      }
      const set = await decode({ job, files, ...as }, signal);
      const [known, ...others] = new Set(urls.map((url) => publishedAs(url)?.set ?? null));
      return keep(known && others.length === 0 ? named(set, known) : set);
    },
    addPoints: points.add,
    file(id) {
      const drawn = points.file(id);
      if (drawn) return drawn;
      const found = sets.get(id);
      if (!found) throw badConfig({ code: 'data.unknown', id, known: [...sets.keys()] });
      return encodeImageSet(found.set);
    },
    takeBack: async (file) =>
      (await isPointSet(file)) ? points.takeBack(file) : hold(await decodeImageSet(file, LIMITS.decodedBytes - kept)),
    find: (id) => sets.get(id)?.info ?? points.find(id) ?? findDataSet(id),
    points: points.load,
    load(id, includeTest) {
      const found = sets.get(id);
      return found ? imagesFromMemory(found.info, found.set, includeTest) : null;
    },
    test(id) {
      const found = sets.get(id);
      return found ? imagesFromMemory(found.info, { ...found.set, train: found.set.test }, false) : null;
    },
  };
}
