/** Points of one's own, from the drawing to a run. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { dataBase, fetchFile } from '../../../scripts/build/packedData.ts';
import { LEAST_POINTS, OWN_EXTENT, ownPointsId } from '../../core/ownPoints.ts';
import { dataSets } from '../../data/sets/index.ts';
import { recipes } from '../../gan/recipes/index.ts';
import type { PlaygroundEngine } from '../../protocol/index.ts';
import { createEngine } from '../engine.ts';
import { openSession } from '../testing/session.ts';

let engine: PlaygroundEngine;
beforeEach(() => {
  engine = createEngine({ dataBase, fetch: fetchFile });
});
afterEach(() => engine.close());

/** A diagonal. */
const points = Float32Array.from({ length: 2 * LEAST_POINTS }, (_, i) => Math.floor(i / 2) / LEAST_POINTS);
const add = async (name = 'mine') => (await engine.request('addPoints', { name, points })).set;
const params = { width: 0.02, batch: 8 };

it.each(recipes.filter((recipe) => recipe.points).map(({ id }) => id))('%s trains on them', async (recipe) => {
  const set = await add();
  expect(set).toMatchObject({ id: ownPointsId(1), name: 'mine', kind: 'points', trainCount: LEAST_POINTS });
  const session = await openSession(engine, { recipe, data: set.id, params });
  expect(await session.trainTo(2)).toBeNull();
  const { real, extent } = session.plane();
  expect(extent).toBe(OWN_EXTENT);
  expect(real).toEqual(points.slice(0, real.length));
});

it('a system that takes none says so, and which sets it takes', async () => {
  const { id } = await add();
  await expect(
    engine.request('check', { config: { recipe: 'sgan', data: id, seed: 1, params } }),
  ).rejects.toMatchObject({ problem: { code: 'recipe.otherData', data: 'mine' } });
  expect(dataSets.map((set) => set.id)).not.toContain(id);
});

it('what nobody could train on is refused, and another name is found where one is taken', async () => {
  const few = points.slice(0, 30);
  await expect(engine.request('addPoints', { name: 'few', points: few })).rejects.toMatchObject({
    problem: { code: 'points.few', count: 15 },
  });
  expect([await add(), await add(), await add('other')]).toMatchObject([
    { id: ownPointsId(1), name: 'mine' },
    { id: ownPointsId(2), name: 'mine 2' },
    { id: ownPointsId(3), name: 'other' },
  ]);
});

it('they are kept as a file, and are the same points in another visit', async () => {
  const { id } = await add();
  const { file } = await engine.request('keepSet', { data: id });
  const first = await openSession(engine, { recipe: 'dragan', data: id, params });
  await first.trainTo(3);

  const other = createEngine({ dataBase, fetch: fetchFile });
  try {
    const { set } = await other.request('returnSet', { file });
    expect(set).toEqual(
      await other.request('returnSet', { file }).then((again) => ({ ...again.set, id, name: 'mine' })),
    );
    const second = await openSession(other, { recipe: 'dragan', data: set.id, params });
    await second.trainTo(3);
    expect(second.series('lossD')).toEqual(first.series('lossD'));
  } finally {
    await other.close();
  }
});
