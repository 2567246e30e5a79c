import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import type { ImageSetInfo } from '../core/dataSet.ts';
import type { EngineError } from '../core/errors.ts';
import { info as mnist } from './sets/mnist.ts';
import { type LoadOptions, loadImageSet } from './shards.ts';

const BASE = 'https://example.test/data/';

/** 2×1 images in two training shards of 3 and 2, and a test shard of 1. Image i holds the bytes i, 100 + i. */
const tiny: ImageSetInfo = {
  id: 'tiny',
  name: 'Tiny',
  kind: 'image',
  height: 2,
  width: 1,
  channels: 1,
  classes: ['a', 'b'],
  trainCount: 5,
  testCount: 1,
};

const shardOf = (start: number, count: number): Uint8Array => {
  const images = Array.from({ length: count }, (_, i) => start + i);
  return gzipSync(Uint8Array.from([...images.map((i) => i % 2), ...images.flatMap((i) => [i, 100 + i])]));
};

const FIRST = 'train-0.aaaaaaaa.bin';
const SECOND = 'train-1.bbbbbbbb.bin';
const TEST = 'test-0.cccccccc.bin';

/** A server's folder as a map; a function is called anew for each request. */
type Body = Uint8Array | string | (() => Uint8Array | Response | Promise<never>);

function tinyFiles(): Map<string, Body> {
  const shards = { [FIRST]: shardOf(0, 3), [SECOND]: shardOf(3, 2), [TEST]: shardOf(5, 1) };
  const entries = Object.entries(shards).map(([file, bytes], i) => {
    const count = [3, 2, 1][i] as number;
    return {
      split: file.startsWith('train') ? 'train' : 'test',
      file,
      count,
      bytes: bytes.length,
      rawBytes: count * 3,
    };
  });
  const manifest = { format: 1, height: 2, width: 1, channels: 1, classes: 2, shards: entries };
  return new Map<string, Body>([['manifest.json', JSON.stringify(manifest)], ...Object.entries(shards)]);
}

function serve(files: Map<string, Body>) {
  const requests: string[] = [];
  const fetch = async (input: RequestInfo | URL) => {
    const file = String(input).replace(`${BASE}tiny/`, '');
    requests.push(file);
    const body = files.get(file);
    const answer = typeof body === 'function' ? await body() : body;
    if (answer instanceof Response) return answer;
    return answer === undefined ? new Response(null, { status: 404 }) : new Response(answer as BodyInit);
  };
  return { fetch, requests };
}

function open(info: ImageSetInfo, fetch: LoadOptions['fetch'], options: Partial<LoadOptions> = {}) {
  const onProgress = vi.fn<LoadOptions['onProgress']>();
  const onProblem = vi.fn<LoadOptions['onProblem']>();
  const common = { base: BASE, includeTest: false, onProgress, onProblem, ...(fetch && { fetch }) };
  return { opened: loadImageSet(info, { ...common, ...options }), onProgress, onProblem };
}

function load(files: Map<string, Body>, options: Partial<LoadOptions> = {}) {
  const { fetch, requests } = serve(files);
  return { requests, ...open(tiny, fetch, options) };
}

const damaged = (bytes: Uint8Array, at: number): Uint8Array => bytes.map((byte, i) => (i === at ? byte ^ 0xff : byte));

describe('loading in order', () => {
  it('opens with the first shard and appends the rest', async () => {
    const { opened, onProgress } = load(tinyFiles());
    const images = await opened;
    expect(images.capacity).toBe(5);
    expect(images.loaded).toBeGreaterThanOrEqual(3);
    await images.whenComplete;
    expect(images.loaded).toBe(5);
    expect([...images.labels]).toEqual([0, 1, 0, 1, 0]);
    expect([...images.pixels]).toEqual([0, 100, 1, 101, 2, 102, 3, 103, 4, 104]);
    expect(onProgress.mock.calls).toEqual([
      [3, 5],
      [5, 5],
    ]);
  });

  it('appends the test images behind the training images on request', async () => {
    const images = await load(tinyFiles(), { includeTest: true }).opened;
    await images.whenComplete;
    expect(images.capacity).toBe(6);
    expect([...images.pixels.subarray(10)]).toEqual([5, 105]);
  });

  it('reads the real digits as they are packed', async () => {
    const fromDisk = async (input: RequestInfo | URL) =>
      new Response(await readFile(`public${new URL(String(input)).pathname}`));
    const images = await open(mnist, fromDisk, { includeTest: true }).opened;
    await images.whenComplete;
    expect(images.loaded).toBe(70_000);
    // The first digits of the official files, and how often each class occurs in the training set.
    expect([...images.labels.subarray(0, 5)]).toEqual([5, 0, 4, 1, 9]);
    expect([...images.labels.subarray(60_000, 60_005)]).toEqual([7, 2, 1, 0, 4]);
    const counts = new Array<number>(10).fill(0);
    for (const label of images.labels.subarray(0, 60_000)) counts[label] = (counts[label] as number) + 1;
    expect(counts).toEqual([5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949]);
  });
});

