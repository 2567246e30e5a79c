/** Fetching files from addresses that a person gives, over real connections to a server of our own. */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { decodePng } from '../../data/decoders/testing/bring.ts';
import { gzip, writeIdx, writeMat } from '../../data/decoders/testing/writers.ts';
import { readAddress } from '../../data/originals/address.ts';
import { fetchAddress } from '../../data/originals/fetchAddress.ts';
import { publishedAs } from '../../data/originals/published.ts';
import type { KeptFile } from '../../data/originals/store.ts';
import type { EngineEvent } from '../../protocol/index.ts';
import { createImports, type Imports } from './imports.ts';

const COUNT = 400;
/** Noise, which does not compress: there is something to break off. */
function noise(n: number, seed = 1): number[] {
  let state = seed;
  return Array.from({ length: n }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  });
}
const imagesFile = (seed: number) => gzip(writeIdx({ shape: [COUNT, 28, 28], values: noise(COUNT * 784, seed) }));
const classesOf = (n: number): number[] => Array.from({ length: n }, (_, i) => i % 10);
/** Twenty pictures of house numbers, as their authors' file has them. */
const NUMBERS = writeMat({
  X: { shape: [32, 32, 3, 20], values: noise(32 * 32 * 3 * 20) },
  y: { shape: [20, 1], values: classesOf(20).map((digit) => digit || 10) },
});
const md5 = (bytes: Uint8Array): string => createHash('md5').update(bytes).digest('hex');

vi.mock('../../data/originals/published.ts', async (load) => {
  const real = await load<typeof import('../../data/originals/published.ts')>();
  // The same file in another folder, as if that were the one that its authors published.
  const publishedHere = (url: URL) => {
    const known = real.publishedAs(url);
    return known && url.pathname.startsWith('/right/') ? { ...known, md5: md5(NUMBERS) } : known;
  };
  return { ...real, publishedAs: publishedHere };
});

interface Served {
  bytes: Uint8Array;
  /** Empty for a server that says nothing about the file. */
  mark: string;
  /** Bytes that are sent before the connection breaks. */
  breaksAfter: number;
}
let files: Map<string, Served>;
let asked: string[];

