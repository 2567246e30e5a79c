/** Softmax and its logarithm over the last axis. */
import { int, pointer } from './arguments';
import { exp, log } from './math';

function softmaxRow(x: usize, out: usize, n: i32, logarithm: bool): void {
  const whole = n & ~3;
  let top = f32x4.splat(-Infinity);
  for (let j = 0; j < n; j++) top = f32x4.max(top, v128.load_splat<f32>(x + ((<usize>j) << 2)));
  let sum: f32 = 0;
  for (let j = 0; j < whole; j += 4) {
    const shifted = f32x4.sub(v128.load(x + ((<usize>j) << 2)), top);
    const e = exp(shifted);
    v128.store(out + ((<usize>j) << 2), logarithm ? shifted : e);
    sum += f32x4.extract_lane(e, 0) + f32x4.extract_lane(e, 1) + f32x4.extract_lane(e, 2) + f32x4.extract_lane(e, 3);
  }
  for (let j = whole; j < n; j++) {
    const shifted = f32x4.sub(v128.load_splat<f32>(x + ((<usize>j) << 2)), top);
    const e = exp(shifted);
    store<f32>(out + ((<usize>j) << 2), f32x4.extract_lane(logarithm ? shifted : e, 0));
    sum += f32x4.extract_lane(e, 0);
  }
  const total = f32x4.splat(sum);
  const logTotal = f32x4.extract_lane(log(total), 0);
  for (let j = 0; j < n; j++) {
    const at = out + ((<usize>j) << 2);
    store<f32>(at, logarithm ? load<f32>(at) - logTotal : load<f32>(at) / sum);
  }
}

/** Job. Integers: 0 x, 1 out, 2 rows, 3 length, 4 rows of a chunk, 5 whether the logarithm is wanted. */
export function softmax(chunk: i32): void {
  const n = int(3);
  const end = min(int(2), (chunk + 1) * int(4));
  for (let i = chunk * int(4); i < end; i++) {
    const offset = (<usize>(i * n)) << 2;
    softmaxRow(pointer(0) + offset, pointer(1) + offset, n, int(5) != 0);
  }
}
