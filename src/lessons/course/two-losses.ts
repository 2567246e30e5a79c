import { defineLesson, type Setup } from '../lesson.ts';
import { lately, type Seen } from '../seen.ts';

/** D learns five times for each update of G, and so is sure early; G follows the plain gradient, not rescaled as by Adam. */
const SETUP: Setup = {
  data: 'ring',
  seed: 1,
  members: [
    {
      recipe: 'gan',
      params: { width: 0.1, batch: 64, kD: 5, optimizerG: 'sgd', lrG: 0.01, objective: 'minimax' },
    },
  ],
};
const UNTIL = 200;

const scoreFake = ([run]: Seen): number | null => lately(run, 'scoreFake', 50);

/** Why G minimises −log D and not log(1 − D). */
export const lesson = defineLesson({
  id: 'two-losses',
  place: 5,
  minutes: 4,
  steps: [
    {
      id: 'still',
      setup: SETUP,
      predict: { kind: 'sketch', scalar: 'scoreFake', range: [0, 1] },
      act: { kind: 'train', until: UNTIL },
      goal: { value: scoreFake, is: 'atMost', target: 0.01, unit: 'share' },
      wrong: { params: { objective: 'crossEntropy' } },
    },
    {
      id: 'move',
      setup: SETUP,
      choose: { param: 'objective', options: ['minimax', 'crossEntropy'], right: 'crossEntropy' },
      act: { kind: 'train', until: UNTIL },
      goal: { value: scoreFake, is: 'atLeast', target: 0.05, unit: 'share' },
      wrong: { params: { objective: 'minimax' } },
    },
  ],
});
