/** Takes the steps of one trainer, and compiles those that come again where the backend can. */
import * as tf from '@tensorflow/tfjs-core';
import type { StepPart } from '../../core/config.ts';
import type { ScalarName } from '../../core/scalars.ts';
import type { StepMode } from '../../core/stepMode.ts';
import type { Plan } from '../../gan/plan.ts';
import { withoutRepeats } from '../../program/passes/common.ts';
import { withoutDeadCode } from '../../program/passes/deadCode.ts';
import type { Program } from '../../program/program.ts';
import { createRecorder, recording, Unrecordable } from '../../program/recorder.ts';
import { accelerated, type Compiled } from './accelerated.ts';
import type { Batch } from './batch.ts';
import type { StepEvent } from './events.ts';
import { again } from './outside.ts';
import type { Measured } from './readback.ts';
import { takeStep } from './takeStep.ts';
import type { Trainer } from './trainer.ts';

/** A step as it was written down and made to run. */
interface Ready {
  readonly program: Program<StepEvent>;
  readonly compiled: Compiled;
  readonly names: readonly ScalarName[];
}

export interface Stepper {
  /** One step, as `takeStep` takes it. */
  take(trainer: Trainer, part: StepPart, nextBatch: () => Batch, step: number): Measured;
  /** How the last step was taken. */
  mode(): StepMode;
  /** Forgets what was compiled: the trainer is another, or on another backend. */
  reset(): void;
}

/** All tensors that stay from step to step, with names. */
export function stateOf(trainer: Trainer): readonly { readonly name: string; readonly tensor: tf.Variable }[] {
  const { generator, average, discriminator, classifier, optimizers } = trainer;
  const networks = { g: generator, average, d: discriminator, ...(classifier && { classifier }) };
  return [
    ...Object.entries(networks).flatMap(([of, { weights }]) =>
      weights.map(({ name, variable }) => ({ name: `${of}.${name}`, tensor: variable })),
    ),
    ...Object.entries(optimizers).flatMap(([of, { slots }]) =>
      slots.map(({ name, variable }) => ({ name: `${of}.${name}`, tensor: variable })),
    ),
  ];
}

/** Takes a step and writes it down meanwhile. */
export function recordStep(
  trainer: Trainer,
  part: StepPart,
  nextBatch: () => Batch,
  step: number,
): { readonly measured: Measured; program(): Program<StepEvent> } {
  const states = stateOf(trainer);
  const recorder = createRecorder<StepEvent>(states);
  recording.now = recorder;
  try {
    const measured = takeStep(trainer, part, nextBatch, step);
    return {
      measured,
      program: () =>
        withoutDeadCode(
          withoutRepeats(
            recorder.finish(
              states.map(({ tensor }) => tensor),
              [measured.values],
            ),
          ),
        ),
    };
  } finally {
    recording.now = null;
  }
}

/** @param compiling whether steps are compiled at all */
export function createStepper(compiling = true): Stepper {
  const ready = new Map<string, Ready | Unrecordable>();
  let plan: Plan | null = null;
  let mode: StepMode = { kind: 'eager' };

  const reset = (): void => {
    for (const one of ready.values()) if (!(one instanceof Unrecordable)) one.compiled.dispose();
    ready.clear();
    plan = null;
  };

  function replay(
    { program, compiled, names }: Ready,
    trainer: Trainer,
    states: readonly tf.Tensor[],
    nextBatch: () => Batch,
  ): Measured {
    let batch: Batch | null = null;
    for (const [place, event] of program.events.entries()) {
      const given = again(trainer, event, nextBatch, batch);
      batch = given.batch ?? batch;
      for (const input of compiled.inputs)
        if (input.event === place) input.values.set(given.drawn[input.field] as Float32Array);
      if (given.told) compiled.tell(place, given.told);
    }
    compiled.run(states);
    const [values] = compiled.results();
    return { names, values: tf.tensor1d((values as Float32Array).slice()) };
  }

  return {
    take(trainer, part, nextBatch, step) {
      const compile = accelerated.get(tf.getBackend())?.compile;
      if (trainer.plan !== plan) {
        // What a person turns is baked in; while it is being turned nothing is compiled.
        reset();
        ({ plan } = trainer);
        mode = { kind: 'eager' };
        return takeStep(trainer, part, nextBatch, step);
      }
      if (!compiling || !compile || trainer.watch) {
        mode = { kind: 'eager' };
        return takeStep(trainer, part, nextBatch, step);
      }
      const key = `${part} ${step % trainer.plan.traceEvery === 0}`;
      const states = stateOf(trainer).map(({ tensor }) => tensor);
      const one = ready.get(key);
      if (one instanceof Unrecordable) {
        mode = { kind: 'refused' };
        return takeStep(trainer, part, nextBatch, step);
      }
      if (one?.compiled.fits(states)) {
        mode = { kind: 'compiled', ...one.compiled.counts };
        return replay(one, trainer, states, nextBatch);
      }
      // The state has moved: what was compiled no longer finds it.
      one?.compiled.dispose();
      mode = { kind: 'eager' };
      const { measured, program } = recordStep(trainer, part, nextBatch, step);
      try {
        const written = program();
        const now = stateOf(trainer).map(({ tensor }) => tensor);
        ready.set(key, { program: written, compiled: compile(written, now), names: measured.names });
      } catch (thrown) {
        if (!(thrown instanceof Unrecordable)) throw thrown;
        ready.set(key, thrown);
      }
      return measured;
    },
    mode: () => mode,
    reset,
  };
}
