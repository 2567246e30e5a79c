/** How old the picture may be beside the numbers, and what it may cost: on a clock that only the work itself moves. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { stepsBehind } from '../../core/freshness.ts';
import type { EngineEvent, Frame } from '../../protocol/index.ts';
import { createFeed } from './feed.ts';
import type { Training } from './training.ts';

const held = vi.hoisted(() => ({ now: 1000, picture: 0 }));

vi.mock('../backends/memory.ts', () => ({ memoryNow: () => ({ tensors: 0, bytes: 0 }) }));
vi.mock('../view/draw.ts', () => ({
  drawView: async (_: unknown, __: unknown, { step }: { readonly step: number }) => {
    held.now += held.picture;
    return { kind: 'images', step };
  },
}));

beforeEach(() => {
  held.now = 1000;
  vi.spyOn(performance, 'now').mockImplementation(() => held.now);
});
afterEach(() => vi.restoreAllMocks());

/**
 * Trains runs in turn for so long, with a page that draws each frame at once.
 *
 * @returns how old pictures were in the frames of all of them, and the share of the time that they took
 */
async function train(runs: number, cost: { readonly step: number; readonly picture: number }, seconds: number) {
  held.picture = cost.picture;
  let drawing = 0;
  const group = Array.from({ length: runs }, (_, run) => {
    let step = 0;
    const frames: Frame[] = [];
    const training = {
      step: () => step,
      trainer: () => ({}),
      backend: () => ({ activate: () => undefined, guard: undefined }),
      progress: () => ({ epoch: 0, epochProgress: 0 }),
      mode: () => ({ kind: 'eager' }),
      school: null,
    } as unknown as Training;
    const emit = (event: EngineEvent) => event.type === 'frame' && frames.push(event);
    const feed = createFeed({ run, seed: 1, training, data: {} as never, emit });
    const slice = async () => {
      held.now += cost.step;
      step += 1;
      const began = held.now;
      if (feed.wantsGrid()) await feed.refreshGrid(runs);
      drawing += held.now - began;
      feed.touch();
      feed.send(true);
      feed.credit();
    };
    return { frames, slice };
  });
  const from = held.now;
  while (held.now - from < 1000 * seconds) for (const { slice } of group) await slice();

  const ages = group.flatMap(({ frames }) => {
    let shown = 0;
    return frames.map(({ step, grid, gridAge }) => {
      shown = grid?.step ?? shown;
      return { step, shown, age: gridAge };
    });
  });
  return { ages, share: drawing / (held.now - from) };
}

it.each([
  ['quick steps', 1, { step: 2, picture: 10 }],
  ['a picture of 50 ms', 1, { step: 10, picture: 50 }],
  ['pictures of 50 ms', 2, { step: 10, picture: 50 }],
  ['three planes', 3, { step: 8, picture: 30 }],
  ['four grids', 4, { step: 20, picture: 20 }],
  ['steps of a second', 1, { step: 1000, picture: 50 }],
])('with %s (%i at a time, %o) no picture is ever beyond both limits', async (_, runs, cost) => {
  const { ages, share } = await train(runs, cost, 60);
  expect(ages.length).toBeGreaterThan(20);
  expect(ages.map(stepsBehind).filter((steps) => steps > 0)).toEqual([]);
  expect(share).toBeLessThan(0.26);
});

it('a page gets nine frames a second of a run that trains, and what a pause leaves at once', () => {
  const frames: Frame[] = [];
  const training = {
    step: () => 1,
    progress: () => ({ epoch: 0, epochProgress: 0 }),
    mode: () => ({ kind: 'eager' }),
    school: null,
  } as unknown as Training;
  const emit = (event: EngineEvent) => event.type === 'frame' && frames.push(event);
  const feed = createFeed({ run: 1, seed: 1, training, data: {} as never, emit });
  const send = (running: boolean): void => {
    feed.touch();
    feed.send(running);
    feed.credit();
  };
  for (; held.now < 2000; held.now += 5) send(true);
  expect(frames).toHaveLength(10);
  send(true);
  expect(frames).toHaveLength(10);
  send(false);
  expect(frames).toHaveLength(11);
});

it('cheap pictures take a tenth of the time', async () => {
  const { share } = await train(3, { step: 5, picture: 10 }, 60);
  expect(share).toBeLessThan(0.1);
});

it('dear ones take no more, and how far they are behind is told', async () => {
  const { ages, share } = await train(2, { step: 10, picture: 400 }, 120);
  expect(share).toBeLessThan(0.12);
  expect(share).toBeGreaterThan(0.05);
  expect(ages.some((age) => stepsBehind(age) > 0)).toBe(true);
  // Of one that has just been drawn nothing is said.
  for (const age of ages) expect(age.age === 0).toBe(age.shown === age.step);
});
