/** Takes the steps of one trainer, and compiles those that come again where the backend can. */
import * as tf from '@tensorflow/tfjs-core';
import type { StepPart } from '../../core/config.ts';
import { EngineError } from '../../core/errors.ts';
import { imported } from '../../core/imported.ts';
import { late } from '../../core/late.ts';
import type { ScalarName } from '../../core/scalars.ts';
import type { StepMode } from '../../core/stepMode.ts';
import type { Plan } from '../../gan/plan.ts';
import type { Program, Values } from '../../program/program.ts';
import { type Accelerated, accelerated, type Made } from './accelerated.ts';
import type { Batch } from './batch.ts';
import type { StepEvent } from './events.ts';
import { again, type Wanted } from './outside.ts';
import type { Measured } from './readback.ts';
import { stateOf } from './stateOf.ts';
import { takeStep } from './takeStep.ts';
import type { Trainer } from './trainer.ts';

/** A step as it was written down and made to run. */
interface Ready {
  /** What happens in it, each with what the program is to be given then. */
  readonly events: readonly {
    readonly event: StepEvent;
    readonly wanted: Wanted;
  }[];
  readonly compiled: Made;
  readonly names: readonly ScalarName[];
}

function readyOf(program: Program<StepEvent>, compiled: Made, names: readonly ScalarName[]): Ready {
  const events = program.events.map((event, place) => {
    const wanted = new Map<string, Values[]>();
    for (const { event: of, field, values } of compiled.inputs)
      if (of === place) wanted.set(field, [...(wanted.get(field) ?? []), values]);
    return { event, wanted };
  });
  return { events, compiled, names };
}

export interface Stepper {
  /** One step, as `takeStep` takes it. */
  take(trainer: Trainer, part: StepPart, nextBatch: () => Batch, step: number): Measured;
  /** How the last step was taken. */
  mode(): StepMode;
  /** Waits until steps can be compiled and nothing is being compiled: for whoever measures. */
  settled(): Promise<void>;
  /** Forgets what was compiled: the trainer is another, or on another backend. */
  reset(): void;
}

/** The step once more, from what was written down of it. */
function replay(
  { events, compiled, names }: Ready,
  trainer: Trainer,
  states: readonly tf.Tensor[],
  nextBatch: () => Batch,
): Measured {
  let batch: Batch | null = null;
  for (const [place, { event, wanted }] of events.entries()) {
    const given = again(trainer, event, nextBatch, batch, wanted);
    batch = given.batch ?? batch;
    if (given.told) compiled.tell(place, given.told);
  }
  compiled.run(states);
  const [values] = compiled.results() as [tf.TensorInfo];
  return { names, values: tf.engine().makeTensorFromTensorInfo(values) as tf.Tensor1D };
}

/** What cannot be compiled, and why. */
type Refused = Extract<StepMode, { readonly kind: 'refused' }>;

const isReady = (one: Ready | 'making' | Refused | undefined): one is Ready =>
  typeof one === 'object' && 'compiled' in one;

/** What was compiled under one plan, on the state of one trainer. */
interface Shelf {
  readonly plan: Plan;
  readonly states: readonly tf.Tensor[];
  /** By part and trace. */
  readonly ready: Map<string, Ready | 'making' | Refused>;
  /** What is being made of it. */
  making: Promise<unknown>;
}

/** Memory that a program would need and that is not there, leaves steps eager. */
const lacksMemory = (thrown: unknown): boolean => thrown instanceof EngineError && thrown.recoverable;

type Written = ReturnType<typeof import('./recordStep.ts').recordStep>;
type Compile = Awaited<ReturnType<Accelerated['compiler']['arrived']>>;

/** Compiles what was written down of a step, and puts it on the shelf once it is there. */
function shelve(shelf: Shelf, key: string, { measured, program }: Written, compile: Compile): void {
  const { ready, states } = shelf;
  const refuse = (why: string) => ready.set(key, { kind: 'refused', why });
  const refuseFor = (thrown: unknown) => refuse(thrown instanceof Error ? thrown.message : String(thrown));
  const written = program();
  if ('why' in written) {
    refuse(written.why);
    return;
  }
  const finish = (compiled: Made) => {
    // Meanwhile the shelf may have been cleared.
    if (ready.get(key) === 'making') ready.set(key, readyOf(written, compiled, measured.names));
    else compiled.dispose();
  };
  ready.set(key, 'making');
  try {
    const made = compile(written, states);
    if (made instanceof Promise) shelf.making = made.then(finish, refuseFor);
    else finish(made);
  } catch (thrown) {
    refuseFor(thrown);
    if (!lacksMemory(thrown)) throw thrown;
  }
}

/** What a step is written down with. */
const writing = late(
  imported(
    () => import('./recordStep.ts'),
    ({ recordStep }) => recordStep,
  ),
);

/** Resolves once steps on the current backend can be compiled, if they ever can. */
export async function canCompile(): Promise<void> {
  await Promise.all([writing.arrived(), accelerated.get(tf.getBackend())?.compiler.arrived()]);
}

/** @param compiling whether steps are compiled at all */
export function createStepper(compiling = true): Stepper {
  let shelf: Shelf | null = null;
  let mode: StepMode = { kind: 'eager' };

  const reset = (): void => {
    for (const one of shelf?.ready.values() ?? []) if (isReady(one)) one.compiled.dispose();
    shelf?.ready.clear();
    shelf = null;
  };

  return {
    take(trainer, part, nextBatch, step) {
      mode = { kind: 'eager' };
      if (trainer.plan !== shelf?.plan) {
        // What a person turns is baked in; while it is being turned nothing is compiled.
        reset();
        const states = stateOf(trainer).map(({ tensor }) => tensor);
        shelf = { plan: trainer.plan, states, ready: new Map(), making: Promise.resolve() };
        return takeStep(trainer, part, nextBatch, step);
      }
      const compile = compiling && !trainer.watch ? accelerated.get(tf.getBackend())?.compiler.now() : null;
      const record = compile && writing.now();
      if (!compile || !record) return takeStep(trainer, part, nextBatch, step);
      const { states, ready } = shelf;
      const key = `${part} ${step % trainer.plan.traceEvery === 0}`;
      const one = ready.get(key);
      if (one === 'making') return takeStep(trainer, part, nextBatch, step);
      if (one && !isReady(one)) {
        mode = one;
        return takeStep(trainer, part, nextBatch, step);
      }
      if (one?.compiled.fits(states)) {
        mode = { kind: 'compiled', ...one.compiled.counts };
        return replay(one, trainer, states, nextBatch);
      }
      // The state has moved: what was compiled no longer finds it.
      one?.compiled.dispose();
      ready.delete(key);
      const written = record(trainer, part, nextBatch, step);
      shelve(shelf, key, written, compile);
      return written.measured;
    },
    mode: () => mode,
    async settled() {
      await canCompile();
      await shelf?.making;
    },
    reset,
  };
}
