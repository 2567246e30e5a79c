/** Takes training steps on one tfjs backend, for whoever asks. Runs under Node and in a browser's worker. */
import * as tf from '@tensorflow/tfjs-core';
import {
  type Batch,
  canCompile,
  counted,
  createStepper,
  createTrainer,
  disposeTrainer,
  noiseBatch,
  type Stepper,
  type Trainer,
} from '../../src/engine/headless.ts';
import { planOf } from './cases.ts';
import { measureProducts } from './products.ts';
import { timeKernels } from './profile.ts';
import type { Answers, AskedOfStep, BenchCase, Request } from './protocol.ts';

const SEED = 1;

/** The part of a started backend that steps need; the engine's own backends are more. */
export interface RunnerBackend {
  activate(): void;
  guard<T>(read: Promise<T>): Promise<T>;
}

interface Opened {
  readonly trainer: Trainer;
  readonly batch: Batch;
  readonly stepper: Stepper;
}

function open(benchCase: BenchCase, compiling: boolean): Opened {
  const plan = planOf(benchCase);
  return { trainer: createTrainer(plan, SEED), batch: noiseBatch(plan), stepper: createStepper(compiling) };
}

/** One batch again and again: gathering digits is no part of what is compared. */
async function takeSteps(
  { trainer, batch, stepper }: Opened,
  guard: RunnerBackend['guard'],
  from: number,
  count: number,
) {
  const began = performance.now();
  let last: Readonly<Record<string, number>> = {};
  for (let step = from; step < from + count; step++) {
    const { names, values } = stepper.take(trainer, 'both', () => batch, step);
    if (step === from + count - 1) {
      // The sync point: a GPU's step is over only when its result can be read.
      const read = await guard(values.data<'float32'>());
      last = Object.fromEntries(names.map((name, i) => [name, read[i] as number]));
    }
    values.dispose();
  }
  const milliseconds = performance.now() - began;
  // What is compiled beside a step is there for the next ones.
  await stepper.settled();
  return { milliseconds, scalars: last };
}

/** Steps over which JavaScript's time is the least: what else a machine does only adds to it. */
const TRIES = 10;

/** What one of the next steps asks of the device. */
async function askedBy(
  { trainer, batch, stepper }: Opened,
  guard: RunnerBackend['guard'],
): Promise<AskedOfStep | null> {
  const take = () => stepper.take(trainer, 'both', () => batch, 1);
  const finish = async ({ values }: ReturnType<typeof take>) => {
    await guard(values.data());
    values.dispose();
    await stepper.settled();
  };
  let milliseconds = Number.POSITIVE_INFINITY;
  // The first steps make what later ones use again.
  for (let i = 0; i < TRIES; i++) {
    const began = performance.now();
    const measured = take();
    milliseconds = Math.min(milliseconds, performance.now() - began);
    await finish(measured);
  }
  const { value, asked } = counted(take);
  const { kind } = stepper.mode();
  await finish(value);
  return kind === 'refused' ? null : { ...asked, milliseconds };
}

/** Frees every tensor that `work` leaves behind, as after an error. */
function inScope<Value>(work: () => Value): Value {
  tf.engine().startScope();
  try {
    return work();
  } finally {
    tf.engine().endScope();
  }
}

/** Answers one request after the other on the given backend. @param compiling whether steps are compiled */
export function createRunner(
  backend: RunnerBackend,
  compiling = true,
): (request: Request) => Promise<Answers[Request['ask']]> {
  let opened: Opened | null = null;
  const close = () => {
    opened?.stepper.reset();
    if (opened) disposeTrainer(opened.trainer);
    opened = null;
  };
  return async (request) => {
    backend.activate();
    switch (request.ask) {
      case 'open': {
        close();
        if (compiling) await canCompile();
        opened = open(request, compiling);
        const { generator, discriminator } = opened.trainer;
        return { parameters: generator.description.parameters + discriminator.description.parameters };
      }
      case 'steps':
        if (!opened) throw new Error('Nothing is open.');
        return takeSteps(opened, backend.guard, request.from, request.count);
      case 'asked': {
        if (!opened) throw new Error('Nothing is open.');
        const eager = (await askedBy({ ...opened, stepper: createStepper(false) }, backend.guard)) as AskedOfStep;
        return { eager, compiled: compiling ? await askedBy(opened, backend.guard) : null };
      }
      case 'close':
        close();
        return {};
      case 'products':
        return { gigaflops: inScope(measureProducts) };
      case 'profile': {
        if (!opened) throw new Error('Nothing is open.');
        const { count } = request;
        // Kernels are told apart where tfjs calls them.
        const eager = { ...opened, stepper: createStepper(false) };
        const timer = timeKernels(tf.getBackend());
        try {
          const { milliseconds } = await takeSteps(eager, backend.guard, 1, count);
          return { total: milliseconds / count, kernels: timer.millisecondsPer(count) };
        } finally {
          timer.stop();
        }
      }
      default:
        return request satisfies never;
    }
  };
}
