import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createQueue, createTurns, letTrain } from './turns.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

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

/** Three charts that take so long to draw each, and which of them were drawn. */
function slowCharts(milliseconds = 100) {
  let spent = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => Date.now() + spent);
  const queue = createQueue();
  let change = (): void => {};
  const turns = createTurns((listener) => {
    change = listener;
    return () => {};
  }, queue);
  const drawn = new Set<number>();
  for (const chart of [0, 1, 2])
    turns.join(
      () => {
        spent += milliseconds;
        drawn.add(chart);
      },
      () => !drawn.has(chart),
    );
  /** From here on only what is drawn behind the first turn of the next change counts. */
  async function turnOnce(): Promise<void> {
    drawn.clear();
    drawn.add(0).add(1).add(2);
    change();
    await vi.advanceTimersByTimeAsync(20);
    drawn.clear();
  }
  return { queue, drawn, change: () => change(), turnOnce };
}

it('leaves no chart empty where there is something to show, however long the others take', async () => {
  const { drawn, change } = slowCharts();
  for (let frame = 0; frame < 3; frame++) {
    change();
    await vi.advanceTimersByTimeAsync(110);
  }
  expect(drawn.size).toBe(3);
});

it('rests for the training alone: when nothing trains any more, all charts soon show the last step', async () => {
  const { queue, drawn, turnOnce } = slowCharts();
  await vi.advanceTimersByTimeAsync(10_000);
  await turnOnce();
  letTrain(false, queue);
  await vi.advanceTimersByTimeAsync(700);
  expect(drawn.size).toBe(2);
});

it('has drawn all charts after some seconds, however slow the machine', async () => {
  const { drawn, turnOnce } = slowCharts(1000);
  await vi.advanceTimersByTimeAsync(30_000);
  await turnOnce();
  await vi.advanceTimersByTimeAsync(2 * (1500 + 150));
  expect(drawn.size).toBe(2);
});
