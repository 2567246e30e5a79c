import type { ParamValues } from '../../core/params.ts';
import { defineLesson, type Setup } from '../lesson.ts';
import { clustersFound } from '../points.ts';
import { planeOf, type Seen, type SeenRun } from '../seen.ts';

/** Runs on the ring that share all but what is said of each. */
const onRing =
  (recipe: string, shared: ParamValues) =>
  (...members: readonly ParamValues[]): Setup => ({
    data: 'ring',
    seed: 1,
    members: members.map((own) => ({ recipe, params: { width: 0.1, lrG: 0.003, lrD: 0.003, ...shared, ...own } })),
  });
/** The game as it was first written down, with Adam for both: what is on trial is how far D is ahead, not the gradient's size. */
const game = onRing('gan', { batch: 64, objective: 'minimax' });
/** A critic in D's place, held by WGAN-GP's penalty. */
const critics = onRing('wgan-gp', { batch: 32 });

const clustersOf = (run: SeenRun | undefined): number | null => {
  const plane = planeOf(run);
  return plane && clustersFound(plane);
};

/** By how many clusters the G with the busier D is ahead of the other. */
function lead([once, often]: Seen): number | null {
  const [a, b] = [clustersOf(once), clustersOf(often)];
  return a === null || b === null ? null : b - a;
}
const behind = (seen: Seen): number | null => {
  const by = lead(seen);
  return by === null ? null : -by;
};
/** More than chance makes of two equal runs. */
const CLEAR = 3;

const predict = {
  options: ['once', 'alike', 'often'],
  happened(seen: Seen): string | null {
    const by = lead(seen);
    if (by === null) return null;
    return by >= CLEAR ? 'often' : by <= -CLEAR ? 'once' : 'alike';
  },
} as const;

/** How good D should be: too good for G under the first loss, never too good as a critic (Arjovsky et al. 2017). */
export const lesson = defineLesson({
  id: 'strong-d',
  place: 8,
  minutes: 5,
  steps: [
    {
      id: 'ahead',
      setup: game({ kD: 1 }, { kD: 5 }),
      predict,
      act: { kind: 'train', until: 300 },
      goal: { value: behind, is: 'atLeast', target: CLEAR, unit: 'count' },
      wrong: { params: { kD: 1 } },
    },
    {
      id: 'pace',
      setup: game({ kD: 5, batch: 32 }),
      choose: { param: 'lrD', options: [0.003, 0.0003], right: 0.0003 },
      act: { kind: 'train', until: 450 },
      goal: { value: ([run]) => clustersOf(run), is: 'atLeast', target: 6, unit: 'count' },
      wrong: { params: { lrD: 0.003 } },
    },
    {
      id: 'critic',
      setup: critics({ kD: 1 }, { kD: 5 }),
      predict,
      act: { kind: 'train', until: 150 },
      goal: { value: lead, is: 'atLeast', target: CLEAR, unit: 'count' },
      wrong: { params: { kD: 1 } },
    },
  ],
});
