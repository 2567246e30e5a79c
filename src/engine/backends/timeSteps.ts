/** Real training steps, timed: what a choice of backends is made by. */
import type * as tf from '@tensorflow/tfjs-core';
import { sizeOf } from '../../core/network.ts';
import type { StepMode } from '../../core/stepMode.ts';
import { shapeOf } from '../../gan/examples.ts';
import type { Plan } from '../../gan/plan.ts';
import { within } from '../../simd/within.ts';
import { createStepper } from '../step/stepper.ts';
import { createTrainer, disposeTrainer } from '../step/trainer.ts';
import type { StartedBackend } from './backend.ts';
import type { StepTimer } from './calibrate.ts';

/** Steps before one runs compiled: as it comes, as it is written down, and as a program. */
const WARM_UP = 3;
/** Compiling is not waited for any longer. */
const COMPILING_MS = 3000;
/** A device that answers later than this, in milliseconds, is asked for more steps at once, because it may well be done sooner. */
const LATE_ANSWER_MS = 5;
const MANY = 8;

/** Steps that were asked for at once: how the last was taken, and milliseconds for each. */
interface Taken {
  readonly mode: StepMode;
  readonly perStep: number;
}

/** Of this plan, on examples that are all zero. */
export function timerOf(backend: StartedBackend, plan: Plan): StepTimer {
  async function timed<T>(
    batch: number,
    compiling: boolean,
    work: (take: (count?: number) => Promise<Taken>) => Promise<T>,
  ) {
    const images = new Float32Array(batch * sizeOf(shapeOf(plan.examples)));
    const labels = new Int32Array(batch);
    const examples = { images, labels, ...(plan.supervision && { labelled: { images, labels } }) };
    backend.activate();
    const trainer = createTrainer({ ...plan, batch }, 0);
    const stepper = createStepper(compiling);
    // None that is traced.
    let step = 0;
    const take = async (count: number): Promise<Taken> => {
      const began = performance.now();
      let last: tf.Tensor | null = null;
      for (let i = 0; i < count; i++) {
        step = step + 1 < plan.traceEvery ? step + 1 : 1;
        backend.activate();
        last?.dispose();
        last = stepper.take(trainer, 'both', () => examples, step).values;
      }
      // A sync point: a GPU's steps are over only when the result of the last can be read.
      if (last) await backend.guard(last.data());
      last?.dispose();
      const elapsed = performance.now() - began - backend.answersIn;
      return { mode: stepper.mode(), perStep: Math.max(0, elapsed) / count };
    };
    try {
      return await work(async (count = 1) => {
        const taken = await take(count);
        if (compiling && taken.mode.kind === 'eager') await within(stepper.settled(), COMPILING_MS);
        return taken;
      });
    } finally {
      backend.activate();
      stepper.reset();
      disposeTrainer(trainer);
    }
  }
  const enough = (count: number): number => (backend.answersIn > LATE_ANSWER_MS ? Math.max(MANY, count) : count);
  return {
    eager: (batch, count) =>
      timed(batch, false, async (take) => {
        await take();
        return (await take(enough(count))).perStep;
      }),
    compiled: (batch, count) =>
      timed(batch, true, async (take) => {
        for (let warmUp = 0; warmUp < WARM_UP; warmUp++) await take();
        return (await take()).mode.kind === 'compiled' ? (await take(enough(count))).perStep : null;
      }),
  };
}
