/**
 * Entry points beyond tfjs's ops, for the engine: what tfjs would need many passes over memory for. They work
 * when the current backend is `simd`, write into existing tensors, and take no part in gradients.
 */
import { engine, type Tensor, util } from '@tensorflow/tfjs-core';
import { openStream, type StreamState } from '../core/random.ts';
import { SimdBackend } from './backend.ts';
import { JOB_ADAM, JOB_MOVE_TOWARDS, JOB_RANDOM } from './shared/codes.ts';
import { CHUNK } from './shared/layout.ts';

/** Whether tfjs's current backend is this one, so that the functions below may be called. */
export const simdIsActive = (): boolean => engine().backend instanceof SimdBackend;

function activeBackend(): SimdBackend {
  const { backend } = engine();
  if (!(backend instanceof SimdBackend)) throw new Error('The current tfjs backend is not simd.');
  return backend;
}

/** Adam's settings for one step. */
export interface AdamStep {
  readonly rate: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  /** The step's number, from 1: the moments' bias is corrected by it. */
  readonly step: number;
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
  { rate, beta1, beta2, epsilon, step }: AdamStep,
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
  const ints = [w, m, v, g].map((tensor) => backend.pointer(tensor));
  backend.pool.run(
    JOB_ADAM,
    Math.ceil(w.size / CHUNK),
    [...ints, w.size],
    [beta1, 1 - beta1, beta2, 1 - beta2, rate / (1 - beta1 ** step), 1 / Math.sqrt(1 - beta2 ** step), epsilon],
  );
}

/**
 * average += share · (value − average), in place and in one pass over memory: one update of an exponential moving
 * average. Both are float32 tensors of one shape.
 * @throws Error when shapes or types differ, or when a clone or reshaped tensor shares the average's memory.
 */
export function moveTowards(average: Tensor, value: Tensor, share: number): void {
  const backend = activeBackend();
  for (const tensor of [average, value]) {
    if (tensor.dtype !== 'float32' || !util.arraysEqual(tensor.shape, average.shape))
      throw new Error(`An average needs float32 tensors of one shape, but gets ${tensor.dtype} [${tensor.shape}].`);
  }
  if (backend.refCount(average.dataId) !== 1)
    throw new Error('An average would change a tensor that shares its memory.');
  const ints = [backend.pointer(average), backend.pointer(value), average.size];
  backend.pool.run(JOB_MOVE_TOWARDS, Math.ceil(average.size / CHUNK), ints, [share]);
}

/** The 32-bit halves of a double, low half first. */
function halves(value: number): readonly [number, number] {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value, true);
  return [view.getInt32(0, true), view.getInt32(4, true)];
}

/** The state of a stream after it has filled `size` elements. */
const after = (state: StreamState, size: number): StreamState => ({
  ...state,
  block: state.block + Math.ceil(size / 4),
});

function fill(out: Tensor, { key0, key1, block }: StreamState, first: number, second: number, mask: boolean): void {
  const backend = activeBackend();
  if (out.dtype !== 'float32') throw new Error(`Random numbers are float32, not ${out.dtype}.`);
  const stream = [key0, key1, block, Math.floor(block / 2 ** 32)];
  const ints = [backend.pointer(out), out.size, ...stream, ...halves(first), ...halves(second), Number(mask)];
  backend.pool.run(JOB_RANDOM, Math.ceil(out.size / CHUNK), ints);
}

/**
 * Fills the float32 tensor `out` with numbers uniform in [low, high): bit for bit those that a stream of
 * src/core/random.ts at `state` gives. Returns the state that follows.
 */
export function fillUniform(out: Tensor, state: StreamState, low = 0, high = 1): StreamState {
  fill(out, state, low, high - low, false);
  return after(state, out.size);
}

/**
 * Fills the float32 tensor `out` with an inverted dropout mask: 0 where the stream's uniform number lies below `rate`,
 * else 1 / (1 − rate). Returns the state that follows.
 */
export function fillDropoutMask(out: Tensor, state: StreamState, rate: number): StreamState {
  fill(out, state, rate, 1 / (1 - rate), true);
  return after(state, out.size);
}

/** The same with N(mean, std²). Computed by the stream itself, because its logarithm and cosine are JavaScript's. */
export function fillNormal(out: Tensor, state: StreamState, mean = 0, std = 1): StreamState {
  const stream = openStream(state);
  stream.normal(activeBackend().view(out) as Float32Array, mean, std);
  return stream.state();
}
