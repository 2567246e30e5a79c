import { defineLesson, type Setup } from '../lesson.ts';
import { clustersFound } from '../points.ts';
import { lately, planeOf, type Seen } from '../seen.ts';

/** Small networks: a thousand steps take seconds anywhere. */
const setup = (params: Readonly<Record<string, number>> = {}): Setup => ({
  data: 'ring',
  seed: 1,
  members: [{ recipe: 'gan', params: { width: 0.1, batch: 64, ...params } }],
});

/** A network that learns at this rate stays as it began. */
const STILL = 0.000001;

/** The clusters that G draws, of eight. */
const clusters = ([run]: Seen): number | null => {
  const plane = planeOf(run);
  return plane && clustersFound(plane);
};
const scoreFake = ([run]: Seen): number | null => lately(run, 'scoreFake', 50);
const variety = ([run]: Seen): number | null => lately(run, 'variety', 100);

/** What G and D do, where both can be seen: points in the plane. */
export const lesson = defineLesson({
  id: 'game',
  place: 1,
  minutes: 4,
  steps: [
    {
      id: 'play',
      setup: setup(),
      predict: {
        options: ['heap', 'some', 'all'],
        happened(seen) {
          const found = clusters(seen);
          if (found === null) return null;
          return found >= 7 ? 'all' : found >= 1 ? 'some' : 'heap';
        },
      },
      act: { kind: 'train', until: 800 },
      goal: { value: clusters, is: 'atLeast', target: 7, unit: 'count' },
      wrong: { params: { lrG: STILL } },
    },
    {
      id: 'onlyD',
      setup: setup({ lrG: STILL }),
      predict: {
        options: ['real', 'unsure', 'sure'],
        happened(seen) {
          const score = scoreFake(seen);
          if (score === null) return null;
          return score <= 0.1 ? 'sure' : score <= 0.7 ? 'unsure' : 'real';
        },
      },
      act: { kind: 'train', until: 300 },
      goal: { value: scoreFake, is: 'atMost', target: 0.1, unit: 'share' },
      wrong: { params: { lrG: 0.001 } },
    },
    {
      id: 'onlyG',
      setup: setup({ lrD: STILL }),
      predict: {
        options: ['heap', 'some', 'all'],
        happened(seen) {
          const [found, spread] = [clusters(seen), variety(seen)];
          if (found === null || spread === null) return null;
          return spread <= 0.05 ? 'heap' : found >= 7 ? 'all' : 'some';
        },
      },
      act: { kind: 'train', until: 300 },
      goal: { value: variety, is: 'atMost', target: 0.05, unit: 'share' },
      wrong: { params: { lrD: 0.001 } },
    },
  ],
});
