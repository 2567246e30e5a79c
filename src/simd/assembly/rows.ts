/**
 * Two operands brought to rows × length, each with a step between rows and a step (0 or 1) between elements:
 * that covers equal shapes, scalars, a row for all rows and a column for all columns.
 *
 * Integers: 4 rows, 5 length, 6 and 7 steps of a, 8 and 9 steps of b, 10 rows of a chunk. With one row, chunks
 * cut it into lengths of CHUNK.
 */

import { CHUNK } from '../shared/layout';
import { int } from './arguments';

// @ts-expect-error: decorator
@inline export function firstRow(chunk: i32): i32 {
  return int(4) == 1 ? 0 : chunk * int(10);
}

// @ts-expect-error: decorator
@inline export function endRow(chunk: i32): i32 {
  return int(4) == 1 ? 1 : min(int(4), (chunk + 1) * int(10));
}

// @ts-expect-error: decorator
@inline export function firstColumn(chunk: i32): i32 {
  return int(4) == 1 ? chunk * CHUNK : 0;
}

// @ts-expect-error: decorator
@inline export function columns(chunk: i32): i32 {
  return int(4) == 1 ? min(int(5) - chunk * CHUNK, CHUNK) : int(5);
}
