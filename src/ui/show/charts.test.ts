import { describe, expect, it } from 'vitest';
import { CHARTS } from '../layout.ts';
import { chartsShown, roomFor, turned } from './charts.ts';

describe('The charts of a presentation', () => {
  const two = { count: 2, held: false };

  it('are as many as are high enough, and one at least', () => {
    expect([90, 270, 300, 430].map(roomFor)).toEqual([1, 1, 2, 3]);
  });

  it('are all that are chosen where there is room', () => {
    expect(chartsShown(CHARTS, { count: Number.POSITIVE_INFINITY, held: false })).toEqual(CHARTS);
    expect(chartsShown([], two)).toEqual([]);
  });

  it('are else those that tell most, the gradient where D is held by it', () => {
    const chosen = ['losses', 'gradient', 'scores'] as const;
    expect(chartsShown(chosen, two)).toEqual(['losses', 'scores']);
    expect(chartsShown(chosen, { count: 2, held: true })).toEqual(['losses', 'gradient']);
    expect(chartsShown(['gradient'], two)).toEqual(['gradient']);
  });

  it('make room for one that is turned on', () => {
    expect(turned(['losses', 'scores'], 'gradient', two)).toEqual(['losses', 'gradient']);
    expect(turned(['losses', 'gradient'], 'scores', two)).toEqual(['losses', 'scores']);
    expect(turned(['scores'], 'gradient', { count: 1, held: false })).toEqual(['gradient']);
    expect(turned(['losses', 'scores'], 'losses', two)).toEqual(['scores']);
  });
});
