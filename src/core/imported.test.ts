import { expect, it, vi } from 'vitest';
import { imported } from './imported.ts';

const lost = () =>
  Promise.reject(new TypeError('Failed to fetch dynamically imported module: https://example.org/assets/later-x.js'));

it('hands out one thing of a module', async () => {
  const fetch = vi.fn();
  await expect(
    imported(
      async () => ({ thing: 3 }),
      ({ thing }) => thing,
      fetch,
    )(),
  ).resolves.toBe(3);
  expect(fetch).not.toHaveBeenCalled();
});

it('asks under another address each time for a module that could not be fetched', async () => {
  const asked: string[] = [];
  const fetch = async (address: string) => {
    asked.push(address);
    if (asked.length < 2) throw new TypeError('Failed again.');
    return { thing: 5 };
  };
  const load = imported<{ thing: number }, number>(lost, ({ thing }) => thing, fetch);
  await expect(load()).rejects.toThrow('Failed again.');
  await expect(load()).resolves.toBe(5);
  expect(asked).toHaveLength(2);
  for (const address of asked) expect(address).toMatch(/^https:\/\/example\.org\/assets\/later-x\.js\?again=\d+$/);
  expect(asked[0]).not.toBe(asked[1]);
});

it('what else goes wrong is thrown as it came', async () => {
  const fetch = vi.fn();
  const broken = () => Promise.reject(new Error('x is not defined'));
  await expect(imported(broken, () => 0, fetch)()).rejects.toThrow('x is not defined');
  expect(fetch).not.toHaveBeenCalled();
});
