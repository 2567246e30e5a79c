/** Copies between two views of 32-bit elements: transpose, slice, concat, pad, tile and broadcast are all this. */

import { CHUNK } from '../shared/layout';
import { int, pointer } from './arguments';

/** Integers 2 … 7: sizes, outermost first. 8 … 13: the source's strides. 14 … 19: the target's, in elements. */
const DIMENSIONS: i32 = 6;

/** Copies one innermost row of `n` elements. */
function copyRow(source: usize, sourceStep: i32, target: usize, targetStep: i32, n: i32): void {
  if (targetStep == 1 && sourceStep <= 1) {
    const whole = target + ((<usize>(n & ~3)) << 2);
    if (sourceStep == 1) {
      for (; target < whole; target += 16, source += 16) v128.store(target, v128.load(source));
    } else {
      const value = v128.load_splat<i32>(source);
      for (; target < whole; target += 16) v128.store(target, value);
    }
    n &= 3;
  }
  const sourceBytes = sourceStep << 2,
    targetBytes = targetStep << 2;
  for (let i = 0; i < n; i++) {
    store<i32>(target, load<i32>(source));
    source += sourceBytes;
    target += targetBytes;
  }
}

/** Job: rows [chunk · rows of a chunk, …). Integers: 0 source, 1 target, 2 … above, 20 rows of a chunk, 21 rows. */
export function copy(chunk: i32): void {
  const n = int(7),
    sourceStep = int(13),
    targetStep = int(19),
    total = int(21);
  if (total == 1) {
    const from = chunk * CHUNK;
    const source = pointer(0) + ((<usize>(from * sourceStep)) << 2);
    copyRow(source, sourceStep, pointer(1) + ((<usize>(from * targetStep)) << 2), targetStep, min(n - from, CHUNK));
    return;
  }
  const end = min(total, (chunk + 1) * int(20));
  for (let row = chunk * int(20); row < end; row++) {
    let rest = row,
      source = 0,
      target = 0;
    for (let d = DIMENSIONS - 2; d >= 0; d--) {
      const size = int(2 + d);
      if (size == 1) continue;
      const next = rest / size;
      const index = rest - next * size;
      source += index * int(8 + d);
      target += index * int(14 + d);
      rest = next;
    }
    copyRow(pointer(0) + ((<usize>source) << 2), sourceStep, pointer(1) + ((<usize>target) << 2), targetStep, n);
  }
}
