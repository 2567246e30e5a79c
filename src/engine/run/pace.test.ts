/** When a pause is obeyed, and who has how much of the time: on a clock that nothing moves but the work itself. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PlaygroundEngine } from '../../protocol/index.ts';
import { start } from '../backends/cpu.ts';
import { backendStarters } from '../backends/index.ts';
import { createEngine } from '../engine.ts';
import { openSession } from '../testing/session.ts';

/** What each piece of work takes, in milliseconds, and what has been taken. */
const held = vi.hoisted(() => ({
  now: 0,
  cost: { step: 0, draw: 0, snapshot: 0 },
  spent: { step: 0, draw: 0, snapshot: 0 },
  onStep: (_: object): void => undefined,
  onRead: (): void => undefined,
  work(kind: 'step' | 'draw' | 'snapshot') {
    held.now += held.cost[kind];
    held.spent[kind] += held.cost[kind];
  },
}));

vi.mock('../step/takeStep.ts', async (original) => {
  const { takeStep, ...rest } = await original<typeof import('../step/takeStep.ts')>();
  const timed: typeof takeStep = (trainer, ...more) => {
    const measured = takeStep(trainer, ...more);
    held.work('step');
    held.onStep(trainer);
    return measured;
  };
  return { ...rest, takeStep: timed };
});
vi.mock('../view/draw.ts', async (original) => {
  const { drawView, ...rest } = await original<typeof import('../view/draw.ts')>();
  const timed: typeof drawView = (...given) => {
    held.work('draw');
    return drawView(...given);
  };
  return { ...rest, drawView: timed };
});
vi.mock('../keep/snapshot.ts', async (original) => {
  const { takeSnapshot, ...rest } = await original<typeof import('../keep/snapshot.ts')>();
  const timed: typeof takeSnapshot = (...given) => {
    held.work('snapshot');
    return takeSnapshot(...given);
  };
  return { ...rest, takeSnapshot: timed };
});

let engine: PlaygroundEngine;
beforeEach(() => {
  Object.assign(held, { now: 1000, onStep: () => undefined, onRead: () => undefined });
  Object.assign(held.cost, { step: 0, draw: 0, snapshot: 0 });
  vi.spyOn(performance, 'now').mockImplementation(() => held.now);
  const cpu = async () => {
    const backend = await start();
    const guard = <T>(read: Promise<T>): Promise<T> => {
      held.onRead();
      return backend.guard(read);
    };
    return { ...backend, guard };
  };
  engine = createEngine({ dataBase: 'http://nowhere.invalid/', starters: { ...backendStarters, cpu } });
});
afterEach(() => {
  engine.close();
  vi.restoreAllMocks();
});

const inPlane = (run: number, { recipe = 'gan', credits = true } = {}) =>
  openSession(engine, { run, recipe, data: 'ring', params: { width: 0.02, batch: 4 }, credits });

/** From now on work takes so long. */
function begin(cost: Partial<typeof held.cost>): void {
  Object.assign(held.cost, cost);
  Object.assign(held.spent, { step: 0, draw: 0, snapshot: 0 });
}

/** A message of the page’s, sent now: it is read when the loop lets messages in. */
const asMessage = <Answer>(ask: () => Promise<Answer>): Promise<Answer> =>
  new Promise((resolve, reject) => setImmediate(() => ask().then(resolve, reject)));

describe('a pause', () => {
  // A slice has 12 ms: three steps of 5 ms.
  it.each([
    [30, 0],
    [5, 2],
  ])('with steps of %i ms comes after at most %i more', async (step, most) => {
    await inPlane(1);
    begin({ step });
    for (const wait of [10, 11, 12]) {
      let taken = 0;
      const paused = new Promise<{ readonly steps: readonly number[] }>((resolve) => {
        held.onStep = () => {
          taken += 1;
          if (taken === wait) resolve(asMessage(() => engine.request('pause', { runs: [1] })));
        };
      });
      const { steps: from } = await engine.request('train', { runs: [1], until: null });
      const { steps } = await paused;
      expect(taken - wait).toBeLessThanOrEqual(most);
      expect(steps[0]).toBe((from[0] as number) + taken);
      const { runs } = await engine.request('runs', {});
      expect(runs[0]).toMatchObject({ state: 'paused', step: steps[0] });
    }
  });

  it('that comes while the device is waited for lets no other step begin', async () => {
    await inPlane(1);
    begin({ step: 1 });
    let taken = 0;
    let askedAfter: number | null = null;
    const paused = new Promise<unknown>((resolve) => {
      held.onStep = () => {
        taken += 1;
      };
      held.onRead = () => {
        if (askedAfter !== null) return;
        askedAfter = taken;
        resolve(engine.request('pause', { runs: [1] }));
      };
    });
    await engine.request('train', { runs: [1], until: null });
    await paused;
    expect(askedAfter).not.toBeNull();
    expect(taken).toBe(askedAfter);
  });
});

