import type { lesson } from '../../lessons/course/collapse.ts';
import type { LessonTexts } from '../lessonTexts.ts';

export const texts = {
  break: {
    title: 'A forger in a hurry',
    says: [
      'The same ring of eight clusters. This time G learns ten times as fast as D: its learning rate is 0.003, D’s is 0.0003.',
      'A fast forger sounds like a good thing.',
    ],
    asks: 'How many of the eight clusters will G draw after 500 steps?',
    options: {
      all: 'All, or nearly all',
      half: 'About half of them',
      few: 'Two at most',
    },
    goal: 'Clusters that G draws',
    why: [
      'G moves all its points to the one place that D likes best just now. D is too slow to object before all are there; when it does, G moves all of them on. This is mode collapse: what G draws may look real, and is always the same.',
      'The losses do not tell: both lie near the values of an even game.',
    ],
    more: 'Press Play at the timeline, and see the heap of points travel.',
    hint: 'G draws several clusters: D was not slow enough. Run it again with the settings as they were.',
    picture: 'All orange points in one small heap, and seven clusters without any.',
  },
  mend: {
    title: 'Mend it',
    says: ['One knob is yours: how fast D learns. G stays as it is.'],
    asks: 'Which learning rate of D lets G find the whole ring?',
    options: {},
    goal: 'Clusters that G draws',
    why: [
      'A D that keeps up falls where the points crowd, before all of them have come. Then the next cluster is the better place for some of them, and the heap comes apart.',
      'Neither network has to win. They have to stay near each other.',
    ],
    more: 'Change the seed, in Status, and run it again: does it hold for other beginnings?',
    hint: 'The points still travel in a heap. Does D need to be slower, or faster?',
    picture: 'Orange points on all eight clusters.',
  },
} satisfies LessonTexts<typeof lesson>;
