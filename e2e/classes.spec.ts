import { expect, test } from './fixtures.ts';
import { SMALL } from './pages/playground.ts';

test('choosing a class shows ten or more digits of it, also while paused', async ({ playground }) => {
  await playground.openReady({ recipe: 'cgan', ...SMALL });
  const all = await playground.picture();
  expect(new Set((await playground.state()).grid?.labels).size).toBe(10);

  await playground.chooseClass('7');
  const { grid } = await playground.until((state) => state.grid?.classes === 7, 'class 7 is drawn');
  expect(grid?.labels?.length).toBeGreaterThanOrEqual(10);
  expect(new Set(grid?.labels)).toEqual(new Set([7]));
  await expect.poll(() => playground.picture()).not.toBe(all);

  await playground.chooseClass('All');
  await playground.until((state) => state.grid?.classes === 'all', 'all classes are drawn');
  await expect.poll(() => playground.picture()).toBe(all);
});

test('DRAGAN has no classes to choose', async ({ playground }) => {
  await playground.openReady({ recipe: 'dragan', ...SMALL });
  await expect(playground.classes).toBeHidden();
});
