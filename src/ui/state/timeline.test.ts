import { describe, expect, it, vi } from 'vitest';
import type { SampleGrid } from '../../core/views.ts';
import { createTimeline, frameAt } from './timeline.ts';

/** A grid of one image whose pixels are the step. */
const picture = (step: number, real = 7): SampleGrid => {
  const grid = (value: number) => ({
    ...{ rows: 1, columns: 1, height: 2, width: 2, channels: 1, labels: null },
    pixels: new Uint8ClampedArray(4).fill(value),
  });
  return { kind: 'images', step, classes: 'all', generated: grid(step), real: grid(real) };
};

const stepsOf = (timeline: ReturnType<typeof createTimeline>) => timeline.frames().map(({ step }) => step);

describe('a timeline', () => {
  it('keeps the first, the newest, and between them steps that grow by a factor', () => {
    const timeline = createTimeline();
    for (let step = 0; step <= 2000; step += 4) timeline.keep(picture(step));
    const steps = stepsOf(timeline);
    expect([steps[0], steps.at(-1)]).toEqual([0, 2000]);
    expect(steps.length).toBeGreaterThan(60);
    for (const [i, step] of steps.slice(3, -1).entries())
      expect(step).toBeGreaterThanOrEqual((steps[i + 2] ?? 0) * 1.05);
  });

  it('stays within its budget, without gaps that are much wider than others', () => {
    const timeline = createTimeline(4 * 20);
    for (let step = 0; step <= 10_000; step += 5) timeline.keep(picture(step));
    const steps = stepsOf(timeline);
    expect(steps).toHaveLength(20);
    expect([steps[0], steps.at(-1)]).toEqual([0, 10_000]);
    const factors = steps.slice(1).map((step, i) => (step + 1) / ((steps[i] ?? 0) + 1));
    expect(Math.max(...factors)).toBeLessThan(8);
  });

  it('has another picture of the same step in place of the one before', () => {
    const timeline = createTimeline();
    timeline.keep(picture(3));
    timeline.keep({ ...picture(3), classes: 2 });
    expect(timeline.frames()).toMatchObject([{ step: 3, classes: 2 }]);
  });

  it('goes on from an earlier step without what came later', () => {
    const timeline = createTimeline();
    for (const step of [0, 10, 20, 30]) timeline.keep(picture(step));
    for (const step of [5, 15, 25]) timeline.note({ step, kind: 'pause' });
    timeline.truncate(20);
    expect(stepsOf(timeline)).toEqual([0, 10, 20]);
    expect(timeline.events().map(({ step }) => step)).toEqual([5, 15]);
  });

  it('has events in the order of their steps, whichever was noted first, and drops none', () => {
    const timeline = createTimeline();
    timeline.note({ step: 5, kind: 'pause' });
    timeline.note({ step: 15, kind: 'set', name: 'lrD', value: 0.02 });
    timeline.note({ step: 8, kind: 'found', rule: 'strongD' });
    timeline.note({ step: 8, kind: 'pause' });
    expect(timeline.events().map(({ step, kind }) => `${kind} ${step}`)).toEqual([
      'pause 5',
      'found 8',
      'pause 8',
      'set 15',
    ]);
  });

  it('keeps real examples once as long as they are the same', () => {
    const timeline = createTimeline();
    timeline.keep(picture(1));
    timeline.keep(picture(2));
    timeline.keep(picture(3, 8));
    const [a, b, c] = timeline.frames() as SampleGrid[];
    expect(b?.real).toBe(a?.real);
    expect(c?.real).not.toBe(a?.real);
  });

  it('says when it has changed', () => {
    const timeline = createTimeline();
    const listener = vi.fn();
    const leave = timeline.subscribe(listener);
    timeline.keep(picture(1));
    timeline.note({ step: 1, kind: 'pause' });
    leave();
    timeline.truncate(0);
    expect(listener).toHaveBeenCalledTimes(2);
  });
});

it('the picture of a step is the last one that was there', () => {
  const frames = [picture(2), picture(10), picture(20)];
  expect([0, 2, 9, 10, 15, 99].map((step) => frameAt(frames, step)?.step)).toEqual([2, 2, 2, 10, 10, 20]);
  expect(frameAt([], 4)).toBeUndefined();
});
