import { defineLesson, type Setup } from '../lesson.ts';
import { coverageOf, precisionOf } from '../points.ts';
import { planeOf, type Seen, scoreOf } from '../seen.ts';

/** D is quick and learns five times for each update of G, so G is driven together; `lambda` is of a penalty, once there is one. */
const DRIVEN: Setup = {
  data: 'ring',
  seed: 1,
  members: [
    { recipe: 'gan', params: { width: 0.1, batch: 64, kD: 5, lrD: 0.003, lrG: 0.0003, lambda: 0.1, penalty: 'none' } },
  ],
};
const UNTIL = 300;

/** Hardly trained: what is measured are real points, and how few there are. */
const FRESH: Setup = { data: 'ring', seed: 1, members: [{ recipe: 'gan', params: { width: 0.1, batch: 64 } }] };
const SOON = 5;
const MEASURES = ['frechet'];

const precision = ([run]: Seen): number | null => {
  const plane = planeOf(run);
  return plane && precisionOf(plane);
};
const coverage = ([run]: Seen): number | null => {
  const plane = planeOf(run);
  return plane && coverageOf(plane);
};
/** The Fréchet distance of real points from real points, which would be 0 if there were enough of them. */
const floor = ([run]: Seen): number | null => scoreOf(run, 'frechet')?.floor ?? null;

/** More than what a thousand points leave of it. */
const CLEAR = 0.02;

/** What a score can tell and what it cannot: quality without variety, variety without quality, too few samples. */
export const lesson = defineLesson({
  id: 'scores',
  place: 9,
  minutes: 5,
  steps: [
    {
      id: 'quality',
      setup: DRIVEN,
      predict: {
        options: ['all', 'half', 'few'],
        happened(seen) {
          const covered = coverage(seen);
          if (covered === null) return null;
          return covered >= 0.8 ? 'all' : covered >= 0.4 ? 'half' : 'few';
        },
      },
      act: { kind: 'train', until: UNTIL },
      goal: { value: precision, is: 'atLeast', target: 0.7, unit: 'share' },
      wrong: { params: { penalty: 'dragan' } },
    },
    {
      id: 'variety',
      setup: DRIVEN,
      choose: { param: 'penalty', options: ['none', 'dragan'], right: 'dragan' },
      act: { kind: 'train', until: UNTIL },
      goal: { value: coverage, is: 'atLeast', target: 0.8, unit: 'share' },
      wrong: { params: { penalty: 'none' } },
    },
    {
      id: 'samples',
      setup: FRESH,
      predict: {
        options: ['zero', 'some', 'same'],
        happened([run]) {
          const score = scoreOf(run, 'frechet');
          if (!score) return null;
          return score.floor < CLEAR ? 'zero' : score.floor < score.value / 2 ? 'some' : 'same';
        },
      },
      act: { kind: 'train', until: SOON, scored: { samples: 20, chosen: MEASURES } },
      goal: { value: floor, is: 'atLeast', target: CLEAR, unit: 'number' },
      wrong: { act: { kind: 'train', until: SOON, scored: { samples: 1000, chosen: MEASURES } } },
    },
  ],
});