it('a queue of steps is never longer than 64', async () => {
  const session = await inPlane(1);
  begin({ step: 0.5 });
  let [waiting, longest] = [0, 0];
  held.onStep = () => {
    waiting += 1;
    longest = Math.max(longest, waiting);
  };
  held.onRead = () => {
    waiting = 0;
  };
  await session.trainTo(300);
  expect(longest).toBe(64);
});

it('a device that needs long for a step is never asked for more than two', async () => {
  const session = await inPlane(1);
  let [waiting, longest] = [0, 0];
  // The call returns at once; what was asked for is waited for where it is read.
  held.onStep = () => {
    waiting += 1;
    longest = Math.max(longest, waiting);
  };
  held.onRead = () => {
    held.now += 100 * waiting;
    waiting = 0;
  };
  await session.trainTo(40);
  expect(longest).toBe(2);
});

describe('a tenth of the time', () => {
  const ended = async (runs: readonly number[], until: number): Promise<number> => {
    const from = held.now;
    const stopped = new Promise<void>((resolve) => {
      let count = 0;
      engine.subscribe((event) => {
        if (event.type === 'stopped' && ++count === runs.length) resolve();
      });
    });
    await engine.request('train', { runs, until });
    await stopped;
    return held.now - from;
  };

  it.each([[[1]], [[1, 2, 3]]])('is for drawing, for all of the runs %j together', async (runs) => {
    for (const run of runs) await inPlane(run);
    begin({ step: 30, draw: 100 });
    const time = await ended(runs, 300);
    expect(held.spent.draw / time).toBeLessThan(0.13);
    expect(held.spent.draw / time).toBeGreaterThan(0.05);
  });

  it('is for snapshots', async () => {
    // Nobody looks: no time goes into drawing.
    await inPlane(1, { credits: false });
    begin({ step: 500, snapshot: 2000 });
    const time = await ended([1], 200);
    expect(held.spent.snapshot / time).toBeLessThan(0.12);
    expect(held.spent.snapshot / time).toBeGreaterThan(0.05);
  });
});

it('runs in lock step are never more than a step apart, and pause after the same one', async () => {
  const runs = [1, 2, 3];
  for (const run of runs) await inPlane(run, { recipe: ['gan', 'wgan-gp', 'dragan'][run - 1] as string });
  begin({ step: 1 });
  for (const wait of [30, 31, 32]) {
    const taken = new Map<object, number>();
    let total = 0;
    let widest = 0;
    const paused = new Promise<{ readonly steps: readonly number[] }>((resolve) => {
      held.onStep = (trainer) => {
        taken.set(trainer, (taken.get(trainer) ?? 0) + 1);
        const counts = runs.map((_, i) => [...taken.values()][i] ?? 0);
        widest = Math.max(widest, Math.max(...counts) - Math.min(...counts));
        if (++total === wait) resolve(asMessage(() => engine.request('pause', { runs })));
      };
    });
    await engine.request('train', { runs, until: null });
    const { steps } = await paused;
    expect(widest).toBe(1);
    expect(new Set(steps).size).toBe(1);
  }
});

it('a pause in the middle of a round lets those that are behind finish it', async () => {
  const runs = [1, 2, 3];
  for (const run of runs) await inPlane(run);
  begin({ step: 1 });
  const paused = new Promise<{ readonly steps: readonly number[] }>((resolve) => {
    held.onRead = () => {
      held.onRead = () => undefined;
      resolve(engine.request('pause', { runs }));
    };
  });
  await engine.request('train', { runs, until: null });
  // The first has taken a step, and waits for the device.
  expect(await paused).toEqual({ steps: [1, 1, 1] });
});
