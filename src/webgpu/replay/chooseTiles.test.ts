import { describe, expect, it } from 'vitest';
import { quickestOf, timeRounds } from './chooseTiles.ts';

describe('the quickest family', () => {
  it.each([
    ['that of the least time', [[10, 12, 8]], 2],
    [
      'by the middle of its times, whatever disturbed one of them',
      [
        [10, 11, 7],
        [10, 11, 90],
        [60, 11, 8],
      ],
      2,
    ],
    ['the usual one where another is hardly quicker', [[10, 9.7, 9.6]], 0],
    ['the usual one where it is the quickest', [[5, 9, 9]], 0],
    ['unknown where none was measured', [], null],
  ] as const)('is %s', (_, rounds, expected) => {
    expect(quickestOf(rounds)).toBe(expected);
  });
});

/** A device on which a turn takes so many milliseconds by family, and the way there and back two. */
function deviceOf(turn: readonly number[]) {
  let now = 0;
  const asked: (readonly [family: number, turns: number])[] = [];
  return {
    asked,
    now: () => now,
    async time(family: number, turns: number) {
      asked.push([family, turns]);
      const time = 2 + turns * (turn[family] as number);
      now += time;
      return time;
    },
  };
}

async function triedOn(turn: readonly number[]) {
  const device = deviceOf(turn);
  const rounds = await timeRounds(turn.length, device.time, device.now);
  return { rounds, asked: device.asked, took: device.now() };
}

describe('families are timed', () => {
  it('in rounds, each as often as the first needs to be told from the way to the device', async () => {
    const { rounds, asked, took } = await triedOn([0.25, 0.5, 0.125]);
    expect(asked.slice(0, 3)).toEqual([
      [0, 1],
      [1, 1],
      [2, 1],
    ]);
    expect(rounds).toEqual(Array(3).fill([4, 6, 3]));
    expect(quickestOf(rounds)).toBe(2);
    expect(took).toBeLessThan(100);
  });

  it('so often at most where they take next to nothing', async () => {
    const { rounds, asked } = await triedOn([0.001, 0.002]);
    expect(rounds).toHaveLength(3);
    expect(Math.max(...asked.map(([, turns]) => turns))).toBe(64);
  });

  it('in fewer rounds on a slow device', async () => {
    const { rounds, took } = await triedOn([18, 20, 16]);
    expect(rounds).toEqual([[20, 22, 18]]);
    expect(took).toBeLessThan(200);
  });

  it('not on one that takes the whole time for the first of them', async () => {
    const { rounds, asked } = await triedOn([400, 200, 100]);
    expect(rounds).toEqual([]);
    expect(asked).toEqual([[0, 1]]);
  });
});
