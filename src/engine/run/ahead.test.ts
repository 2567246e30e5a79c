import { expect, it } from 'vitest';
import { AHEAD, stepsTogether } from './ahead.ts';

/** Where it settles on a device that takes so long for a step and answers so late. */
function settled(step: number, answersIn: number): number {
  let steps: number = AHEAD.least;
  for (let round = 0; round < 10; round++) steps = stepsTogether(steps, steps * step + answersIn, answersIn);
  return steps;
}

it('reads as many steps together as take 50 ms', () => {
  expect(settled(10, 0)).toBe(5);
});

it('asks a slow device for two, and a quick one for 64 at most', () => {
  expect(settled(400, 0)).toBe(2);
  expect(settled(0.1, 0)).toBe(64);
});

it('is not misled by a browser that answers late, and keeps its device busy meanwhile', () => {
  expect(settled(1, 100)).toBe(64);
  expect(settled(10, 100)).toBe(10);
  expect(settled(400, 100)).toBe(2);
});
