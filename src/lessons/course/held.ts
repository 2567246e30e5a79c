import type { ParamValues } from '../../core/params.ts';
import { defineLesson, type Setup } from '../lesson.ts';
import { followingOf } from '../points.ts';
import { lately, planeOf, type Seen, type SeenRun } from '../seen.ts';

/** One critic and one G, that differ in what is done to the critic only. */
const setup = (...members: readonly ParamValues[]): Setup => ({
  data: 'swiss-roll',
  seed: 1,
  members: members.map((own) => ({
    recipe: 'wgan-gp',
    params: { width: 0.125, batch: 64, lrG: 0.001, lrD: 0.001, ...own },
  })),
});

const following = (run: SeenRun | undefined): number | null => {
  const plane = planeOf(run);
  return plane && followingOf(plane);
};

/** By how much the second critic knows the roll better than the first. */
function lead([first, second]: Seen): number | null {
  const [clipped, penalised] = [following(first), following(second)];
  return clipped === null || penalised === null ? null : penalised - clipped;
}
/** A lead that can be seen. */
const CLEAR = 0.1;

/** How many times as steep the second critic is at the data as the first. */
function ratio([first, second]: Seen): number | null {
  const [a, b] = [lately(first, 'gradientNorm', 50), lately(second, 'gradientNorm', 50)];
  return a === null || b === null || a === 0 ? null : b / a;
}

/** Clipping, and a penalty in its place: the figure of the WGAN-GP paper, on the Swiss roll. */
export const lesson = defineLesson({
  id: 'held',
  place: 6,
  minutes: 5,
  steps: [
    {
      id: 'levels',
      setup: setup({ penalty: 'clip' }, { penalty: 'wganGp' }),
      predict: {
        options: ['clipped', 'alike', 'penalised'],
        happened(seen) {
          const by = lead(seen);
          if (by === null) return null;
          return by >= CLEAR ? 'penalised' : by <= -CLEAR ? 'clipped' : 'alike';
        },
      },
      act: { kind: 'train', until: 300 },
      goal: { value: lead, is: 'atLeast', target: CLEAR, unit: 'share' },
      wrong: { params: { penalty: 'clip' } },
    },
    {
      id: 'bound',
      setup: setup({ penalty: 'clip', clip: 0.01 }, { penalty: 'clip', clip: 1 }),
      predict: {
        options: ['same', 'hundred', 'more'],
        happened(seen) {
          const times = ratio(seen);
          if (times === null) return null;
          return times < 10 ? 'same' : times <= 1000 ? 'hundred' : 'more';
        },
      },
      act: { kind: 'train', until: 60 },
      goal: { value: ratio, is: 'atLeast', target: 10_000, unit: 'number' },
      wrong: { params: { penalty: 'wganGp' } },
    },
    {
      id: 'dragan',
      setup: setup({ penalty: 'clip' }),
      choose: { param: 'penalty', options: ['clip', 'dragan'], right: 'dragan' },
      act: { kind: 'train', until: 300 },
      goal: { value: ([run]) => lately(run, 'gradientNorm', 50), is: 'atLeast', target: 0.1, unit: 'number' },
      wrong: { params: { penalty: 'clip' } },
    },
  ],
});
