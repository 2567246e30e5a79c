/** Rows picked by index, and the reverse: rows added where an index points. */
import { int, pointer } from './arguments';

/**
 * Job: out [outer, picked, length] = x [outer, rows, length] at `indices`, 32-bit elements. Integers: 0 x,
 * 1 indices (checked by the caller), 2 out, 3 rows, 4 picked, 5 length, 6 outer · picked, 7 of these in a chunk.
 */
export function gather(chunk: i32): void {
  const rows = int(3),
    picked = int(4),
    length = int(5);
  const end = min(int(6), (chunk + 1) * int(7));
  for (let i = chunk * int(7); i < end; i++) {
    const outer = i / picked;
    const index = load<i32>(pointer(1) + ((<usize>(i - outer * picked)) << 2));
    const source = pointer(0) + ((<usize>((outer * rows + index) * length)) << 2);
    memory.copy(pointer(2) + ((<usize>(i * length)) << 2), source, (<usize>length) << 2);
  }
}

/**
 * Job: out [segments, length] = sums of the rows of x [rows, length] that share a segment; an index outside adds
 * nowhere. A chunk is a block of columns, so that no two threads add to one element. Integers: 0 x, 1 indices,
 * 2 out, 3 rows, 4 segments, 5 length, 6 columns of a chunk.
 */
export function scatterAdd(chunk: i32): void {
  const rows = int(3),
    segments = int(4),
    length = int(5);
  const from = chunk * int(6);
  const n = min(int(6), length - from);
  for (let segment = 0; segment < segments; segment++) {
    memory.fill(pointer(2) + ((<usize>(segment * length + from)) << 2), 0, (<usize>n) << 2);
  }
  for (let i = 0; i < rows; i++) {
    const segment = load<i32>(pointer(1) + ((<usize>i) << 2));
    if (segment < 0 || segment >= segments) continue;
    const source = pointer(0) + ((<usize>(i * length + from)) << 2);
    const target = pointer(2) + ((<usize>(segment * length + from)) << 2);
    for (let j = 0; j < n; j++) {
      const at = (<usize>j) << 2;
      store<f32>(target + at, load<f32>(target + at) + load<f32>(source + at));
    }
  }
}
