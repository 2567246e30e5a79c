/** A step that is written down as a program: fetched when the first step is to be. */
import type { StepPart } from '../../core/config.ts';
import { improved, type PassName } from '../../program/passes/index.ts';
import type { Program } from '../../program/program.ts';
import { createRecorder, Unrecordable } from '../../program/recorder.ts';
import { recording } from '../../program/recording.ts';
import type { Batch } from './batch.ts';
import type { StepEvent } from './events.ts';
import type { Measured } from './readback.ts';
import { stateOf } from './stateOf.ts';
import { takeStep } from './takeStep.ts';
import type { Trainer } from './trainer.ts';

/** Takes a step and writes it down meanwhile. @param without passes that are left out */
export function recordStep(
  trainer: Trainer,
  part: StepPart,
  nextBatch: () => Batch,
  step: number,
  without: readonly PassName[] = [],
): {
  readonly measured: Measured;
  /** Or why the step cannot be written down. */
  program(): Program<StepEvent> | { readonly why: string };
} {
  const states = stateOf(trainer);
  const recorder = createRecorder<StepEvent>(states);
  recording.now = recorder;
  try {
    const measured = takeStep(trainer, part, nextBatch, step);
    const now = states.map(({ tensor }) => tensor);
    return {
      measured,
      program() {
        try {
          return improved(recorder.finish(now, [measured.values]), without);
        } catch (thrown) {
          if (thrown instanceof Unrecordable) return { why: thrown.message };
          throw thrown;
        }
      },
    };
  } finally {
    recording.now = null;
  }
}
