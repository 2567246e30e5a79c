/** Steps of a system, written down outside a training. */
import * as tf from '@tensorflow/tfjs-core';
import { initialState, openStream } from '../../../src/core/random.ts';
import {
  accelerated,
  createTrainer,
  noiseBatch,
  recordStep,
  type SimdBackend,
  stateOf,
} from '../../../src/engine/headless.ts';
import type { Plan } from '../../../src/gan/plan.ts';
import type { PassName } from '../../../src/program/passes/index.ts';
import { UsageError } from '../../options.ts';

/** What `work` makes, and how many bytes it has in use at most beyond those that are in use before. */
function watched<T>(work: () => T): { readonly made: T; readonly bytes: number } {
  const { linear } = tf.backend() as unknown as SimdBackend;
  const before = linear.used;
  const { allocate } = linear;
  let bytes = 0;
  linear.allocate = (size) => {
    const pointer = allocate.call(linear, size);
    bytes = Math.max(bytes, linear.used - before);
    return pointer;
  };
  try {
    return { made: work(), bytes };
  } finally {
    linear.allocate = allocate;
  }
}

export type Written = Awaited<ReturnType<typeof write>>;

/** @param without passes that are left out */
export async function write(plan: Plan, without: readonly PassName[] = []) {
  const trainer = createTrainer(plan, 1);
  const examples = noiseBatch(plan);
  const { made, bytes: eagerBytes } = watched(() => recordStep(trainer, 'both', () => examples, 1, without));
  const program = made.program();
  if ('why' in program) throw new UsageError(`A step of this system cannot be written down: ${program.why}`);
  const states = stateOf(trainer).map(({ tensor }) => tensor);
  const compile = await accelerated.get('simd')?.compiler.arrived();
  if (!compile) throw new UsageError('The CPU backend is missing.');
  const compiled = await compile(program, states);
  // Any numbers will do, but classes must be some that there are.
  const stream = openStream(initialState(2, 'program'));
  for (const { values } of compiled.inputs) {
    if (values instanceof Float32Array) stream.uniform(values);
    else values.fill(0);
  }
  return { program, counts: compiled.counts, eagerBytes, run: () => compiled.run(states) };
}
