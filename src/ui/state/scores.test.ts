import { describe, expect, it } from 'vitest';
import type { Scores } from '../../protocol/index.ts';
import { createScoreHistory } from './scores.ts';

const at = (step: number, samples = 100): Scores => ({
  type: 'scores',
  run: 1,
  step,
  samples,
  scores: [],
  means: null,
  milliseconds: 1,
});
const stepsOf = (history: ReturnType<typeof createScoreHistory>) => history.all().map(({ step }) => step);

describe('the history of scores', () => {
  it('keeps what was measured, oldest first, and tells who listens', () => {
    const history = createScoreHistory();
    let told = 0;
    const leave = history.subscribe(() => {
      told += 1;
    });
    history.append(at(10));
    history.append(at(20));
    leave();
    history.append(at(30));
    expect(stepsOf(history)).toEqual([10, 20, 30]);
    expect(told).toBe(2);
  });

  it('measured again at one step, the newer counts', () => {
    const history = createScoreHistory();
    history.append(at(10, 100));
    history.append(at(10, 500));
    expect(history.all().map(({ samples }) => samples)).toEqual([500]);
  });

  it('after a return to a snapshot, what came later is dropped', () => {
    const history = createScoreHistory();
    for (const step of [10, 20, 30]) history.append(at(step));
    history.truncate(20);
    expect(stepsOf(history)).toEqual([10, 20]);
    history.append(at(15));
    expect(stepsOf(history)).toEqual([10, 15]);
    history.clear();
    expect(stepsOf(history)).toEqual([]);
  });

  it('keeps the pictures of the newest alone: of thousands, they would fill the memory', () => {
    const means = { pairs: [], psnr: null, floor: null, height: 28, width: 28, channels: 1 };
    const history = createScoreHistory();
    for (const step of [10, 20, 30]) history.append({ ...at(step), means });
    expect(history.all().map((scores) => scores.means)).toEqual([null, null, means]);
  });

  it('gives another array after each change, so that a view can compare', () => {
    const history = createScoreHistory();
    const before = history.all();
    expect(history.all()).toBe(before);
    history.append(at(1));
    expect(history.all()).not.toBe(before);
  });
});
