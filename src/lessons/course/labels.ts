import type { ParamValues } from '../../core/params.ts';
import { defineLesson, type Setup } from '../lesson.ts';
import { lately, marksNow, type Seen } from '../seen.ts';

/** Fully connected and small: some hundred steps take seconds, and the labels alone are soon learnt by heart. */
const NETWORKS = {
  generator: 'dense128.bn.relu.dense784.tanh.reshape28x28x1',
  discriminator: 'flatten.dense128.lrelu0.2.dense128.lrelu0.2.dense11',
};

/** One classifier for each, from the same labelled digits. */
const setup = (...members: readonly ParamValues[]): Setup => ({
  data: 'mnist',
  seed: 1,
  members: members.map((own) => ({
    recipe: 'sgan',
    params: { labels: '25', lrG: 0.003, lrD: 0.003, classifierDecay: 0.97, examineEvery: 200, ...own },
    ...NETWORKS,
  })),
});

/** What D knows of its labelled digits and does not know of others. */
function gap([run]: Seen): number | null {
  const [known, unseen] = [lately(run, 'accuracyBatch', 50), marksNow(run)];
  return known === null || unseen === null ? null : known - unseen;
}

/** How many more of the test digits the second D knows. */
function lead([alone, shown]: Seen): number | null {
  const [a, b] = [marksNow(alone), marksNow(shown)];
  return a === null || b === null ? null : b - a;
}
/** More than chance makes of 10,000 digits. */
const CLEAR = 0.03;

/** Few labels, and what digits without one add to them (SGAN). */
export const lesson = defineLesson({
  id: 'labels',
  place: 11,
  minutes: 5,
  steps: [
    {
      id: 'alone',
      setup: setup({ baseline: true }),
      predict: {
        options: ['few', 'half', 'most'],
        happened([run]) {
          const marks = marksNow(run);
          if (marks === null) return null;
          return marks < 0.3 ? 'few' : marks <= 0.8 ? 'half' : 'most';
        },
      },
      act: { kind: 'train', until: 200, examined: true },
      goal: { value: gap, is: 'atLeast', target: 0.25, unit: 'share' },
      wrong: { params: { labels: '1000' } },
    },
    {
      id: 'unlabelled',
      setup: setup({ baseline: true }, { baseline: false }),
      predict: {
        options: ['alone', 'alike', 'shown'],
        happened(seen) {
          const by = lead(seen);
          if (by === null) return null;
          return by >= CLEAR ? 'shown' : by <= -CLEAR ? 'alone' : 'alike';
        },
      },
      act: { kind: 'train', until: 600, examined: true },
      goal: { value: lead, is: 'atLeast', target: CLEAR, unit: 'share' },
      // Two runs that are the same stay so at any step.
      wrong: { params: { baseline: true }, act: { kind: 'train', until: 200, examined: true } },
    },
  ],
});
