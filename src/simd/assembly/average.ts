import { CHUNK } from '../shared/layout';
import { float, int, pointer } from './arguments';

/**
 * Job: average += share · (value − average) on elements [chunk · CHUNK, …), in one pass.
 * Integers: 0 average, 1 value, 2 size. Floats: 0 share.
 */
export function moveTowards(chunk: i32): void {
  moveTowardsSpan(chunk * CHUNK, min(int(2), (chunk + 1) * CHUNK));
}

/** The same for elements [from, end). */
export function moveTowardsSpan(from: i32, end: i32): void {
  const n = end - from;
  const offset = (<usize>from) << 2;
  const average = pointer(0) + offset,
    value = pointer(1) + offset;
  const share = f32x4.splat(float(0));
  const whole = n & ~3;
  for (let i = 0; i < whole; i += 4) {
    const at = (<usize>i) << 2;
    const old = v128.load(average + at);
    v128.store(average + at, f32x4.add(old, f32x4.mul(share, f32x4.sub(v128.load(value + at), old))));
  }
  for (let i = whole; i < n; i++) {
    const at = (<usize>i) << 2;
    const old = load<f32>(average + at);
    store<f32>(average + at, old + float(0) * (load<f32>(value + at) - old));
  }
}
