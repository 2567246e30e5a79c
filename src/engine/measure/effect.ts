/** What one step does: where a run stood before it, and where it stands after. */
import * as tf from '@tensorflow/tfjs-core';
import type { ClassView, StepPart } from '../../core/config.ts';
import type { LoadedExamples } from '../../data/points.ts';
import type { Plan } from '../../gan/plan.ts';
import type { ShownMoves, Standing, StepEffect } from '../../protocol/index.ts';
import type { Training } from '../run/training.ts';
import { drawBatches } from './inspection/inspect.ts';
import { readTogether } from './inspection/readTogether.ts';
import { stand } from './standing.ts';

export interface Effects {
  /**
   * Takes a step and says what it did.
   *
   * @param classes which classes the grid on the screen shows
   * @param act takes the step
   */
  of(part: StepPart, classes: ClassView, act: () => void): Promise<StepEffect>;
  /** The run goes back to an earlier step. */
  forget(): void;
}

/** What became of the scores of single examples. */
export function movesOf(before: Float32Array, after: Float32Array): ShownMoves | null {
  const count = before.length;
  if (count === 0) return null;
  const mean = (values: Float32Array): number => values.reduce((sum, value) => sum + value, 0) / count;
  const moves = Array.from(after, (value, i) => value - (before[i] as number));
  return {
    count,
    before: mean(before),
    after: mean(after),
    rose: moves.filter((move) => move > 0).length,
    fell: moves.filter((move) => move < 0).length,
    largest: moves.reduce((largest, move) => (Math.abs(move) > Math.abs(largest) ? move : largest), 0),
  };
}

/** Of a plain classifier, which has one value, the others are null. */
const standingOf = (values: Float32Array): Standing => ({
  lossD: values[0] ?? null,
  lossG: values[1] ?? null,
  scoreReal: values[2] ?? null,
  scoreFake: values[3] ?? null,
});

/** Where the run was found after a step: the next one need not look again. */
interface Found {
  readonly step: number;
  readonly plan: Plan;
  readonly classes: ClassView;
  /** As in `stand`: [4], or [1]. */
  readonly values: Float32Array;
  /** D's score of each example on the screen: [n]. */
  readonly shown: Float32Array;
}

/** @param seed the run's; the batch is the same at every step */
export function createEffects(training: Training, data: LoadedExamples, seed: number): Effects {
  let last: Found | null = null;

  async function look(classes: ClassView): Promise<Found> {
    const { guard, activate } = training.backend();
    activate();
    const trainer = training.trainer();
    const { plan } = trainer;
    const [batch] = drawBatches(plan, data, seed, training.school?.pool);
    const stood = tf.tidy(() => stand(trainer, batch, { data, seed, classes }));
    return { step: training.step(), plan, classes, ...(await readTogether(stood, guard)) };
  }

  return {
    async of(part, classes, act) {
      const { plan } = training.trainer();
      const isThere = last?.step === training.step() && last.plan === plan && last.classes === classes;
      const before = isThere && last ? last : await look(classes);
      last = null;
      act();
      const after = await look(classes);
      last = after;
      return {
        step: after.step,
        part,
        before: standingOf(before.values),
        after: standingOf(after.values),
        shown: movesOf(before.shown, after.shown),
      };
    },
    forget() {
      last = null;
    },
  };
}
