/** Fetching a public set over real connections, from a server of our own: MNIST's digits in MNIST's own format. */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { loadWhole } from '../../../scripts/build/packedData.ts';
import { decodePng } from '../../data/decoders/testing/bring.ts';
import { gzip, writeIdx } from '../../data/decoders/testing/writers.ts';
import type { KeptFile } from '../../data/originals/store.ts';
import { info as mnist } from '../../data/sets/mnist.ts';
import type { Original } from '../../data/sets/originals/index.ts';
import type { EngineEvent } from '../../protocol/index.ts';
import { createImports, type Imports } from './imports.ts';

const COUNT = 500;
const IMAGES = 'train-images-idx3-ubyte.gz';
const LABELS = 'train-labels-idx1-ubyte.gz';
const published = new Map<string, Uint8Array<ArrayBuffer>>();
let address = '';

vi.mock('../../data/sets/originals/index.ts', async (load) => ({
  ...(await load<object>()),
  findOriginal: (id: string): Original | undefined =>
    id === 'digits'
      ? {
          id,
          name: 'Digits',
          classes: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
          files: [...published].map(([name, bytes]) => ({
            url: `${address}/${name}`,
            bytes: bytes.length,
            md5: createHash('md5').update(bytes).digest('hex'),
          })),
        }
      : undefined,
}));

/** What the server does next. */
let breaksAfter = Number.POSITIVE_INFINITY;
let spoils = false;
let asked: string[] = [];

function serve(request: IncomingMessage, response: ServerResponse): void {
  const name = request.url?.slice(1) ?? '';
  const { range } = request.headers;
  asked.push(range ? `${name} ${range}` : name);
  const bytes = published.get(name)?.slice() ?? new Uint8Array();
  if (spoils) bytes[100] = (bytes[100] as number) ^ 1;
  const from = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0);
  const headers = { 'Content-Length': bytes.length - from, 'Content-Type': 'application/octet-stream' };
  response.writeHead(range ? 206 : 200, {
    ...headers,
    ...(range && { 'Content-Range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` }),
  });
  if (from + breaksAfter >= bytes.length) response.end(bytes.subarray(from));
  else response.write(bytes.subarray(from, from + breaksAfter), () => response.destroy());
}
const server = createServer(serve);

beforeAll(async () => {
  const { pixels, labels } = await loadWhole(mnist, false);
  published.set(IMAGES, gzip(writeIdx({ shape: [COUNT, 28, 28], values: [...pixels.subarray(0, COUNT * 784)] })));
  published.set(LABELS, gzip(writeIdx({ shape: [COUNT], values: [...labels.subarray(0, COUNT)] })));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

let imports: Imports;
let events: EngineEvent[];
beforeEach(() => {
  [breaksAfter, spoils, asked, events] = [Number.POSITIVE_INFINITY, false, [], []];
  const kept = new Map<string, KeptFile>();
  imports = createImports({
    decodePicture: decodePng,
    emit: (event) => events.push(event),
    store: {
      get: async (url) => kept.get(url) ?? null,
      put: async (url, file) => void kept.set(url, file),
      remove: async (url) => void kept.delete(url),
    },
  });
});
const get = () => imports.fetchOriginal({ job: 5, original: 'digits' }, new AbortController().signal);

it('a public set becomes one of the sets, with the names of its classes', async () => {
  const set = await get();
  expect(set).toMatchObject({ id: 'file:1', name: 'Digits', kind: 'image', height: 28, width: 28, channels: 1 });
  expect(set.classes.slice(0, 2)).toEqual(['zero', 'one']);
  expect(imports.load(set.id, false)?.capacity).toBe(set.trainCount);
  expect(asked).toEqual([IMAGES, LABELS]);
  expect(events[0]).toMatchObject({ type: 'importing', job: 5, done: 0 });
  expect(await imports.fetchOriginal({ job: 6, original: 'digits' }, new AbortController().signal)).toBeTruthy();
  expect(asked).toHaveLength(2);
});

it('is fetched on from where the connection broke, and comes out whole', async () => {
  breaksAfter = 20_000;
  await expect(get()).rejects.toMatchObject({
    code: 'data-missing',
    recoverable: true,
    problem: { code: 'original.missing', file: 'train-images-idx3-ubyte.gz', kept: 20_000 },
  });
  breaksAfter = Number.POSITIVE_INFINITY;
  const { id, trainCount, testCount } = await get();
  expect(asked).toEqual([IMAGES, `${IMAGES} bytes=20000-`, LABELS]);
  expect(trainCount + testCount).toBe(COUNT);
  expect(imports.load(id, true)?.capacity).toBe(COUNT);
});

it('is refused when it is not what was published, and fetched anew the next time', async () => {
  spoils = true;
  await expect(get()).rejects.toMatchObject({ code: 'data-corrupt', recoverable: true });
  expect(imports.find('file:1')).toBeUndefined();
  spoils = false;
  expect(await get()).toMatchObject({ id: 'file:1' });
  expect(asked).toEqual([IMAGES, IMAGES, LABELS]);
});

it('nothing is fetched for a set that nobody knows', async () => {
  const large = imports.fetchOriginal({ job: 6, original: 'large' }, new AbortController().signal);
  await expect(large).rejects.toMatchObject({ problem: { code: 'original.unknown', id: 'large' } });
  expect(asked).toEqual([]);
});
