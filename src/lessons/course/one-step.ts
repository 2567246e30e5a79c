import { defineLesson, type Setup } from '../lesson.ts';
import type { Seen } from '../seen.ts';

const SETUP: Setup = {
  data: 'ring',
  seed: 1,
  members: [{ recipe: 'gan', params: { width: 0.1, batch: 64 } }],
};
/** G has begun to move, and the game is open. */
const FROM = 200;

type Moved = 'rose' | 'fell';

/** Share of the points on the screen that look more real to D after the step, or less. */
const share =
  (moved: Moved) =>
  ([run]: Seen): number | null => {
    const shown = run?.effect?.shown;
    return shown && shown.count > 0 ? shown[moved] / shown.count : null;
  };

/** A clear majority. */
const MOST = 0.6;

const happened = (seen: Seen): string | null => {
  const [rose, fell] = [share('rose')(seen), share('fell')(seen)];
  if (rose === null || fell === null) return null;
  return rose >= MOST ? 'more' : fell >= MOST ? 'less' : 'mixed';
};

const predict = { options: ['more', 'less', 'mixed'], happened } as const;

/** What one update of D does, and one of G. */
export const lesson = defineLesson({
  id: 'one-step',
  place: 2,
  minutes: 3,
  steps: [
    {
      id: 'd',
      setup: SETUP,
      from: FROM,
      predict,
      act: { kind: 'step', part: 'D' },
      goal: { value: share('fell'), is: 'atLeast', target: MOST, unit: 'share' },
      wrong: { act: { kind: 'step', part: 'G' } },
    },
    {
      id: 'g',
      setup: SETUP,
      from: FROM + 1,
      predict,
      act: { kind: 'step', part: 'G' },
      goal: { value: share('rose'), is: 'atLeast', target: MOST, unit: 'share' },
      wrong: { act: { kind: 'step', part: 'D' } },
    },
  ],
});
