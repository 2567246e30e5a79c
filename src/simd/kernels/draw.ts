/** What programs draw by themselves, bit for bit as the run's streams and gan/losses/perturbation.ts do. */
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { DEVIATION, DRAW } from '../../program/kinds.ts';
import type { Spread } from '../../program/law.ts';
import { sizeOf } from '../../program/program.ts';
import { halves } from '../halves.ts';
import { type Drawing, runRandom } from '../inPlace.ts';
import { JOB_DEVIATION, RANDOM_INTEGERS, RANDOM_NORMAL, RANDOM_UNIFORM } from '../shared/codes.ts';
import { kernel } from './kernel.ts';

function drawingOf(spread: Spread): Pick<Drawing, 'kind' | 'pair'> {
  switch (spread.kind) {
    case 'uniform':
      return { kind: RANDOM_UNIFORM, pair: [spread.low, spread.high] };
    case 'normal':
      return { kind: RANDOM_NORMAL, pair: [0, 1] };
    case 'integers':
      return { kind: RANDOM_INTEGERS, pair: [spread.bound, 0] };
    default:
      return spread satisfies never;
  }
}

interface DrawAttrs {
  readonly spread: Spread;
  readonly before: number;
  readonly shape: readonly number[];
}

export const drawKernels = {
  /** Input: scale, if it is to be multiplied by that. Output, of the attribute `shape`: numbers of a stream. */
  [DRAW]: kernel<{ readonly scale?: TensorInfo }, DrawAttrs>(({ scale }, { spread, before, shape }, backend) => {
    const out = backend.output(shape, spread.kind === 'integers' ? 'int32' : 'float32');
    runRandom(backend, { out }, { ...drawingOf(spread), before, ...(scale && { scale }) });
    return out;
  }),
  /** Input: x, of any shape. Output: factor times its standard deviation, a double in the place of two floats. */
  [DEVIATION]: kernel<{ readonly x: TensorInfo }, { readonly factor: number }>(({ x }, { factor }, backend) => {
    const out = backend.output([2], 'float32');
    backend.pool.run(JOB_DEVIATION, 1, [backend.pointer(x), sizeOf(x.shape), backend.pointer(out), ...halves(factor)]);
    return out;
  }),
};
