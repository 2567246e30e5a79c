import type { lesson } from '../../lessons/course/game.ts';
import type { LessonTexts } from '../lessonTexts.ts';

export const texts = {
  play: {
    title: 'A forger and a judge',
    says: [
      'The eight small clusters on a ring are the data. Orange points are what G makes of chance. The teal of the plane is D: the fuller, the more real it finds a point there.',
      'G never sees the data. It only learns which way to move so that D finds its points more real, while D learns to tell the two apart.',
    ],
    asks: 'Where will the orange points be after 800 steps?',
    options: {
      heap: 'Still in a heap: nobody shows G the data',
      some: 'On some of the clusters',
      all: 'On nearly all of the clusters',
    },
    goal: 'Clusters that G draws',
    why: [
      'D rises where the data are and falls where the orange points are. G walks uphill on D. When its points have arrived, D has to look elsewhere, and so both go on until every cluster has its share.',
      'This is all that a GAN is: G has no copy of the data, only D’s slope.',
    ],
    more: 'Drag the timeline below the picture: the points chase one cluster after another before they spread.',
    hint: 'Run it again with the settings as they were: both networks have to learn at about the same rate.',
    picture: 'Eight clusters on a ring, and orange points on nearly all of them.',
  },
  onlyD: {
    title: 'A judge without a forger',
    says: [
      'Now only D learns. G stays as it began, and its points lie in a heap in the middle.',
      'D(G(z)) is how real D finds them: 100 % is surely real, 50 % is a guess.',
    ],
    asks: 'What will D say of the orange points after 300 steps?',
    options: {
      real: 'Real: it gets used to them',
      unsure: 'It keeps guessing',
      sure: 'Surely not real',
    },
    goal: 'D(G(z)), how real D finds them',
    why: [
      'Telling a heap from a ring is easy. D becomes as sure as it can be, and there is nothing left for it to learn.',
      'A D that is this sure is of little use to G: you will meet that again in “When D is too strong”.',
    ],
    more: 'Look at the curve of D’s loss: it falls to nearly nothing, and that is not a success of the pair.',
    hint: 'G must not learn here. Run it again, and leave its learning rate at the smallest.',
    picture: 'Orange points in a heap in the middle, where D says that nothing is real.',
  },
  onlyG: {
    title: 'A forger without a judge',
    says: ['Now only G learns. D stays as it began, a random surface over the plane, and knows nothing of the data.'],
    asks: 'Where will the orange points be after 300 steps?',
    options: {
      heap: 'All in one place',
      some: 'On some of the clusters',
      all: 'On nearly all of the clusters',
    },
    goal: 'Spread of G’s points, beside that of the data',
    why: [
      'G climbs whatever D is. A D that does not learn is one hill that never moves, so all points run the same way and stay together.',
      'What G learns comes from D alone. G can be no better than its judge.',
    ],
    more: 'Switch on “Gradient of D” below the picture: the arrows are what G follows.',
    hint: 'D must not learn here. Run it again, and leave its learning rate at the smallest.',
    picture: 'All orange points in one place away from the eight clusters.',
  },
} satisfies LessonTexts<typeof lesson>;
