/** Takes the steps of one trainer, and compiles those that come again where the backend can. */
import * as tf from '@tensorflow/tfjs-core';
import type { StepPart } from '../../core/config.ts';
import type { Told } from '../../core/kernels.ts';
import type { ScalarName } from '../../core/scalars.ts';
import type { StepMode } from '../../core/stepMode.ts';
import type { Plan } from '../../gan/plan.ts';
import type { Compiled } from '../../program/compiled.ts';
import { withoutRepeats } from '../../program/passes/common.ts';
import { withoutDeadCode } from '../../program/passes/deadCode.ts';
import type { Program } from '../../program/program.ts';
import { createRecorder, recording, Unrecordable } from '../../program/recorder.ts';
import { accelerated } from './accelerated.ts';
import type { Batch } from './batch.ts';
import type { StepEvent } from './events.ts';
import { again } from './outside.ts';
import type { Measured } from './readback.ts';
import { takeStep } from './takeStep.ts';
import type { Trainer } from './trainer.ts';

/** A step as it was written down and made to run. */
interface Ready {
  readonly program: Program<StepEvent>;
  readonly compiled: Compiled<tf.Tensor, Told>;
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
    const now = states.map(({ tensor }) => tensor);
    return { measured, program: () => withoutDeadCode(withoutRepeats(recorder.finish(now, [measured.values]))) };
  } finally {
    recording.now = null;
  }
}

/** The step once more, from what was written down of it. */
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

/** What was compiled under one plan, on the state of one trainer. */
interface Shelf {
  readonly plan: Plan;
  readonly states: readonly tf.Tensor[];
  /** By part and trace; null for what cannot be written down. */
  readonly ready: Map<string, Ready | null>;
}

/** @param compiling whether steps are compiled at all */
export function createStepper(compiling = true): Stepper {
  let shelf: Shelf | null = null;
  let mode: StepMode = { kind: 'eager' };

  const reset = (): void => {
    for (const one of shelf?.ready.values() ?? []) one?.compiled.dispose();
    shelf = null;
  };

  return {
    take(trainer, part, nextBatch, step) {
      const compile = accelerated.get(tf.getBackend())?.compile;
      mode = { kind: 'eager' };
      if (trainer.plan !== shelf?.plan) {
        // What a person turns is baked in; while it is being turned nothing is compiled.
        reset();
        shelf = { plan: trainer.plan, states: stateOf(trainer).map(({ tensor }) => tensor), ready: new Map() };
        return takeStep(trainer, part, nextBatch, step);
      }
      if (!compiling || !compile || trainer.watch) return takeStep(trainer, part, nextBatch, step);
      const { states, ready } = shelf;
      const key = `${part} ${step % trainer.plan.traceEvery === 0}`;
      const one = ready.get(key);
      if (one === null) {
        mode = { kind: 'refused' };
        return takeStep(trainer, part, nextBatch, step);
      }
      if (one?.compiled.fits(states)) {
        mode = { kind: 'compiled', ...one.compiled.counts };
        return replay(one, trainer, states, nextBatch);
      }
      // The state has moved: what was compiled no longer finds it.
      one?.compiled.dispose();
      ready.delete(key);
      const { measured, program } = recordStep(trainer, part, nextBatch, step);
      try {
        const written = program();
        ready.set(key, { program: written, compiled: compile(written, states), names: measured.names });
      } catch (thrown) {
        if (!(thrown instanceof Unrecordable)) throw thrown;
        ready.set(key, null);
      }
      return measured;
    },
    mode: () => mode,
    reset,
  };
}
