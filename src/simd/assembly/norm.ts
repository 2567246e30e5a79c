/**
 * Batch normalisation. x is [rows, channels]; φ(x) = max(x, slope · x), or the identity where slope is 1.
 * Sums over rows are cut into blocks whose results are added up afterwards (reduce.ts).
 */
import { double, float, int, pointer } from './arguments';
import { madd } from './microkernel';

/** Four floats, or the one that is left, in the lowest lane. */
// @ts-expect-error: decorator
@inline function read(at: usize, whole: bool): v128 {
  return whole ? v128.load(at) : v128.load32_zero(at);
}

// @ts-expect-error: decorator
@inline function write(at: usize, value: v128, whole: bool): void {
  if (whole) v128.store(at, value);
  else v128.store_lane<f32>(at, value, 0);
}

/** dy · φ′, told from the sign of φ's output. */
// @ts-expect-error: decorator
@inline function through(dy: v128, y: v128, slope: v128): v128 {
  return v128.bitselect(dy, f32x4.mul(dy, slope), f32x4.gt(y, f32x4.splat(0)));
}

/**
 * Job: out = φ(x · scale + shift), one scale and shift for each channel: batch normalisation once its statistics are
 * known. Integers: 0 x, 1 out, 2 scale, 3 shift, 4 rows, 5 channels, 6 rows of a chunk. Float 0: φ's slope.
 */
export function scaleShift(chunk: i32): void {
  const channels = int(5);
  const whole = channels & ~3;
  const slope = f32x4.splat(float(0));
  const end = min(int(4), (chunk + 1) * int(6));
  for (let i = chunk * int(6); i < end; i++) {
    const row = (<usize>(i * channels)) << 2;
    for (let j = 0; j < channels; j += j < whole ? 4 : 1) {
      const at = (<usize>j) << 2;
      const four = j < whole;
      const z = madd(read(pointer(0) + row + at, four), read(pointer(2) + at, four), read(pointer(3) + at, four));
      const y = v128.bitselect(f32x4.mul(z, slope), z, f32x4.lt(z, f32x4.splat(0)));
      write(pointer(1) + row + at, y, four);
    }
  }
}

/**
 * Job, of one chunk: what `scaleShift` multiplies with and adds, in double precision. Integers: 0 mean, 1 variance,
 * 2 scale or 0, 3 offset or 0, 4 out [scale, shift][channels], 5 channels, 6 and 7 ε.
 */
export function normFactors(): void {
  const channels = int(5);
  const epsilon = double(6);
  for (let i = 0; i < channels; i++) {
    const at = (<usize>i) << 2;
    const scale = pointer(2) ? <f64>load<f32>(pointer(2) + at) : 1;
    const offset = pointer(3) ? <f64>load<f32>(pointer(3) + at) : 0;
    const factor = scale / sqrt<f64>(<f64>load<f32>(pointer(1) + at) + epsilon);
    store<f32>(pointer(4) + at, <f32>factor);
    const shift = offset - <f64>load<f32>(pointer(0) + at) * factor;
    store<f32>(pointer(4) + (((<usize>channels) << 2) + at), <f32>shift);
  }
}

/**
 * Job: Σ (x − mean)² by channel, for one block of rows. Integers: 0 x, 1 mean, 2 out [blocks, channels], 3 rows,
 * 4 channels, 5 rows of a block.
 */
export function normSquares(chunk: i32): void {
  const channels = int(4);
  const whole = channels & ~3;
  const first = chunk * int(5);
  const rows = min(int(3) - first, int(5));
  const out = pointer(2) + ((<usize>(chunk * channels)) << 2);
  for (let j = 0; j < channels; j += j < whole ? 4 : 1) {
    const at = (<usize>j) << 2;
    const four = j < whole;
    const mean = read(pointer(1) + at, four);
    let sum = f32x4.splat(0);
    let x = pointer(0) + ((<usize>(first * channels)) << 2) + at;
    for (let i = 0; i < rows; i++) {
      const centred = f32x4.sub(read(x, four), mean);
      sum = madd(centred, centred, sum);
      x += (<usize>channels) << 2;
    }
    write(out + at, sum, four);
  }
}

