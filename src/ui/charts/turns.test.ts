import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createQueue, createTurns } from './turns.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('draws every chart at most five times a second, each in its own task', async () => {
  let change = (): void => {};
  const turns = createTurns((listener) => {
    change = listener;
    return () => {};
  }, createQueue());
  const times: Record<string, number[]> = { a: [], b: [], c: [] };
  for (const chart of Object.keys(times)) turns.join(() => times[chart]?.push(Date.now()));

  // As fast as a screen: 60 changes a second for two seconds.
  for (let i = 0; i < 120; i++) {
    change();
    await vi.advanceTimersByTimeAsync(1000 / 60);
  }
  const all = Object.values(times).flat();
  expect(new Set(all).size).toBe(all.length);
  for (const drawn of Object.values(times)) {
    expect(drawn.length).toBeLessThanOrEqual(11);
    expect(drawn.length).toBeGreaterThan(7);
  }
});

it('draws with the change where it has rested', async () => {
  let change = (): void => {};
  const turns = createTurns((listener) => {
    change = listener;
    return () => {};
  }, createQueue());
  const draw = vi.fn();
  turns.join(draw);
  vi.advanceTimersByTime(1000);
  vi.advanceTimersByTime(1000);
  change();
  expect(draw).toHaveBeenCalledTimes(1);
  await Promise.resolve();
  expect(draw).toHaveBeenCalledTimes(2);
  // Not yet again: the timer draws it.
  change();
  await Promise.resolve();
  expect(draw).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(1000);
  expect(draw).toHaveBeenCalledTimes(3);
});

it('draws the last change, then rests', () => {
  let change = (): void => {};
  const leave = vi.fn();
  const turns = createTurns((listener) => {
    change = listener;
    return leave;
  }, createQueue());
  const draw = vi.fn();
  const end = turns.join(draw);
  vi.advanceTimersByTime(1000);
  expect(draw).toHaveBeenCalledTimes(1);
  change();
  change();
  vi.advanceTimersByTime(1000);
  expect(draw).toHaveBeenCalledTimes(2);
  expect(vi.getTimerCount()).toBe(0);
  end();
  expect(leave).toHaveBeenCalledOnce();
});

it('lets the charts of several runs take turns with one another', () => {
  const queue = createQueue();
  const drawn: number[] = [];
  const changes: (() => void)[] = [];
  for (let run = 0; run < 3; run++) {
    const turns = createTurns((listener) => {
      changes.push(listener);
      return () => {};
    }, queue);
    turns.join(() => drawn.push(Date.now()));
  }
  vi.advanceTimersByTime(1000);
  for (const change of changes) change();
  vi.advanceTimersByTime(1000);
  expect(drawn).toHaveLength(6);
  expect(new Set(drawn).size).toBe(6);
});
