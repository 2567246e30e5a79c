import type { ParamValues } from '../../core/params.ts';
import { defineLesson, type Setup } from '../lesson.ts';
import { clustersFound } from '../points.ts';
import { lately, planeOf, type Seen } from '../seen.ts';

/** The paper's networks, narrow, and drawn with the batch's statistics, so that colours are seen from the first steps on. */
const network = (own: ParamValues) => ({
  recipe: 'dcgan',
  params: { width: 0.1, batch: 16, lrG: 0.0005, lrD: 0.0005, statistics: 'batch', ...own },
});

/** How many times as steep the first D is at the data as the second, over all steps so far. */
function ratio([first, second]: Seen): number | null {
  const [a, b] = [lately(first, 'gradientNorm', UNTIL), lately(second, 'gradientNorm', UNTIL)];
  return a === null || b === null || b === 0 ? null : a / b;
}
const UNTIL = 20;
/** What one would call another order of size. */
const CLEAR = 20;

/** Two GANs of one kind, where it can be counted what G draws. */
const inPlane = (beta1: number): Setup => ({
  data: 'ring',
  seed: 1,
  members: [{ recipe: 'gan', params: { width: 0.1, batch: 64, beta1 } }],
});
const LONG = 800;

const clusters = ([run]: Seen): number | null => {
  const plane = planeOf(run);
  return plane && clustersFound(plane);
};

/** What two of the rules by Radford et al. 2015 are for: one is taken away at a time. */
export const lesson = defineLesson({
  id: 'dcgan-rules',
  place: 12,
  minutes: 4,
  steps: [
    {
      id: 'norm',
      setup: { data: 'colour-digits', seed: 1, members: [network({ dNorm: 'batch' }), network({ dNorm: 'none' })] },
      predict: {
        options: ['alike', 'ten', 'hundred'],
        happened(seen) {
          const times = ratio(seen);
          if (times === null) return null;
          return times < 3 ? 'alike' : times < CLEAR ? 'ten' : 'hundred';
        },
      },
      act: { kind: 'train', until: UNTIL },
      goal: { value: ratio, is: 'atLeast', target: CLEAR, unit: 'number' },
      wrong: { params: { dNorm: 'batch' } },
    },
    {
      id: 'momentum',
      setup: inPlane(0.9),
      predict: {
        options: ['all', 'half', 'few'],
        happened(seen) {
          const found = clusters(seen);
          if (found === null) return null;
          return found >= 7 ? 'all' : found >= 4 ? 'half' : 'few';
        },
      },
      act: { kind: 'train', until: LONG },
      goal: { value: clusters, is: 'atMost', target: 3, unit: 'count' },
      wrong: { params: { beta1: 0.5 } },
    },
    {
      id: 'mend',
      setup: inPlane(0.9),
      choose: { param: 'beta1', options: [0.9, 0.95, 0.5], right: 0.5 },
      act: { kind: 'train', until: LONG },
      goal: { value: clusters, is: 'atLeast', target: 7, unit: 'count' },
      wrong: { params: { beta1: 0.9 } },
    },
  ],
});