describe('failures', () => {
  const failures: readonly (readonly [string, string, Body | undefined, EngineError['code']])[] = [
    ['no manifest', 'manifest.json', undefined, 'data-missing'],
    ['a manifest that is no JSON', 'manifest.json', '<!doctype html>', 'data-corrupt'],
    ['no first shard', FIRST, undefined, 'data-missing'],
    ['no network', FIRST, () => Promise.reject(new TypeError('Failed to fetch')), 'data-missing'],
    ['a shard cut short', FIRST, shardOf(0, 3).slice(0, -4), 'data-corrupt'],
    ['a shard with a wrong checksum', FIRST, damaged(shardOf(0, 3), shardOf(0, 3).length - 8), 'data-corrupt'],
    ['a shard that is no gzip', FIRST, new Uint8Array(shardOf(0, 3).length), 'data-corrupt'],
  ];

  it.each(failures)('%s: one retry, then a readable error', async (_, file, body, code) => {
    const files = tinyFiles();
    if (body === undefined) files.delete(file);
    else files.set(file, body);
    const { opened, requests } = load(files);
    await expect(opened).rejects.toMatchObject({ code, recoverable: true, problem: { file } });
    expect(requests.filter((name) => name === file)).toHaveLength(2);
  });

  it.each([
    ['more', { count: 2, rawBytes: 6 }],
    ['less', { count: 4, rawBytes: 12 }],
  ])('rejects a shard that unpacks to %s than promised', async (_, promise) => {
    const files = tinyFiles();
    const manifest = JSON.parse(files.get('manifest.json') as string) as { shards: object[] };
    manifest.shards[0] = { ...manifest.shards[0], ...promise };
    files.set('manifest.json', JSON.stringify(manifest));
    const { opened } = open({ ...tiny, trainCount: promise.count + 2 }, serve(files).fetch);
    await expect(opened).rejects.toMatchObject({
      code: 'data-corrupt',
      problem: { code: 'data.damaged', file: FIRST },
    });
  });

  it('rejects labels that no class has', async () => {
    const files = tinyFiles();
    const strange = gzipSync(Uint8Array.from([0, 1, 2, 0, 0, 0, 0, 0, 0]));
    const manifest = (files.get('manifest.json') as string).replace(/"bytes":\d+/, `"bytes":${strange.length}`);
    files.set('manifest.json', manifest).set(FIRST, strange);
    await expect(load(files).opened).rejects.toMatchObject({ code: 'data-corrupt' });
  });

  it('survives one failure by itself', async () => {
    const files = tinyFiles();
    let asked = 0;
    files.set(FIRST, () => (asked++ === 0 ? new Response(null, { status: 503 }) : shardOf(0, 3)));
    expect((await load(files).opened).loaded).toBeGreaterThanOrEqual(3);
  });

  it('reports a later shard, and goes on where it failed', async () => {
    const files = tinyFiles();
    files.delete(SECOND);
    const onProblem = vi.fn();
    const problem = new Promise((resolve) => onProblem.mockImplementation(resolve));
    const { opened } = load(files, { includeTest: true, onProblem });
    const images = await opened;
    expect(await problem).toMatchObject({
      code: 'data-missing',
      problem: { code: 'data.missing', file: SECOND },
    });
    expect(images.loaded).toBe(3);

    await expect(images.retry()).rejects.toMatchObject({ code: 'data-missing' });
    files.set(SECOND, shardOf(3, 2));
    await Promise.all([images.retry(), images.retry()]);
    await images.whenComplete;
    expect(images.loaded).toBe(6);
    expect([...images.pixels]).toEqual([0, 100, 1, 101, 2, 102, 3, 103, 4, 104, 5, 105]);
    expect(onProblem).toHaveBeenCalledOnce();
  });

  it('stops when closed', async () => {
    const files = tinyFiles();
    files.set(SECOND, () => new Promise<never>(() => {}));
    const { opened, onProblem } = load(files);
    const images = await opened;
    images.close();
    await expect(images.whenComplete).rejects.toMatchObject({ code: 'cancelled' });
    expect(onProblem).not.toHaveBeenCalled();
  });

  it('does not begin when cancelled before', async () => {
    const { opened, requests } = load(tinyFiles(), { signal: AbortSignal.abort() });
    await expect(opened).rejects.toMatchObject({ code: 'cancelled' });
    expect(requests).toEqual([]);
  });
});
