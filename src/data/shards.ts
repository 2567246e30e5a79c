/**
 * Loads a packed image set shard by shard. Training can begin with the first shard; the others are
 * appended in order behind it, so what is loaded is always a prefix of the whole.
 */

import type { ImageSetInfo } from '../core/dataSet.ts';
import { EngineError } from '../core/errors.ts';
import { fetchFile } from './fetchFile.ts';
import { gunzip } from './gunzip.ts';
import { imageSize, type Manifest, parseManifest, type ShardEntry } from './manifest.ts';

export interface LoadOptions {
  /** Absolute address of the folder that holds a folder for each data set; ends with a slash. */
  readonly base: string | URL;
  /** Test examples are appended behind the training examples. */
  readonly includeTest: boolean;
  /** Whether there are training examples at all, as there are unless told otherwise. */
  readonly includeTraining?: boolean;
  /** Called after each shard, with numbers of images. */
  onProgress(loaded: number, total: number): void;
  /** A shard after the first could not be loaded; `retry` goes on from there. */
  onProblem(error: EngineError): void;
  /** Ends the loading, as `close` does. */
  readonly signal?: AbortSignal;
  readonly fetch?: typeof fetch;
}

export interface LoadedImages {
  readonly kind: 'image';
  readonly info: ImageSetInfo;
  /**
   * Bytes [capacity, height, width, channels]; zero from image `loaded` on. Of a set that is made, these are the
   * images it is made from.
   */
  readonly pixels: Uint8Array<ArrayBuffer>;
  /** The class of each image, below `info.classes.length`; zero from image `loaded` on. */
  readonly labels: Uint8Array<ArrayBuffer>;
  /** Images when everything is loaded. */
  readonly capacity: number;
  /** Images loaded so far: at least the first shard's. */
  readonly loaded: number;
  /** Fulfilled when everything is loaded; waits while a problem does; rejected (`cancelled`) by `close`. */
  readonly whenComplete: Promise<void>;
  /**
   * Goes on after a problem. Fulfilled when the shard that failed is in, or nothing had failed.
   *
   * @throws EngineError as `loadImageSet` does, if it fails again.
   */
  retry(): Promise<void>;
  /** Stops the loading. What is loaded stays usable. */
  close(): void;
}

const parseJson = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));

async function decodeShard(bytes: Uint8Array<ArrayBuffer>, shard: ShardEntry, classes: number): Promise<Uint8Array> {
  if (bytes.length !== shard.bytes) throw new Error(`It has ${bytes.length} bytes, not ${shard.bytes}.`);
  const raw = await gunzip(bytes, shard.rawBytes);
  const strange = raw.subarray(0, shard.count).find((label) => label >= classes);
  if (strange !== undefined) throw new Error(`It holds the label ${strange}, but there are ${classes} classes.`);
  return raw;
}

/**
 * Fetches the manifest and the first shard, then goes on with the others in the background.
 *
 * @throws EngineError `data-missing`, `data-corrupt` (both recoverable: call again) or `cancelled`.
 */
export async function loadImageSet(info: ImageSetInfo, options: LoadOptions): Promise<LoadedImages> {
  const stored = info.made?.from ?? info;
  const closing = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, closing.signal]) : closing.signal;
  // Called bare: browsers refuse `fetch` with another `this`.
  const request = {
    fetch: options.fetch ?? ((input, init) => fetch(input, init)),
    signal,
  } satisfies Partial<LoadOptions>;
  const cancelled = () => new EngineError('cancelled', { code: 'cancelled', work: 'loading', name: info.name });
  const addressOf = (file: string): URL => new URL(`${stored.id}/${file}`, options.base);

  const manifest: Manifest = await fetchFile({
    ...request,
    url: addressOf('manifest.json'),
    cache: 'no-cache',
    decode: (bytes) => parseManifest(parseJson(bytes), stored),
  });
  const shards = [
    ...manifest.shards.filter(({ split }) => options.includeTraining !== false && split === 'train'),
    ...manifest.shards.filter(({ split }) => options.includeTest && split === 'test'),
  ];
  const capacity = shards.reduce((sum, { count }) => sum + count, 0);
  const size = imageSize(stored);
  const pixels = new Uint8Array(capacity * size);
  const labels = new Uint8Array(capacity);
  let loaded = 0;
  let next = 0;

  async function loadNext(): Promise<void> {
    const shard = shards[next];
    if (!shard) return;
    const decode = (bytes: Uint8Array<ArrayBuffer>) => decodeShard(bytes, shard, manifest.classes);
    const raw = await fetchFile({ ...request, url: addressOf(shard.file), cache: 'default', decode });
    if (signal.aborted) throw cancelled();
    labels.set(raw.subarray(0, shard.count), loaded);
    pixels.set(raw.subarray(shard.count), loaded * size);
    loaded += shard.count;
    next += 1;
    options.onProgress(loaded, capacity);
  }

  let completed = (): void => {};
  const whenComplete = new Promise<void>((resolve, reject) => {
    completed = resolve;
    signal.addEventListener('abort', () => reject(cancelled()));
  });
  // Not everyone waits for it, and closing is no fault.
  whenComplete.catch(() => {});

  let failed = false;
  async function loadRest(): Promise<void> {
    try {
      while (next < shards.length) await loadNext();
      completed();
    } catch (error) {
      failed = true;
      if (!signal.aborted) options.onProblem(EngineError.from(error));
    }
  }

  let retrying: Promise<void> | null = null;
  async function retryFailed(): Promise<void> {
    await loadNext();
    failed = false;
    void loadRest();
  }

  await loadNext();
  void loadRest();

  return {
    kind: 'image',
    info,
    pixels,
    labels,
    capacity,
    get loaded() {
      return loaded;
    },
    whenComplete,
    retry() {
      if (!failed) return Promise.resolve();
      retrying ??= retryFailed().finally(() => {
        retrying = null;
      });
      return retrying;
    },
    close: () => closing.abort(),
  };
}
