import { createHash } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import { decodePng } from '../data/decoders/testing/bring.ts';
import { gzip, writeIdx } from '../data/decoders/testing/writers.ts';
import type { Original } from '../data/sets/originals/index.ts';
import type { EngineEvent } from '../worker/protocol.ts';
import { createImports } from './imports.ts';

const CONTENT: Readonly<Record<string, Uint8Array<ArrayBuffer>>> = {
  'train-images.gz': gzip(writeIdx({ shape: [3, 2, 2], values: [1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3] })),
  'train-labels.gz': gzip(writeIdx({ shape: [3], values: [0, 1, 1] })),
};

vi.mock('../data/sets/originals/index.ts', async (load) => ({
  ...(await load<object>()),
  findOriginal: (id: string): Original | undefined =>
    id === 'small'
      ? {
          id,
          name: 'Small',
          classes: ['left', 'right'],
          files: Object.entries(CONTENT).map(([name, bytes]) => ({
            url: `https://example.org/${name}`,
            bytes: bytes.length,
            md5: createHash('md5').update(bytes).digest('hex'),
          })),
        }
      : undefined,
}));

it('a public set becomes one of the sets, with the names of its classes', async () => {
  const events: EngineEvent[] = [];
  const kept = new Map<string, Uint8Array<ArrayBuffer>>();
  const imports = createImports({
    decodePicture: decodePng,
    emit: (event) => events.push(event),
    fetch: async (url) => new Response(CONTENT[String(url).split('/').at(-1) ?? '']),
    store: {
      get: async (url) => kept.get(url) ?? null,
      put: async (url, bytes) => void kept.set(url, bytes),
      remove: async (url) => void kept.delete(url),
    },
  });
  const signal = new AbortController().signal;
  const set = await imports.fetchOriginal({ job: 5, original: 'small' }, signal);
  expect(set).toMatchObject({ id: 'file:1', name: 'Small', classes: ['left', 'right'], trainCount: 3, height: 2 });
  expect(imports.load(set.id, false)?.capacity).toBe(3);
  expect(events[0]).toMatchObject({ type: 'importing', job: 5, done: 0 });
  expect(kept.size).toBe(2);
  await expect(imports.fetchOriginal({ job: 6, original: 'large' }, signal)).rejects.toThrow('no public data set');
});
