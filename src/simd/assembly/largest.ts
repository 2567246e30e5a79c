/** The largest of a few neighbours that lie `length` apart, as in max pooling and maxout, and its gradient. */
import { int, pointer } from './arguments';

/** One number of the larger side of a job: the largest of `size` numbers `step` bytes apart, and which it is. */
// @ts-expect-error: decorator
@inline function largestOfOne(x: usize, step: usize, size: i32, value: usize, chosen: usize): void {
  let best = load<f32>(x);
  let at: f32 = 0;
  for (let piece = 1; piece < size; piece++) {
    const other = load<f32>(x + <usize>piece * step);
    if (!(best >= other)) at = <f32>piece;
    best = max<f32>(best, other);
  }
  store<f32>(value, best);
  store<f32>(chosen, at);
}

/**
 * Job: of each of the rows [size, length], the largest of every column, and which it is: of equal ones the first.
 * Integers: 0 x, 1 values, 2 chosen, 3 rows, 4 size, 5 length, 6 rows of a chunk.
 */
export function largest(chunk: i32): void {
  const size = int(4), length = int(5), perChunk = int(6);
  const step = <usize>length << 2;
  const end = min(int(3), (chunk + 1) * perChunk);
  const whole = length & ~3;
  for (let row = chunk * perChunk; row < end; row++) {
    let x = pointer(0) + <usize>(row * size) * step;
    let value = pointer(1) + <usize>row * step;
    let chosen = pointer(2) + <usize>row * step;
    for (let i = 0; i < whole; i += 4) {
      let best = v128.load(x);
      let at = f32x4.splat(0);
      for (let piece = 1; piece < size; piece++) {
        const other = v128.load(x + <usize>piece * step);
        at = v128.bitselect(at, f32x4.splat(<f32>piece), f32x4.ge(best, other));
        best = f32x4.max(best, other);
      }
      v128.store(value, best);
      v128.store(chosen, at);
      x += 16;
      value += 16;
      chosen += 16;
    }
    for (let i = whole; i < length; i++) {
      largestOfOne(x, step, size, value, chosen);
      x += 4;
      value += 4;
      chosen += 4;
    }
  }
}

/**
 * Job: the gradient goes to what was chosen. Integers: 0 dy, 1 chosen, 2 out (rows [size, length]), 3 rows, 4 size,
 * 5 length, 6 rows of a chunk.
 */
export function largestGradient(chunk: i32): void {
  const size = int(4), length = int(5), perChunk = int(6);
  const step = <usize>length << 2;
  const end = min(int(3), (chunk + 1) * perChunk);
  const whole = length & ~3;
  for (let row = chunk * perChunk; row < end; row++) {
    let dy = pointer(0) + <usize>row * step;
    let chosen = pointer(1) + <usize>row * step;
    let out = pointer(2) + <usize>(row * size) * step;
    for (let i = 0; i < whole; i += 4) {
      const gradient = v128.load(dy);
      const at = v128.load(chosen);
      for (let piece = 0; piece < size; piece++) {
        v128.store(out + <usize>piece * step, v128.and(gradient, f32x4.eq(at, f32x4.splat(<f32>piece))));
      }
      dy += 16;
      chosen += 16;
      out += 16;
    }
    for (let i = whole; i < length; i++) {
      const gradient = load<f32>(dy), at = load<f32>(chosen);
      for (let piece = 0; piece < size; piece++) {
        store<f32>(out + <usize>piece * step, at == <f32>piece ? gradient : 0);
      }
      dy += 4;
      chosen += 4;
      out += 4;
    }
  }
}
