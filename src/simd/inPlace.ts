/** Jobs that change tensors in place, with what each step tells them anew: called at once, or written into a program. */
import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import { floatsOfAdam, type Told } from '../core/kernels.ts';
import type { StreamState } from '../core/random.ts';
import type { SimdBackend } from './backend.ts';
import { halves } from './halves.ts';
import { JOB_ADAM, JOB_ASSIGN, JOB_MOVE_TOWARDS, JOB_RANDOM, RANDOM_MASK } from './shared/codes.ts';
import { CHUNK, DRAWN_CHUNK } from './shared/layout.ts';

const chunksOf = ({ shape }: TensorInfo): number => Math.ceil(util.sizeFromShape(shape) / CHUNK);

type AdamTensors = Readonly<Record<'w' | 'm' | 'v' | 'g', TensorInfo>>;

export function runAdam(backend: SimdBackend, { w, m, v, g }: AdamTensors, floats: readonly number[]): void {
  const pointers = [w, m, v, g].map((tensor) => backend.pointer(tensor));
  backend.pool.run(JOB_ADAM, chunksOf(w), [...pointers, util.sizeFromShape(w.shape)], floats);
}

export function runMoveTowards(
  backend: SimdBackend,
  { average, value }: Readonly<Record<'average' | 'value', TensorInfo>>,
  floats: readonly number[],
): void {
  const ints = [backend.pointer(average), backend.pointer(value), util.sizeFromShape(average.shape)];
  backend.pool.run(JOB_MOVE_TOWARDS, chunksOf(average), ints, floats);
}

export function runPut(
  backend: SimdBackend,
  { variable, value }: Readonly<Record<'variable' | 'value', TensorInfo>>,
): void {
  const ints = [backend.pointer(variable), backend.pointer(value), util.sizeFromShape(variable.shape)];
  backend.pool.run(JOB_ASSIGN, chunksOf(variable), ints);
}

/** A stream's state as assembly/random.ts reads it. */
const intsOfStream = ({ key0, key1, block }: StreamState): readonly number[] => [
  key0,
  key1,
  block,
  Math.floor(block / 2 ** 32),
];

/** The doubles of a dropout mask: the share that is dropped, and what is kept. */
const pairOfMask = (rate: number): readonly [number, number] => [rate, 1 / (1 - rate)];

/** What a job that draws is to do; where the stream stands may be told later. */
export interface Drawing {
  readonly state?: StreamState;
  /** Blocks of the stream that are passed over first. */
  readonly before?: number;
  readonly kind: number;
  /** Two doubles, as the kind has them: see assembly/random.ts. */
  readonly pair: readonly [number, number];
  /** Holds a double by which both are multiplied. */
  readonly scale?: TensorInfo;
}

const SOMEWHERE: StreamState = { key0: 0, key1: 0, block: 0 };

export function runRandom(
  backend: SimdBackend,
  { out }: { readonly out: TensorInfo },
  { state = SOMEWHERE, before = 0, kind, pair: [first, second], scale }: Drawing,
): void {
  const size = util.sizeFromShape(out.shape);
  const ints = [backend.pointer(out), size, ...intsOfStream(state), before, kind, ...halves(first), ...halves(second)];
  backend.pool.run(JOB_RANDOM, Math.ceil(size / DRAWN_CHUNK), [...ints, scale ? backend.pointer(scale) : 0]);
}

/** An inverted dropout mask. */
export const runMask = (
  backend: SimdBackend,
  inputs: { readonly out: TensorInfo },
  rate: number,
  state?: StreamState,
): void => runRandom(backend, inputs, { kind: RANDOM_MASK, pair: pairOfMask(rate), ...(state && { state }) });

/** Which of assembly/random.ts's integers are told anew. */
const STREAM_AT = 2;
const PAIR_AT = 8;

/** Writes it where the job reads it. */
export function tell(told: Told, ints: Int32Array, floats: Float32Array): void {
  switch (told.kind) {
    case 'adam':
      floats.set(floatsOfAdam(told.update));
      return;
    case 'share':
      floats[0] = told.share;
      return;
    case 'mask':
      ints.set(intsOfStream(told.state), STREAM_AT);
      ints.set(pairOfMask(told.rate).flatMap(halves), PAIR_AT);
      return;
    case 'stream':
      ints.set(intsOfStream(told.state), STREAM_AT);
      return;
    default:
      told satisfies never;
  }
}
