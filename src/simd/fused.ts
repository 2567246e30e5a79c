/**
 * Entry points beyond tfjs's ops, for the engine: what tfjs would need many passes over memory for. They work
 * when the current backend is `simd`, write into existing tensors, and take no part in gradients.
 */
import { engine, type Tensor, type TensorInfo, util } from '@tensorflow/tfjs-core';
import { imported } from '../core/imported.ts';
import { ADAM, type AdamUpdate, DROPOUT_MASK, floatsOfAdam, MOVE_TOWARDS, PUT, type Told } from '../core/kernels.ts';
import { late } from '../core/late.ts';
import { openStream, type StreamState, stateAfter } from '../core/random.ts';
import type { Compiled } from '../program/compiled.ts';
import type { Program } from '../program/program.ts';
import { recording } from '../program/recording.ts';
import { SimdBackend } from './backend.ts';
import { intsOfRandom, runAdam, runMoveTowards, runPut, runRandom } from './inPlace.ts';

/** Whether tfjs's current backend is this one, so that the functions below may be called. */
export const simdIsActive = (): boolean => engine().backend instanceof SimdBackend;

function activeBackend(): SimdBackend {
  const { backend } = engine();
  if (!(backend instanceof SimdBackend)) throw new Error('The current tfjs backend is not simd.');
  return backend;
}

/**
 * One step of Adam (Kingma and Ba 2015, algorithm 1) in one pass over memory: updates the weights `w` and their
 * moments `m` and `v` in place from the gradient `g`. All four are float32 tensors of one shape.
 * @throws Error when shapes or types differ, or when a clone or reshaped tensor shares memory that would change.
 */
export function fusedAdam(
  w: Tensor,
  m: Tensor,
  v: Tensor,
  g: Tensor,
  { rate, beta1, beta2, epsilon, step }: AdamUpdate,
  dial = 0,
): void {
  const backend = activeBackend();
  for (const tensor of [w, m, v, g]) {
    if (tensor.dtype !== 'float32' || !util.arraysEqual(tensor.shape, w.shape))
      throw new Error(
        `Adam needs float32 tensors of one shape, but gets ${tensor.dtype} [${tensor.shape}] beside [${w.shape}].`,
      );
  }
  for (const tensor of [w, m, v]) {
    if (backend.refCount(tensor.dataId) !== 1)
      throw new Error('Adam would change a tensor that shares the memory of a weight or moment.');
  }
  const inputs = { w, m, v, g };
  runAdam(backend, inputs, floatsOfAdam({ rate, beta1, beta2, epsilon, step }));
  recording.now?.changed(ADAM, inputs, ['w', 'm', 'v'], dial);
}

/**
 * average += share · (value − average), in place and in one pass over memory: one update of an exponential moving
 * average. Both are float32 tensors of one shape.
 * @throws Error when shapes or types differ, or when a clone or reshaped tensor shares the average's memory.
 */
export function moveTowards(average: Tensor, value: Tensor, share: number, dial = 0): void {
  const backend = activeBackend();
  for (const tensor of [average, value]) {
    if (tensor.dtype !== 'float32' || !util.arraysEqual(tensor.shape, average.shape))
      throw new Error(`An average needs float32 tensors of one shape, but gets ${tensor.dtype} [${tensor.shape}].`);
  }
  if (backend.refCount(average.dataId) !== 1)
    throw new Error('An average would change a tensor that shares its memory.');
  const inputs = { average, value };
  runMoveTowards(backend, inputs, [share]);
  recording.now?.changed(MOVE_TOWARDS, inputs, ['average'], dial);
}

/**
 * variable ← value, which stays where it is: a compiled step need not look for it. Both are float32 tensors of one shape.
 * @throws Error when shapes or types differ, or when a clone or reshaped tensor shares the variable's memory.
 */
export function put(variable: Tensor, value: Tensor): void {
  const backend = activeBackend();
  if (variable.dtype !== 'float32' || value.dtype !== 'float32' || !util.arraysEqual(value.shape, variable.shape))
    throw new Error(`A variable [${variable.shape}] takes no ${value.dtype} [${value.shape}].`);
  if (backend.refCount(variable.dataId) !== 1) throw new Error('This would change a tensor that shares its memory.');
  const inputs = { variable, value };
  runPut(backend, inputs);
  recording.now?.changed(PUT, inputs, ['variable']);
}

function fill(out: Tensor, state: StreamState, first: number, second: number, mask: boolean): void {
  if (out.dtype !== 'float32') throw new Error(`Random numbers are float32, not ${out.dtype}.`);
  runRandom(activeBackend(), { out }, intsOfRandom(state, first, second, mask));
}

/**
 * Fills the float32 tensor `out` with numbers uniform in [low, high): bit for bit those that a stream of
 * src/core/random.ts at `state` gives. Returns the state that follows.
 */
export function fillUniform(out: Tensor, state: StreamState, low = 0, high = 1): StreamState {
  fill(out, state, low, high - low, false);
  return stateAfter(state, out.size);
}

/**
 * Fills the float32 tensor `out` with an inverted dropout mask: 0 where the stream's uniform number lies below `rate`,
 * else 1 / (1 − rate). Returns the state that follows.
 */
export function fillDropoutMask(out: Tensor, state: StreamState, rate: number, dial = 0): StreamState {
  fill(out, state, rate, 1 / (1 - rate), true);
  recording.now?.changed(DROPOUT_MASK, { out }, ['out'], dial);
  return stateAfter(state, out.size);
}

/** The same with N(mean, std²). Computed by the stream itself, because its logarithm and cosine are JavaScript's. */
export function fillNormal(out: Tensor, state: StreamState, mean = 0, std = 1): StreamState {
  const stream = openStream(state);
  stream.normal(activeBackend().view(out) as Float32Array, mean, std);
  return stream.state();
}

/** What makes programs jobs on the current backend: see replay/replay.ts. */
export const compiler = late(
  imported(
    () => import('./replay/replay.ts'),
    ({ createReplay }) =>
      (program: Program, states: readonly Tensor[]): Compiled<TensorInfo, Told, TensorInfo> =>
        createReplay(program, states, activeBackend()),
  ),
);
