/** Who has the time: on a clock that only the work itself moves. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createLoop } from './loop.ts';

let clock = 0;
beforeEach(() => {
  clock = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
});
afterEach(() => vi.restoreAllMocks());

/** A run whose every slice takes so long, until it has had so many. */
function runOf(milliseconds: number, slices: number) {
  let left = slices;
  let trained = 0;
  return {
    loopOf: () =>
      createLoop({
        running: () => (left > 0 ? ['the run'] : []),
        async slice() {
          clock += milliseconds;
          trained += milliseconds;
          left -= 1;
        },
        limitOf: () => Number.POSITIVE_INFINITY,
      }),
    trained: () => trained,
    left: () => left,
  };
}

it.each([
  [12, 8],
  [12, 30],
  [200, 8],
])(
  'beside slices of training of %i ms, work in slices of %i ms has at most half of the time, and nearly that',
  async (training, slice) => {
    const { loopOf, trained, left } = runOf(training, 100);
    const loop = loopOf();
    let beside = 0;
    let most = 0;
    const work = loop.beside(async (pause) => {
      while (left() > 0) {
        clock += slice;
        beside += slice;
        most = Math.max(most, beside - trained());
        await pause();
      }
    });
    loop.wake();
    await work;
    expect(trained()).toBe(100 * training);
    // Never ahead of the training by more than the slice in hand.
    expect(most).toBeLessThanOrEqual(slice);
    expect(beside).toBeGreaterThan(0.8 * trained());
  },
);

it('while nothing trains it goes on, one work after the other', async () => {
  const loop = runOf(12, 0).loopOf();
  const order: string[] = [];
  const work = (name: string) =>
    loop.beside(async (pause) => {
      order.push(`${name} begins`);
      await pause();
      order.push(`${name} ends`);
    });
  await Promise.all([work('first'), work('second')]);
  expect(order).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
});

it('work that fails does not keep others from theirs', async () => {
  const { loopOf } = runOf(12, 20);
  const loop = loopOf();
  loop.wake();
  const failing = loop.beside(async (pause) => {
    await pause();
    throw new Error('It fails.');
  });
  const other = loop.beside(async (pause) => {
    await pause();
    return 'done';
  });
  await expect(failing).rejects.toThrow('It fails.');
  expect(await other).toBe('done');
});
