/** Elements made without arithmetic: all of them alike, or the same ones of another type. */
import { TYPE_BOOL, TYPE_FLOAT, TYPE_INT } from '../shared/codes';
import { CHUNK } from '../shared/layout';
import { int, pointer } from './arguments';

/** Job: 32-bit elements [chunk · CHUNK, …) become one value. Integers: 0 out, 1 size, 2 the value's bits. */
export function fill(chunk: i32): void {
  const from = chunk * CHUNK;
  const n = min(int(1) - from, CHUNK);
  const out = pointer(0) + ((<usize>from) << 2);
  const value = int(2);
  const four = i32x4.splat(value);
  const whole = n & ~3;
  for (let i = 0; i < whole; i += 4) v128.store(out + ((<usize>i) << 2), four);
  for (let i = whole; i < n; i++) store<i32>(out + ((<usize>i) << 2), value);
}

/** As JavaScript makes an integer of a number: towards zero, modulo 2³². */
// @ts-expect-error: decorator
@inline function asInteger(x: f32): i32 {
  return isFinite<f32>(x) ? <i32>(<i64>x) : 0;
}

// @ts-expect-error: decorator
@inline function asFloat(at: usize, type: i32): f32 {
  if (type == TYPE_FLOAT) return load<f32>(at);
  return type == TYPE_INT ? <f32>load<i32>(at) : <f32>load<u8>(at);
}

/** Job: elements [chunk · CHUNK, …) in another type. Integers: 0 x, 1 out, 2 size, 3 type of x, 4 type of out. */
export function cast(chunk: i32): void {
  const from = chunk * CHUNK;
  const end = min(int(2), from + CHUNK);
  const type = int(3),
    wanted = int(4);
  const width: usize = type == TYPE_BOOL ? 1 : 4;
  for (let i = from; i < end; i++) {
    const at = pointer(0) + <usize>i * width;
    const out = pointer(1) + ((<usize>i) << 2);
    if (wanted == TYPE_FLOAT) store<f32>(out, asFloat(at, type));
    else if (wanted == TYPE_INT) store<i32>(out, type == TYPE_FLOAT ? asInteger(load<f32>(at)) : <i32>load<u8>(at));
    // −0 is no less nothing than 0, and NaN is something.
    else store<u8>(pointer(1) + <usize>i, asFloat(at, type) == 0 ? 0 : 1);
  }
}
