import { defineLesson, type Setup } from '../lesson.ts';
import { clustersFound } from '../points.ts';
import { lately, planeOf, type Seen } from '../seen.ts';

/** D learns five times for each update of G; `lambda` is of a penalty, once there is one. */
const SETUP: Setup = {
  data: 'ring',
  seed: 1,
  members: [{ recipe: 'gan', params: { width: 0.1, batch: 64, kD: 5, lambda: 0.1 } }],
};
const UNTIL = 400;

const steepness = ([run]: Seen): number | null => lately(run, 'gradientNorm', 50);
const clusters = ([run]: Seen): number | null => {
  const plane = planeOf(run);
  return plane && clustersFound(plane);
};

/** Sharp gradients at the data come with lost clusters; DRAGAN's penalty holds them. */
export const lesson = defineLesson({
  id: 'steep',
  place: 4,
  minutes: 5,
  steps: [
    {
      id: 'rise',
      setup: SETUP,
      predict: { kind: 'sketch', scalar: 'gradientNorm', range: [0, 30] },
      act: { kind: 'train', until: UNTIL },
      goal: { value: steepness, is: 'atLeast', target: 10, unit: 'number' },
      wrong: { params: { penalty: 'dragan' } },
    },
    {
      id: 'hold',
      setup: SETUP,
      choose: { param: 'penalty', options: ['none', 'dragan'], right: 'dragan' },
      act: { kind: 'train', until: UNTIL },
      goal: { value: clusters, is: 'atLeast', target: 8, unit: 'count' },
      wrong: { params: { penalty: 'none' } },
    },
  ],
});
