import type { ParamValues } from '../../core/params.ts';
import { defineLesson, type Setup } from '../lesson.ts';
import { picturesApart } from '../seen.ts';

const member = (own: ParamValues) => ({ recipe: 'gan', params: { width: 0.1, batch: 32, ...own } });

/** One G twice, with the same weights and the same z: what differs is how it is drawn with. */
const SETUP: Setup = {
  data: 'mnist',
  seed: 1,
  members: [member({ statistics: 'running' }), member({ statistics: 'batch' })],
};
const EARLY = 10;
const LATE = 80;

/** More than a glance would miss. */
const CLEAR = 0.13;

/** Batch normalisation: one G has two ways to draw, by the statistics of the batch or by running ones. */
export const lesson = defineLesson({
  id: 'batch-norm',
  place: 7,
  minutes: 4,
  steps: [
    {
      id: 'early',
      setup: SETUP,
      predict: {
        options: ['same', 'other'],
        happened(seen) {
          const by = picturesApart(seen);
          return by === null ? null : by >= CLEAR ? 'other' : 'same';
        },
      },
      act: { kind: 'train', until: EARLY },
      goal: { value: picturesApart, is: 'atLeast', target: CLEAR, unit: 'share' },
      wrong: { params: { statistics: 'running' } },
    },
    {
      id: 'late',
      setup: SETUP,
      predict: {
        options: ['less', 'still'],
        happened(seen) {
          const by = picturesApart(seen);
          return by === null ? null : by < CLEAR ? 'less' : 'still';
        },
      },
      act: { kind: 'train', until: LATE },
      goal: { value: picturesApart, is: 'atMost', target: CLEAR, unit: 'share' },
      wrong: { act: { kind: 'train', until: EARLY } },
    },
  ],
});
