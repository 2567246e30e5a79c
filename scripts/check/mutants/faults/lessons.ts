import { faultsIn } from '../fault.ts';

/** Lessons: what is measured, and when. */
export const lessonFaults = [
  ...faultsIn('src/lessons', [
    ['what cannot be measured passes', 'judge.ts', 'value !== null && ', '', 'judge.test.ts'],
    [
      'any answer passes what is asked afterwards',
      'judge.ts',
      'answer !== null && answer === happened',
      'answer !== null',
      'judge.test.ts',
    ],
    [
      'black alone is full contrast',
      'pictures.ts',
      'Number(Math.min(...image) === 0 && Math.max(...image) === 255)',
      'Number(Math.min(...image) === 0 || Math.max(...image) === 255)',
      'pictures.test.ts',
    ],
    ['a step is judged by an older picture', 'judge.ts', ' && isDrawn(run)', '', 'judge.test.ts'],
    ['a step is judged before D was examined', 'judge.ts', ' && isExamined(run)', '', 'judge.test.ts'],
    [
      'a step of the other network counts',
      'judge.ts',
      ' && effect?.part === act.part',
      ' && effect !== null',
      'judge.test.ts',
    ],
    [
      'the curve of another run is shown',
      'judge.ts',
      'seen[predict.member ?? 0]',
      'seen[0]',
      'judge.test.ts',
      'of the run that is meant',
    ],
    [
      'a quick hand leaves holes in its curve',
      'sketch.ts',
      'if (place < low || place > high) return before;',
      'return before;',
      'sketch.test.ts',
    ],
    ['a hump is called level', 'sketch.ts', ' + HUMP * span', ' + span', 'sketch.test.ts'],
    [
      'a stray point is a cluster',
      'points.ts',
      'FOUND * count(real, first)',
      '0.001 * count(real, first)',
      'points.test.ts',
    ],
  ]),
  ...faultsIn('src/ui', [
    [
      'a lesson’s own networks are left out',
      'lessons/settings.ts',
      '...OWN_NETWORKS, ...networks',
      '...OWN_NETWORKS',
      'lessons/settings.test.ts',
    ],
    [
      'D is to be examined before the test examples are there',
      'lessons/attempt.ts',
      'rests && at === from && (!waitsForData || isLoaded())',
      'rests && at === from',
      'lessons/attempt.test.ts',
    ],
    [
      'a lesson’s link takes along what is on the page',
      'share/lessonLink.ts',
      "address.replace(/#.*$/, '')",
      'address',
      'share/lessonLink.test.ts',
    ],
    [
      'lessons kept in another form are believed',
      'lessons/learner.ts',
      ' || kept.form !== FORM',
      '',
      'lessons/learner.test.ts',
    ],
    [
      'any list is a curve that was drawn',
      'lessons/learner.ts',
      'isCurve(value) ? value : null',
      '(value ?? null) as Curve | null',
      'lessons/learner.test.ts',
    ],
    [
      'a link with a seed is a first visit',
      'state/firstVisit.ts',
      "isViewKey(key) && key !== 'lesson'",
      "key !== 'lesson'",
      'state/firstVisit.test.ts',
    ],
  ]),
];
