/**
 * Entry points beyond tfjs's ops, for the engine: what tfjs would need many passes over memory for. They work
 * when the current backend is `simd`, write into existing tensors, and take no part in gradients.
 */
import { engine, type Tensor, type TensorInfo, util } from '@tensorflow/tfjs-core';
import { imported } from '../core/imported.ts';
import { ADAM, type AdamUpdate, DROPOUT_MASK, floatsOfAdam, MOVE_TOWARDS, PUT, type Told } from '../core/kernels.ts';
import { late } from '../core/late.ts';
import { type StreamState, stateAfter } from '../core/random.ts';
import type { Compiled } from '../program/compiled.ts';
import type { Program } from '../program/program.ts';
import { recording } from '../program/recording.ts';
import { SimdBackend } from './backend.ts';
import { runAdam, runMask, runMoveTowards, runPut } from './inPlace.ts';

/** Whether tfjs's current backend is this one, so that the functions below may be called. */
export const simdIsActive = (): boolean => engine().backend instanceof SimdBackend;

function activeBackend(): SimdBackend {
  const { backend } = engine();
  if (!(backend instanceof SimdBackend)) throw new Error('The current tfjs backend is not simd.');
  return backend;
}

/**
 * Tensors that are gone through side by side are float32 and of one shape, and nobody else sees what is changed.
 *
 * @param changes the names of those that are
 * @throws Error for any that is not so
 */
function checkInPlace(what: string, inputs: Readonly<Record<string, Tensor>>, changes: readonly string[]): SimdBackend {
  const backend = activeBackend();
  const [{ shape }] = Object.values(inputs) as [Tensor];
  for (const [name, tensor] of Object.entries(inputs)) {
    if (tensor.dtype !== 'float32' || !util.arraysEqual(tensor.shape, shape))
      throw new Error(
        `${what} needs float32 tensors of one shape, but gets ${tensor.dtype} [${tensor.shape}] beside [${shape}].`,
      );
    if (changes.includes(name) && backend.refCount(tensor.dataId) !== 1)
      throw new Error(`${what} would change a tensor that shares its memory.`);
  }
  return backend;
}

/**
 * One step of Adam (Kingma and Ba 2015, algorithm 1) in one pass over memory: updates the weights `w` and their
 * moments `m` and `v` in place from the gradient `g`. All four are float32 tensors of one shape.
 * @throws Error when shapes or types differ, or when a clone or reshaped tensor shares memory that would change.
 */
export function fusedAdam(w: Tensor, m: Tensor, v: Tensor, g: Tensor, update: AdamUpdate, dial = 0): void {
  const inputs = { w, m, v, g };
  const changes = ['w', 'm', 'v'];
  runAdam(checkInPlace('Adam', inputs, changes), inputs, floatsOfAdam(update));
  recording.now?.changed(ADAM, inputs, changes, dial);
}

/**
 * average += share · (value − average), in place and in one pass over memory: one update of an exponential moving
 * average. Both are float32 tensors of one shape.
 * @throws Error when shapes or types differ, or when a clone or reshaped tensor shares the average's memory.
 */
export function moveTowards(average: Tensor, value: Tensor, share: number, dial = 0): void {
  const inputs = { average, value };
  runMoveTowards(checkInPlace('An average', inputs, ['average']), inputs, [share]);
  recording.now?.changed(MOVE_TOWARDS, inputs, ['average'], dial);
}

/**
 * variable ← value, which stays where it is: a compiled step need not look for it. Both are float32 tensors of one shape.
 * @throws Error when shapes or types differ, or when a clone or reshaped tensor shares the variable's memory.
 */
export function put(variable: Tensor, value: Tensor): void {
  const inputs = { variable, value };
  runPut(checkInPlace('What is put', inputs, ['variable']), inputs);
  recording.now?.changed(PUT, inputs, ['variable']);
}

/**
 * Fills the float32 tensor `out` with an inverted dropout mask: 0 where the uniform number of a stream of src/core/random.ts
 * at `state` lies below `rate`, else 1 / (1 − rate). Returns the state that follows.
 */
export function fillDropoutMask(out: Tensor, state: StreamState, rate: number, dial = 0): StreamState {
  if (out.dtype !== 'float32') throw new Error(`Random numbers are float32, not ${out.dtype}.`);
  runMask(activeBackend(), { out }, rate, state);
  recording.now?.changed(DROPOUT_MASK, { out }, ['out'], dial);
  return stateAfter(state, out.size);
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
