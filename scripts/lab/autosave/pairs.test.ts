import { expect, it } from 'vitest';
import { costsOf } from './pairs.ts';

it('a checkpoint that takes half a second of every minute is found, and the task that it took', () => {
  // A frame each 50 ms, a step each; the worker is silent for half a second before each checkpoint.
  const checkpoints = [30_000, 60_000, 90_000];
  const frames: { at: number; step: number }[] = [];
  for (let at = 0; at < 120_000; at += 50)
    if (!checkpoints.some((moment) => at > moment - 500 && at < moment)) frames.push({ at, step: frames.length });
  const { pairs, longestTask, longestSilence } = costsOf({
    frames,
    checkpoints,
    writes: [30_010, 90_010],
    longTasks: [
      { at: 30_005, milliseconds: 70 },
      { at: 45_000, milliseconds: 60 },
    ],
  });
  expect(pairs.map(({ written }) => written)).toEqual([true, false, true]);
  for (const { around, behind } of pairs) {
    expect(behind).toBeCloseTo(20);
    expect(around).toBeCloseTo(20 * (1 - 450 / 15_000));
  }
  expect(longestTask).toEqual({ behind: 70, elsewhere: 60 });
  expect(longestSilence).toEqual({ behind: 500, elsewhere: 50 });
});
