import { expect, it } from 'vitest';
import { late } from './late.ts';

it('is fetched once, when it is first asked for', async () => {
  let fetched = 0;
  const thing = late(async () => ++fetched);
  expect(fetched).toBe(0);
  expect(thing.now()).toBeNull();
  expect(await thing.arrived()).toBe(1);
  expect(thing.now()).toBe(1);
  expect(fetched).toBe(1);
});

it('stays away where it cannot be fetched, and says so to who waits', async () => {
  const thing = late(async () => {
    throw new Error('no network');
  });
  expect(thing.now()).toBeNull();
  await expect(thing.arrived()).rejects.toThrow('no network');
  expect(thing.now()).toBeNull();
});
