/** What is drawn of chosen points, on the real engine; and a run that is asked, against one that is not. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dataBase, fetchFile } from '../../../../scripts/build/packedData.ts';
import type { Drawn, LatentPoints, PlaygroundEngine } from '../../../protocol/index.ts';
import { createEngine } from '../../engine.ts';
import { nextEvent, openSession } from '../../testing/session.ts';

vi.setConfig({ testTimeout: 60_000 });

const run = 1;
let engine: PlaygroundEngine;
beforeEach(() => {
  engine = createEngine({ dataBase, fetch: fetchFile });
});
afterEach(() => engine.close());

const open = (recipe: string, data = 'mnist', params = {}) =>
  openSession(engine, { recipe, data, backend: 'simd', seed: 5, params: { width: 0.1, batch: 8, ...params } });

const pointsOf = (classes: 'all' | number = 'all') =>
  engine.request('latentPoints', { run, of: { kind: 'grid', classes } });

const each = ({ labels }: LatentPoints) => labels && ({ kind: 'each', labels } as const);

function imagesOf(drawn: Drawn) {
  if (drawn.kind !== 'images') throw new Error('No images were drawn.');
  return drawn.images.pixels;
}

it.each([
  ['cgan-conv', 'normal'],
  ['gan', 'uniform'],
  ['sgan', 'uniform'],
  ['cgan-paper', 'unitUniform'],
])('%s draws the grid’s points as the grid has them; they are %s', async (recipe, prior) => {
  const session = await open(recipe);
  await session.trainTo(3);
  const points = await pointsOf();
  expect(points.prior).toBe(prior);
  const drawn = await engine.request('draw', { run, z: points.z, classes: each(points) });
  expect(drawn.step).toBe(3);
  expect(imagesOf(drawn)).toEqual(session.grid().generated.pixels);
});

it('the grid of one class has other points, which are its own, too', async () => {
  const session = await open('cgan');
  await engine.request('view', { run, classes: 4 });
  const points = await pointsOf(4);
  const drawn = await engine.request('draw', { run, z: points.z, classes: each(points) });
  expect(imagesOf(drawn)).toEqual(session.grid().generated.pixels);
});

it('in the plane it draws points: those that are shown', async () => {
  const session = await open('gan', 'ring');
  await session.trainTo(2);
  const { z, size } = await pointsOf();
  expect(size).toBe(2);
  const drawn = await engine.request('draw', { run, z, classes: null });
  expect(drawn.kind === 'points' && drawn.points).toEqual(session.plane().generated);
});

it('one picture is the same alone and among others, with statistics of the batch as well', async () => {
  await open('cgan', 'mnist', { statistics: 'batch' });
  const points = await pointsOf();
  const all = imagesOf(await engine.request('draw', { run, z: points.z, classes: each(points) }));
  const alone = await engine.request('draw', {
    run,
    z: points.z.slice(0, points.size),
    classes: { kind: 'each', labels: Int32Array.of(points.labels?.[0] as number) },
  });
  for (const [i, value] of imagesOf(alone).entries()) expect(Math.abs(value - (all[i] as number))).toBeLessThan(2);
});

describe.each(['cgan', 'cgan-conv', 'cgan-paper'])('%s', (recipe) => {
  it('mixes classes: a share of 1 is the class itself, halves are neither', async () => {
    const session = await open(recipe);
    await session.trainTo(5);
    const { z, size } = await pointsOf();
    const one = z.slice(0, size);
    const shares = (of: Readonly<Record<number, number>>) => Float32Array.from({ length: 10 }, (_, k) => of[k] ?? 0);
    const mixed = async (of: Readonly<Record<number, number>>) =>
      imagesOf(await engine.request('draw', { run, z: one, classes: { kind: 'mixed', shares: shares(of) } }));
    const pure = async (label: number) =>
      imagesOf(await engine.request('draw', { run, z: one, classes: { kind: 'each', labels: Int32Array.of(label) } }));
    const [three, eight] = [await pure(3), await pure(8)];
    expect(three).not.toEqual(eight);
    for (const [mixture, itself] of [
      [await mixed({ 3: 1 }), three],
      [await mixed({ 8: 1 }), eight],
    ] as const)
      for (const [i, value] of mixture.entries()) expect(Math.abs(value - (itself[i] as number))).toBeLessThan(2);
    const half = await mixed({ 3: 0.5, 8: 0.5 });
    expect(half).not.toEqual(three);
    expect(half).not.toEqual(eight);
  });
});

it('new points are new with each draw, and the same whenever one asks', async () => {
  await open('cgan');
  const draw = (nth: number) => engine.request('latentPoints', { run, of: { kind: 'new', draw: nth } });
  const [first, second, again] = [await draw(0), await draw(1), await draw(0)];
  expect(first.z).toHaveLength(first.size);
  expect(again.z).toEqual(first.z);
  expect(second.z).not.toEqual(first.z);
});

it('a run that was asked while it trained is, bit for bit, the run that was not', async () => {
  const trained = async (asks: boolean) => {
    engine.close();
    engine = createEngine({ dataBase, fetch: fetchFile });
    const session = await open('cgan');
    const points = await pointsOf();
    let drawn = 0;
    let asking = asks;
    const ask = async (): Promise<void> => {
      while (asking) {
        await engine.request('draw', { run, z: points.z, classes: each(points) });
        await engine.request('directions', { run, count: 5 });
        drawn += 1;
        // As messages to the worker do, it lets the training have its turn.
        await new Promise((resolve) => setTimeout(resolve));
      }
    };
    const asked = ask();
    await session.trainTo(30);
    asking = false;
    await asked;
    if (asks) expect(drawn).toBeGreaterThan(0);
    const given = nextEvent(engine, (event) => event.type === 'snapshot');
    await engine.request('checkpoint', { run });
    const event = await given;
    if (event.type !== 'snapshot') throw new Error('No checkpoint was given.');
    const bytes = new Uint8Array(await event.checkpoint.arrayBuffer());
    return { losses: session.series('lossG'), bytes };
  };
  expect(await trained(true)).toEqual(await trained(false));
});

it('directions are orthonormal, of length 1, and strongest first; the picture changes along them', async () => {
  for (const recipe of ['cgan-conv', 'cgan', 'gan', 'sgan', 'cgan-paper']) {
    engine.close();
    engine = createEngine({ dataBase, fetch: fetchFile });
    const session = await open(recipe, 'mnist', { weights: 'current' });
    await session.trainTo(recipe === 'sgan' ? 40 : 5);
    const { vectors, shares } = await engine.request('directions', { run, count: 5 });
    const { z, size, labels } = await pointsOf();
    expect(vectors, recipe).toHaveLength(5);
    for (const [i, a] of vectors.entries())
      for (const [j, b] of vectors.entries()) {
        const dot = a.reduce((sum, value, k) => sum + value * (b[k] as number), 0);
        expect(dot, recipe).toBeCloseTo(Number(i === j), 4);
      }
    expect([...shares].sort((a, b) => b - a)).toEqual(shares);
    const far = Float32Array.from(
      { length: 2 * size },
      (_, k) => (z[k % size] as number) + (k < size ? 0 : 3 * (vectors[0]?.[k - size] as number)),
    );
    const classes =
      labels && ({ kind: 'each', labels: Int32Array.of(labels[0] as number, labels[0] as number) } as const);
    const pixels = imagesOf(await engine.request('draw', { run, z: far, classes }));
    expect(pixels.subarray(0, pixels.length / 2), recipe).not.toEqual(pixels.subarray(pixels.length / 2));
  }
});

it('in the plane there are two directions', async () => {
  await open('gan', 'ring');
  expect((await engine.request('directions', { run, count: 5 })).vectors).toHaveLength(2);
});

it.each([
  ['latent.size', { z: new Float32Array(3), classes: null }],
  ['latent.count', { z: new Float32Array(0), classes: null }],
  ['latent.value', { z: new Float32Array(100).fill(Number.NaN), classes: null }],
  ['latent.classes', { z: new Float32Array(100), classes: null }],
  ['latent.classes', { z: new Float32Array(100), classes: { kind: 'each', labels: Int32Array.of(10) } }],
  ['latent.classes', { z: new Float32Array(100), classes: { kind: 'mixed', shares: new Float32Array(9) } }],
] as const)('%s: what cannot be drawn is said, and the run goes on', async (code, asked) => {
  const session = await open('cgan');
  await expect(engine.request('draw', { run, ...asked })).rejects.toMatchObject({
    code: 'bad-config',
    problem: { code },
  });
  await session.trainTo(1);
  expect(session.problems).toEqual([]);
});

it('points in the plane have no nearest images', async () => {
  await open('gan', 'ring');
  const asked = { run, z: new Float32Array(2), classes: null, count: 3 };
  await expect(engine.request('nearest', asked)).rejects.toMatchObject({ problem: { code: 'latent.points' } });
});

describe('the nearest real images', () => {
  it('are found in pixels and features, nearest first, while it trains, and can be given up', async () => {
    const session = await open('cgan');
    const points = await pointsOf();
    const asked = {
      run,
      z: points.z.slice(0, points.size),
      classes: { kind: 'each', labels: Int32Array.of(0) },
      count: 4,
    } as const;
    const training = session.trainTo(40);
    const { pixels, features, step } = await engine.request('nearest', asked);
    await training;
    expect(step).toBeLessThan(40);
    for (const found of [pixels, features]) {
      if (!found) throw new Error('MNIST has a classifier.');
      expect(found.images.columns).toBe(4);
      expect(found.images.labels).toHaveLength(4);
      expect([...found.distances].sort((a, b) => a - b)).toEqual(found.distances);
      expect(found.usual).toBeGreaterThan(0);
    }
    expect(features?.among).toBe(2000);

    const aborting = new AbortController();
    const second = engine.request('nearest', asked, { signal: aborting.signal });
    aborting.abort();
    await expect(second).rejects.toMatchObject({ code: 'cancelled' });
    await engine.request('train', { runs: [run], until: 41 });
    await nextEvent(engine, (event) => event.type === 'stopped');
  });
});
