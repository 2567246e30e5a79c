/** Real training steps, timed: what a choice of backends is made by. */
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

/** Of this plan, on examples that are all zero. */
export function timerOf(backend: StartedBackend, plan: Plan): StepTimer {
  async function timed<T>(batch: number, compiling: boolean, work: (take: () => Promise<StepMode>) => Promise<T>) {
    const images = new Float32Array(batch * sizeOf(shapeOf(plan.examples)));
    const labels = new Int32Array(batch);
    const examples = { images, labels, ...(plan.supervision && { labelled: { images, labels } }) };
    backend.activate();
    const trainer = createTrainer({ ...plan, batch }, 0);
    const stepper = createStepper(compiling);
    // None that is traced.
    let step = 0;
    const take = async (): Promise<StepMode> => {
      step = step + 1 < plan.traceEvery ? step + 1 : 1;
      backend.activate();
      const { values } = stepper.take(trainer, 'both', () => examples, step);
      // A sync point: a GPU's step is over only when its result can be read.
      await backend.guard(values.data());
      values.dispose();
      return stepper.mode();
    };
    try {
      return await work(async () => {
        const mode = await take();
        if (compiling && mode.kind === 'eager') await within(stepper.settled(), COMPILING_MS);
        return mode;
      });
    } finally {
      backend.activate();
      stepper.reset();
      disposeTrainer(trainer);
    }
  }
  async function perStep(take: () => Promise<unknown>, count: number): Promise<number> {
    const from = performance.now();
    for (let step = 0; step < count; step++) await take();
    return (performance.now() - from) / count;
  }
  return {
    eager: (batch, count) =>
      timed(batch, false, async (take) => {
        await take();
        return perStep(take, count);
      }),
    compiled: (batch, count) =>
      timed(batch, true, async (take) => {
        for (let warmUp = 0; warmUp < WARM_UP; warmUp++) await take();
        return (await take()).kind === 'compiled' ? perStep(take, count) : null;
      }),
  };
}
