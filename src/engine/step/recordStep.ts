/** A step that is written down as a program: fetched when the first step is to be. */
import type { StepPart } from '../../core/config.ts';
import { withoutRepeats } from '../../program/passes/common.ts';
import { withoutDeadCode } from '../../program/passes/deadCode.ts';
import type { Program } from '../../program/program.ts';
import { createRecorder, Unrecordable } from '../../program/recorder.ts';
import { recording } from '../../program/recording.ts';
import type { Batch } from './batch.ts';
import type { StepEvent } from './events.ts';
import type { Measured } from './readback.ts';
import { stateOf } from './stateOf.ts';
import { takeStep } from './takeStep.ts';
import type { Trainer } from './trainer.ts';

/** Takes a step and writes it down meanwhile. */
export function recordStep(
  trainer: Trainer,
  part: StepPart,
  nextBatch: () => Batch,
  step: number,
): {
  readonly measured: Measured;
  /** Null where the step came by something that cannot be written down. */
  program(): Program<StepEvent> | null;
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
          return withoutDeadCode(withoutRepeats(recorder.finish(now, [measured.values])));
        } catch (thrown) {
          if (thrown instanceof Unrecordable) return null;
          throw thrown;
        }
      },
    };
  } finally {
    recording.now = null;
  }
}