function serve(request: IncomingMessage, response: ServerResponse): void {
  const name = request.url?.slice(1) ?? '';
  const { range } = request.headers;
  asked.push(range ? `${name} ${range}` : name);
  const file = files.get(name);
  if (name === 'huge.npz') {
    response.writeHead(200, { 'Content-Length': 600 * 2 ** 20 });
    response.write('first bytes');
  } else if (!file) {
    response.writeHead(404).end();
  } else {
    const { bytes, mark, breaksAfter } = file;
    const from = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0);
    response.writeHead(range ? 206 : 200, {
      'Content-Length': bytes.length - from,
      ...(mark && { 'Last-Modified': mark }),
      ...(range && { 'Content-Range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` }),
    });
    if (from + breaksAfter >= bytes.length) response.end(bytes.subarray(from));
    else response.write(bytes.subarray(from, from + breaksAfter), () => response.destroy());
  }
}

const server = createServer(serve);
let address = '';
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const IMAGES = 'images.gz';
const LABELS = 'labels.gz';
const served = (bytes: Uint8Array): Served => ({
  bytes,
  mark: 'Mon, 02 Mar 2026 10:00:00 GMT',
  breaksAfter: Number.POSITIVE_INFINITY,
});
const fileOf = (name: string): Served => files.get(name) as Served;

let imports: Imports;
let events: EngineEvent[];
let kept: Map<string, KeptFile>;
const store = {
  get: async (url: string) => kept.get(url) ?? null,
  put: async (url: string, file: KeptFile) => void kept.set(url, file),
  remove: async (url: string) => void kept.delete(url),
};
beforeEach(() => {
  [asked, events, kept] = [[], [], new Map()];
  files = new Map([
    [IMAGES, served(imagesFile(1))],
    [LABELS, served(gzip(writeIdx({ shape: [COUNT], values: classesOf(COUNT) })))],
    ['train_32x32.mat', served(NUMBERS)],
    ['right/train_32x32.mat', served(NUMBERS)],
    ['page.npz', served(new TextEncoder().encode('<!doctype html><title>Not here</title>'))],
  ]);
  imports = createImports({ decodePicture: decodePng, emit: (event) => events.push(event), store });
});
afterEach(() => vi.unstubAllGlobals());

const get = (...names: readonly string[]) => getAll(names.map((name) => `${address}/${name}`));
const getAll = (addresses: readonly string[], signal = new AbortController().signal) =>
  imports.fetchAddresses({ job: 3, addresses, side: 28, channels: 1 }, signal);

describe('files at an address', () => {
  it('become one set together', async () => {
    const set = await get(IMAGES, LABELS);
    expect(set).toMatchObject({ id: 'file:1', height: 28, width: 28, channels: 1, classes: { length: 10 } });
    expect(set.trainCount + set.testCount).toBe(COUNT);
    expect(asked).toEqual([IMAGES, LABELS]);
    const first = events.find(({ type }) => type === 'importing');
    expect(first).toMatchObject({ job: 3, total: 2 * fileOf(IMAGES).bytes.length });
  });

  it('are asked for once more, but not sent again while they are the same', async () => {
    await get(IMAGES);
    fileOf(IMAGES).breaksAfter = 10_000;
    expect(await get(IMAGES)).toMatchObject({ id: 'file:2' });
    fileOf(IMAGES).mark = 'Tue, 03 Mar 2026 10:00:00 GMT';
    await expect(get(IMAGES)).rejects.toMatchObject({ problem: { code: 'address.brokeOff' } });
    expect(asked).toEqual([IMAGES, IMAGES, IMAGES]);
  });

  it('are not kept where the server says nothing by which a change would show', async () => {
    fileOf(IMAGES).mark = '';
    await get(IMAGES);
    expect(kept.size).toBe(0);
  });

  it('are fetched on from where the connection broke', async () => {
    fileOf(IMAGES).breaksAfter = 200_000;
    await expect(get(IMAGES)).rejects.toMatchObject({
      code: 'data-missing',
      recoverable: true,
      problem: { code: 'address.brokeOff', file: 'images.gz', kept: 200_000 },
    });
    fileOf(IMAGES).breaksAfter = Number.POSITIVE_INFINITY;
    expect(await get(IMAGES)).toMatchObject({ id: 'file:1' });
    expect(asked).toEqual([IMAGES, `${IMAGES} bytes=200000-`]);
  });

  it('are fetched from the beginning when they have changed since the connection broke', async () => {
    fileOf(IMAGES).breaksAfter = 200_000;
    await expect(get(IMAGES)).rejects.toMatchObject({ problem: { code: 'address.brokeOff', kept: 200_000 } });
    const changed = imagesFile(2);
    files.set(IMAGES, { ...served(changed), mark: 'Tue, 03 Mar 2026 10:00:00 GMT' });
    await get(IMAGES);
    expect(asked).toEqual([IMAGES, `${IMAGES} bytes=200000-`, IMAGES]);
    expect(kept.get(`${address}/${IMAGES}`)).toMatchObject({ isWhole: true, bytes: changed });
  });

  it('can be cancelled on the way', async () => {
    const aborting = new AbortController();
    imports = createImports({ decodePicture: decodePng, emit: () => aborting.abort(), store });
    await expect(getAll([`${address}/${IMAGES}`], aborting.signal)).rejects.toMatchObject({
      code: 'cancelled',
      problem: { work: 'fetching', name: 'images.gz' },
    });
    expect(imports.find('file:1')).toBeUndefined();
  });
});

describe('a file that its authors published', () => {
  it('is taken from any address, under the name of its set, and then kept', async () => {
    expect(await get('right/train_32x32.mat')).toMatchObject({ name: 'SVHN', height: 32, channels: 3 });
    expect(await get('right/train_32x32.mat')).toMatchObject({ name: 'SVHN 2' });
    expect(asked).toHaveLength(1);
  });

  it('is refused when it is another one', async () => {
    await expect(get('train_32x32.mat')).rejects.toMatchObject({
      code: 'data-corrupt',
      recoverable: true,
      problem: { code: 'address.otherFile', file: 'train_32x32.mat', set: 'SVHN' },
    });
    expect(kept.size).toBe(0);
    expect(imports.find('file:1')).toBeUndefined();
  });

  it('is known by its name, and MNIST’s kin only where the address names the set', () => {
    const nameAt = (url: string) => publishedAs(new URL(url))?.set.name;
    expect(nameAt('https://example.org/test_32x32.mat?download=1')).toBe('SVHN');
    expect(nameAt('https://example.org/Fashion-MNIST/t10k-labels-idx1-ubyte.gz')).toBe('Fashion-MNIST');
    expect(nameAt('https://example.org/kmnist/t10k-labels-idx1-ubyte.gz')).toBeUndefined();
    expect(nameAt('https://example.org/')).toBeUndefined();
  });
});

describe('what cannot be fetched is told of:', () => {
  it.each([
    ['another protocol', 'http://example.org/a.npz', { code: 'address.noHttps', text: 'http://example.org/a.npz' }],
    ['no address', 'example.org/a.npz', { code: 'address.none', text: 'example.org/a.npz' }],
    ['code', 'javascript:alert(1)', { code: 'address.noHttps', text: 'javascript:alert(1)' }],
    ['a password', 'https://me:secret@example.org/a.npz', { code: 'address.password', host: 'example.org' }],
  ])('%s', async (_, wrong, problem) => {
    await expect(getAll([`${address}/${IMAGES}`, wrong])).rejects.toMatchObject({
      code: 'data-missing',
      problem,
    });
    expect(asked).toEqual([]);
  });

  it('the page’s own files are read without https', () => {
    const own = readAddress('http://play.example/a.npz#part', 'http://play.example');
    expect(own.href).toBe('http://play.example/a.npz');
    expect(() => readAddress('http://play.example/a.npz', 'https://play.example')).toThrow('address.noHttps');
  });

  it('a file that is not there', async () => {
    await expect(get('none.npz')).rejects.toMatchObject({
      problem: { code: 'address.refused', file: 'none.npz', status: 404 },
    });
  });

  it('a file that is too large, before it is sent', async () => {
    await expect(get('huge.npz')).rejects.toMatchObject({
      code: 'bad-file',
      problem: {
        place: { file: 'huge.npz' },
        fault: { code: 'limit.fetched', bytes: 600 * 2 ** 20, most: 512 * 2 ** 20 },
      },
    });
  });

  it('a web page in place of a file', async () => {
    await expect(get('page.npz')).rejects.toMatchObject({
      problem: { place: { file: 'page.npz' }, fault: { code: 'file.webPage' } },
    });
  });

  it('a server that does not answer, or does not let this page read', async () => {
    await expect(getAll(['http://127.0.0.1:9/a.npz'])).rejects.toMatchObject({
      problem: { code: 'address.silent', file: 'a.npz', host: '127.0.0.1:9', isForeign: true },
    });
  });

  it('no connection at all', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    await expect(getAll(['http://127.0.0.1:9/a.npz'])).rejects.toMatchObject({
      problem: { code: 'address.offline', file: 'a.npz' },
    });
  });
});

it('bytes are counted where a server does not say how many there are', async () => {
  const endless = async () =>
    new Response(new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(100)) }));
  const fetching = fetchAddress(new URL('https://example.org/a.npz'), {
    fetch: endless,
    store,
    signal: new AbortController().signal,
    published: null,
    limit: 1000,
    isForeign: true,
    onProgress: () => undefined,
  });
  await expect(fetching).rejects.toMatchObject({
    problem: { place: { file: 'a.npz' }, fault: { code: 'limit.fetched', bytes: null, most: 1000 } },
  });
  expect(kept.size).toBe(0);
});
