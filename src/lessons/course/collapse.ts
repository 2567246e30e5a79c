import { defineLesson, type Setup } from '../lesson.ts';
import { clustersFound } from '../points.ts';
import { planeOf, type Seen } from '../seen.ts';

/** G learns ten times as fast as D. */
const SETUP: Setup = {
  data: 'ring',
  seed: 1,
  members: [{ recipe: 'gan', params: { width: 0.1, batch: 64, lrG: 0.003, lrD: 0.0003 } }],
};
const UNTIL = 500;

const clusters = ([run]: Seen): number | null => {
  const plane = planeOf(run);
  return plane && clustersFound(plane);
};

/** Mode collapse, where it can be counted: G ahead of D. */
export const lesson = defineLesson({
  id: 'collapse',
  place: 3,
  minutes: 4,
  steps: [
    {
      id: 'break',
      setup: SETUP,
      predict: {
        options: ['all', 'half', 'few'],
        happened(seen) {
          const found = clusters(seen);
          if (found === null) return null;
          return found >= 7 ? 'all' : found >= 3 ? 'half' : 'few';
        },
      },
      act: { kind: 'train', until: UNTIL },
      goal: { value: clusters, is: 'atMost', target: 2, unit: 'count' },
      wrong: { params: { lrD: 0.003 } },
    },
    {
      id: 'mend',
      setup: SETUP,
      choose: { param: 'lrD', options: [0.0001, 0.0003, 0.003], right: 0.003 },
      act: { kind: 'train', until: UNTIL },
      goal: { value: clusters, is: 'atLeast', target: 7, unit: 'count' },
      wrong: { params: { lrD: 0.0001 } },
    },
  ],
});
