import type { lesson } from '../../lessons/course/one-step.ts';
import type { LessonTexts } from '../lessonTexts.ts';

export const texts = {
  d: {
    title: 'One step of D',
    says: [
      'Training is two moves in turn. First D moves, and G stands still: the orange points stay where they are.',
      'The run is brought to step 200, where the game is open.',
    ],
    asks: 'After one step of D, how real does it find the orange points?',
    options: {
      more: 'Most look more real to it',
      less: 'Most look less real to it',
      mixed: 'Some more, some less',
    },
    goal: 'Points that look less real to D',
    why: [
      'D is told which points are G’s. Its weights move a little, so that its output falls there and rises at the data.',
      'Not one orange point has moved. What has changed is the surface under them.',
    ],
    more: '“Understand”, beside the picture, says what the step did to both losses: D’s has fallen, G’s has risen.',
    hint: 'It was D’s turn. Run it again.',
    picture: 'The plane after one step of D: the orange points where they were, D a little lower under them.',
  },
  g: {
    title: 'One step of G',
    says: ['Now it is G’s turn, and D stands still. G moves its weights so that its points climb on D.'],
    asks: 'After one step of G, how real does D find the orange points?',
    options: {
      more: 'Most look more real to it',
      less: 'Most look less real to it',
      mixed: 'Some more, some less',
    },
    goal: 'Points that look more real to D',
    why: [
      'The surface is as it was; the points have moved uphill on it. Most, not all: one set of weights moves every point at once, so what helps many may cost a few.',
      'Training repeats these two moves thousands of times, each undoing a little of what the other has gained.',
    ],
    more: 'Press “Step D” and “Step G” in the bar some times in turn, and watch the mean go down and up.',
    hint: 'It was G’s turn. Run it again.',
    picture: 'The plane after one step of G: D as it was, the orange points a little further uphill.',
  },
} satisfies LessonTexts<typeof lesson>;
