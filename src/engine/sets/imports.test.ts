import { afterEach, beforeEach, expect, it } from 'vitest';
import { dataBase, fetchFile } from '../../../scripts/build/packedData.ts';
import { brought, decodePng, type Files, greyPng } from '../../data/decoders/testing/bring.ts';
import { writeNpy, writeNpz, zip } from '../../data/decoders/testing/writers.ts';
import type { EngineEvent, PlaygroundEngine } from '../../protocol/index.ts';
import { createEngine } from '../engine.ts';
import { openSession } from '../testing/session.ts';

let engine: PlaygroundEngine;
beforeEach(() => {
  engine = createEngine({ dataBase, fetch: fetchFile, decodePicture: decodePng });
});
afterEach(() => engine.close());

const tiny = { width: 0.02, batch: 4 };
const pets: Files = {
  'pets.zip': zip(
    Object.fromEntries(
      Array.from({ length: 30 }, (_, i) => [`${['cat', 'dog', 'fox'][i % 3]}/${i}.png`, greyPng(100 * (i % 3))]),
    ),
  ),
};
/** n images of side×side. */
const arrays = (n: number, side: number): Files => ({
  'mine.npz': writeNpz({ images: writeNpy({ shape: [n, side, side], values: Array(n * side * side).fill(9) }) }),
});
const bring = async (files: Files, signal?: AbortSignal) => {
  const request = { job: 1, files: brought(files), side: 28, channels: 1 } as const;
  return (await engine.request('import', request, signal ? { signal } : {})).set;
};
const check = (recipe: string, data: string, params = tiny) =>
  engine.request('check', { config: { recipe, data, seed: 1, params } });

it.each(['cgan', 'cgan-conv', 'dragan'])('%s trains on what was brought', async (recipe) => {
  const set = await bring(pets);
  expect(set).toMatchObject({
    id: 'file:1',
    name: 'pets',
    classes: ['cat', 'dog', 'fox'],
    trainCount: 24,
    testCount: 6,
  });
  await check(recipe, set.id);
  const session = await openSession(engine, { recipe, data: set.id });
  expect(await session.trainTo(3)).toBeNull();
  expect(session.info.stepsPerEpoch).toBe(6);
  const { generated, real } = session.grid();
  if (generated.labels) expect([...generated.labels].slice(0, 10)).toEqual([0, 1, 2, 0, 1, 2, 0, 1, 2, 0]);
  // Real examples are of the class they stand for.
  for (const [i, label] of (real.labels ?? []).entries()) expect(real.pixels[i * 784]).toBe(100 * label);
});

it('keeps what was brought before, and the run, when something cannot be read', async () => {
  const session = await openSession(engine);
  await engine.request('train', { runs: [1], until: null });
  const first = await bring(pets);
  expect(await bring(pets)).toMatchObject({ id: 'file:2', name: 'pets 2' });
  await expect(bring({ 'broken.npz': Uint8Array.of(1, 2, 3, 4) })).rejects.toMatchObject({ code: 'bad-file' });
  await check('cgan', first.id);
  const {
    steps: [step = 0],
  } = await engine.request('pause', { runs: [1] });
  expect(session.problems).toEqual([]);
  expect(await session.trainTo(step + 2)).toBeNull();
});

it.each([
  ['cgan-conv', 30, { recipe: 'Conv CGAN', examples: [30, 30, 1], layer: 1, output: [56.25] }],
  ['dragan', 27, { recipe: 'DRAGAN', examples: [27, 27, 1] }],
])('%s refuses %d pixels where they are chosen', async (recipe, side, unfit) => {
  const { id } = await bring(arrays(8, side));
  await expect(check(recipe, id)).rejects.toMatchObject({
    code: 'bad-config',
    problem: { code: 'fit.layer', data: 'mine', ...unfit },
  });
  // Fully connected networks take any size.
  await check('cgan', id);
});

it('refuses a set that is smaller than a batch', async () => {
  const { id } = await bring(arrays(3, 28));
  await expect(check('cgan', id)).rejects.toMatchObject({ problem: { code: 'fit.batch', batch: 4, count: 3 } });
});

it('says that files are gone with the visit in which they were brought', async () => {
  await expect(check('cgan', 'file:7')).rejects.toMatchObject({ problem: { code: 'data.gone' } });
});

it('tells how far it is, and can be cancelled', async () => {
  const events: EngineEvent[] = [];
  engine.subscribe((event) => events.push(event));
  await bring(pets);
  expect(events).toContainEqual({ type: 'importing', job: 1, done: 1, total: 30 });
  const aborting = new AbortController();
  const bringing = bring(pets, aborting.signal);
  aborting.abort();
  await expect(bringing).rejects.toMatchObject({ code: 'cancelled' });
});
