import { defineLesson, type Setup, type SetupMember } from '../lesson.ts';
import { type Seen, type SeenRun, scoreOf } from '../seen.ts';

/** D up to its last layer. Fully connected and small: some hundred steps take seconds. */
const JUDGE = 'flatten.dense128.lrelu0.2.dense64.lrelu0.2';

/** G is told the class; D as its last layer says. Momentum and least squares keep so small a game steady. */
const member = (last: string): SetupMember => ({
  recipe: 'cgan-conv',
  params: { objective: 'leastSquares', beta1: 0.5, beta2: 0.99, averageDecay: 0.95 },
  generator: 'embed10x32.dense128.bn.relu.dense784.tanh.reshape28x28x1',
  discriminator: `${JUDGE}.${last}`,
});
/** D weighs image and class together, or sees the image alone. */
const TOLD = member('proj10');
const UNTOLD = member('dense1');

const setup = (...members: readonly SetupMember[]): Setup => ({ data: 'mnist', seed: 1, members });
const SCORED = { samples: 200, chosen: ['agreement'] };
const UNTIL = 300;
const SOON = 20;

/** How often the classifier reads the class that was asked for. */
const agreement = (run: SeenRun | undefined): number | null => scoreOf(run, 'agreement')?.value ?? null;

/** By how much oftener with a D that is told the class than with one that is not. */
function lead([told, untold]: Seen): number | null {
  const [a, b] = [agreement(told), agreement(untold)];
  return a === null || b === null ? null : a - b;
}
/** Ten classes: chance alone agrees in a tenth of the samples. */
const OBEYS = 0.4;

/** The class as input: G draws what it is asked for, if D can tell whether it did. */
export const lesson = defineLesson({
  id: 'class',
  place: 10,
  minutes: 4,
  steps: [
    {
      id: 'asked',
      setup: setup(TOLD),
      predict: {
        options: ['chance', 'some', 'most'],
        happened([run]) {
          const share = agreement(run);
          if (share === null) return null;
          return share < 0.2 ? 'chance' : share < 0.5 ? 'some' : 'most';
        },
      },
      act: { kind: 'train', until: UNTIL, scored: SCORED },
      goal: { value: ([run]) => agreement(run), is: 'atLeast', target: OBEYS, unit: 'share' },
      wrong: { act: { kind: 'train', until: SOON, scored: SCORED } },
    },
    {
      id: 'untold',
      setup: setup(TOLD, UNTOLD),
      predict: {
        options: ['both', 'left', 'neither'],
        happened([told, untold]) {
          const [a, b] = [agreement(told), agreement(untold)];
          if (a === null || b === null) return null;
          if (a < OBEYS && b < OBEYS) return 'neither';
          return a >= OBEYS && b >= OBEYS ? 'both' : a >= OBEYS ? 'left' : null;
        },
      },
      act: { kind: 'train', until: UNTIL, scored: SCORED },
      goal: { value: lead, is: 'atLeast', target: 0.3, unit: 'share' },
      wrong: { act: { kind: 'train', until: SOON, scored: SCORED } },
    },
  ],
});