/**
 * Job: Σ dz and Σ dz · (x − mean) by channel with dz = dy · φ′, for one block of rows. Integers: 0 dy, 1 x, 2 y, 3 mean,
 * 4 out [blocks, 2, channels], 5 rows, 6 channels, 7 rows of a block. Float 0: φ's slope.
 */
export function normProducts(chunk: i32): void {
  const channels = int(6);
  const whole = channels & ~3;
  const slope = f32x4.splat(float(0));
  const first = chunk * int(7);
  const rows = min(int(5) - first, int(7));
  const out = pointer(4) + ((<usize>(chunk * 2 * channels)) << 2);
  const step = (<usize>channels) << 2;
  for (let j = 0; j < channels; j += j < whole ? 4 : 1) {
    const at = (<usize>j) << 2;
    const four = j < whole;
    const mean = read(pointer(3) + at, four);
    let sum = f32x4.splat(0),
      products = sum;
    let here = (<usize>first) * step + at;
    for (let i = 0; i < rows; i++) {
      const dz = through(read(pointer(0) + here, four), read(pointer(2) + here, four), slope);
      sum = f32x4.add(sum, dz);
      products = madd(dz, f32x4.sub(read(pointer(1) + here, four), mean), products);
      here += step;
    }
    write(out + at, sum, four);
    write(out + step + at, products, four);
  }
}

/**
 * Job: out = a · dz + b · x + c, factors by channel. Integers: 0 dy, 1 x, 2 y, 3 factors [a, b, c][channels], 4 out,
 * 5 rows, 6 channels, 7 rows of a chunk. Float 0: φ's slope.
 */
export function normGradient(chunk: i32): void {
  const channels = int(6);
  const whole = channels & ~3;
  const slope = f32x4.splat(float(0));
  const step = (<usize>channels) << 2;
  const a = pointer(3);
  const end = min(int(5), (chunk + 1) * int(7));
  for (let i = chunk * int(7); i < end; i++) {
    for (let j = 0; j < channels; j += j < whole ? 4 : 1) {
      const at = (<usize>j) << 2;
      const four = j < whole;
      const here = (<usize>i) * step + at;
      const dz = through(read(pointer(0) + here, four), read(pointer(2) + here, four), slope);
      const affine = madd(read(a + step + at, four), read(pointer(1) + here, four), read(a + 2 * step + at, four));
      write(pointer(4) + here, madd(read(a + at, four), dz, affine), four);
    }
  }
}

/**
 * Job, of one chunk: the gradients by scale and offset, and what `normGradient` multiplies with, in double precision.
 * Integers: 0 sums of dz and of dz · (x − mean) [2][channels], 1 scale, 2 mean, 3 variance, 4 gradient by scale,
 * 5 by offset, 6 out [a, b, c][channels], 7 rows, 8 channels, 9 unused, 10 and 11 ε.
 */
export function normGradientFactors(): void {
  const channels = int(8);
  const step = (<usize>channels) << 2;
  const rows = <f64>int(7);
  const epsilon = double(10);
  for (let i = 0; i < channels; i++) {
    const at = (<usize>i) << 2;
    const inverse = 1 / sqrt<f64>(<f64>load<f32>(pointer(3) + at) + epsilon);
    const sum = <f64>load<f32>(pointer(0) + at);
    const product = <f64>load<f32>(pointer(0) + step + at) * inverse;
    store<f32>(pointer(5) + at, <f32>sum);
    store<f32>(pointer(4) + at, <f32>product);
    const a = <f64>load<f32>(pointer(1) + at) * inverse;
    const b = (-a * inverse * product) / rows;
    store<f32>(pointer(6) + at, <f32>a);
    store<f32>(pointer(6) + step + at, <f32>b);
    store<f32>(pointer(6) + 2 * step + at, <f32>((-a * sum) / rows - b * <f64>load<f32>(pointer(2) + at)));
  }
}
