/** Families are timed on a device, here an emulated one: with products that are tiny, and a clock that gives it time. */
import { beforeAll, expect, it } from 'vitest';
import { start } from '../../engine/backends/webgpu.ts';
import { activeBackend } from '../inPlace.ts';
import { quickestOf } from './chooseTiles.ts';
import { FAMILIES } from './families.ts';
import { timeFamilies } from './timeTiles.ts';

beforeAll(async () => {
  await start();
});

const TINY = [
  { rows: 8, depth: 16, columns: 16 },
  { rows: 40, depth: 8, columns: 4 },
];

it('each has a time in each round, and one is taken', async () => {
  const rounds = await timeFamilies(activeBackend().device, FAMILIES, TINY, () => 0);
  expect(rounds).toHaveLength(3);
  for (const round of rounds) {
    expect(round).toHaveLength(FAMILIES.length);
    for (const time of round) expect(time).toBeGreaterThan(0);
  }
  expect(FAMILIES[quickestOf(rounds) as number]).toBeDefined();
});

it('none is tried any more once the time is up', async () => {
  let now = 0;
  const rounds = await timeFamilies(activeBackend().device, FAMILIES, TINY, () => (now += 1000));
  expect(rounds).toEqual([]);
});
