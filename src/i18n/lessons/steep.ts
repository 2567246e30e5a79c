import type { lesson } from '../../lessons/course/steep.ts';
import type { LessonTexts } from '../lessonTexts.ts';

export const texts = {
  rise: {
    title: 'Cliffs at the data',
    says: [
      'Here D learns five times for every step of G. It will get very good at saying where data end.',
      'The curve “Gradient of D near real data” says how steep D’s output is there. A slope of 1 is a gentle hill.',
    ],
    asks: 'How steep will D be at the data over these 400 steps?',
    options: {},
    curve: 'Slope of D at the data',
    goal: 'Slope of D at the data',
    why: [
      'D has put a cliff around each cluster that it can defend. On top of a cliff and far below it the ground is nearly level, so G is told little of where to go.',
      'Count the clusters that G draws: about half of them. This is what the authors of DRAGAN saw: sharp gradients at the data come with mode collapse.',
    ],
    more: 'Set “Updates of D a step” to 1 while it trains, and watch how the slope comes down.',
    hint: 'D was held. Run it again with no penalty on D.',
    picture: 'D with steep walls around the clusters, and orange points on about half of them.',
  },
  hold: {
    title: 'DRAGAN: make D gentle where it counts',
    says: [
      'The same run, the same seed. The penalty of DRAGAN asks for one thing more: near the data D’s slope should be about 1. It looks at real points with a little noise on them, and charges D for any other slope.',
    ],
    asks: 'Choose what is done to D, so that G finds all eight clusters.',
    options: {},
    goal: 'Clusters that G draws',
    why: [
      'Without cliffs there is a slope to follow from everywhere, so no cluster stays out of reach. D still learns five times a step: it is not weaker, but gentler.',
      'The penalty costs D some of its certainty: its loss is higher than before. It is worth it to G.',
    ],
    more: 'Look at the curve of the gradient: it stays near 1, the dotted line.',
    hint: 'Some clusters are still missing, and D is as steep as before. Choose the other one.',
    picture: 'A gentle D, and orange points on all eight clusters.',
  },
} satisfies LessonTexts<typeof lesson>;
