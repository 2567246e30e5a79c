import { ACTIVATION_LEAKY_RELU, ACTIVATION_RELU, ACTIVATION_RELU6, ACTIVATION_SIGMOID } from '../shared/codes';
import { float, int, pointer } from './arguments';
import { sigmoid } from './math';

// @ts-expect-error: decorator
@inline function activate(x: v128, activation: i32, slope: v128): v128 {
  const zero = f32x4.splat(0);
  if (activation == ACTIVATION_RELU) return f32x4.max(x, zero);
  if (activation == ACTIVATION_RELU6) return f32x4.min(f32x4.max(x, zero), f32x4.splat(6));
  if (activation == ACTIVATION_LEAKY_RELU) return v128.bitselect(f32x4.mul(x, slope), x, f32x4.lt(x, zero));
  if (activation == ACTIVATION_SIGMOID) return sigmoid(x);
  return x;
}

/** Adds the bias and applies the activation to a block of C, `ldc` bytes a row, while it is in the cache. */
export function finish(c: usize, ldc: usize, rows: i32, columns: i32, column: i32): void {
  const activation = int(14);
  const slope = f32x4.splat(float(0));
  const bias = pointer(13) == 0 ? 0 : pointer(13) + (<usize>column << 2);
  const whole = columns & ~3;
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < whole; j += 4) {
      const at = c + (<usize>j << 2);
      let x = v128.load(at);
      if (bias != 0) x = f32x4.add(x, v128.load(bias + (<usize>j << 2)));
      v128.store(at, activate(x, activation, slope));
    }
    for (let j = whole; j < columns; j++) {
      const at = c + (<usize>j << 2);
      let x = v128.load_splat<f32>(at);
      if (bias != 0) x = f32x4.add(x, v128.load_splat<f32>(bias + (<usize>j << 2)));
      store<f32>(at, f32x4.extract_lane(activate(x, activation, slope), 0));
    }
    c += ldc;
  }
}
