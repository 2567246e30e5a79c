/** Jobs that change tensors in place, with what each step tells them anew: called at once, or written into a program. */
import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import { floatsOfAdam, type Told } from '../core/kernels.ts';
import type { StreamState } from '../core/random.ts';
import type { SimdBackend } from './backend.ts';
import { halves } from './halves.ts';
import { JOB_ADAM, JOB_ASSIGN, JOB_MOVE_TOWARDS, JOB_RANDOM } from './shared/codes.ts';
import { CHUNK } from './shared/layout.ts';

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

/** What assembly/random.ts reads behind address and size. */
export const intsOfRandom = (
  { key0, key1, block }: StreamState,
  first: number,
  second: number,
  mask: boolean,
): readonly number[] => [
  key0,
  key1,
  block,
  Math.floor(block / 2 ** 32),
  ...halves(first),
  ...halves(second),
  Number(mask),
];

export function runRandom(backend: SimdBackend, { out }: { readonly out: TensorInfo }, ints: readonly number[]): void {
  backend.pool.run(JOB_RANDOM, chunksOf(out), [backend.pointer(out), util.sizeFromShape(out.shape), ...ints]);
}

/** How many integers come before those that are told: address and size. */
const BEFORE = 2;

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
      ints.set(intsOfRandom(told.state, told.rate, 1 / (1 - told.rate), true), BEFORE);
      return;
    case 'stream':
      throw new Error('No job draws from a stream by itself.');
    default:
      told satisfies never;
  }
}
