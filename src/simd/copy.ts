import type { SimdBackend } from './backend.ts';
import { JOB_COPY } from './shared/codes.ts';
import { CHUNK } from './shared/layout.ts';
import { loopsOver } from './strides.ts';

/** The most loops that the kernel has: more than any tensor here needs once neighbouring axes are joined. */
const MOST_LOOPS = 6;

/** One side of a copy: the address of its first element and the step along each axis, in elements. */
export interface Side {
  readonly pointer: number;
  readonly strides: readonly number[];
}

/** Copies 32-bit elements over all of `shape` from one strided view to another. False: too many axes. */
export function copyStrided({ pool }: SimdBackend, shape: readonly number[], source: Side, target: Side): boolean {
  if (shape.includes(0)) return true;
  const loops = loopsOver(shape, source.strides, target.strides);
  if (loops.length > MOST_LOOPS) return false;
  while (loops.length < MOST_LOOPS) loops.unshift({ size: 1, steps: [0, 0] });
  const length = loops.at(-1)?.size ?? 1;
  const rows = loops.slice(0, -1).reduce((product, { size }) => product * size, 1);
  const rowsOfChunk = Math.max(1, Math.floor(CHUNK / length));
  pool.run(JOB_COPY, rows === 1 ? Math.ceil(length / CHUNK) : Math.ceil(rows / rowsOfChunk), [
    source.pointer,
    target.pointer,
    ...loops.map(({ size }) => size),
    ...loops.map(({ steps }) => steps[0] as number),
    ...loops.map(({ steps }) => steps[1] as number),
    rowsOfChunk,
    rows,
  ]);
  return true;
}
