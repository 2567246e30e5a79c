import { MR, NR, WINOGRAD_ROW } from '../shared/layout';

/** a · b + c, fused where the binary may use relaxed SIMD. */
// @ts-expect-error: decorator
@inline export function madd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
  return f32x4.add(f32x4.mul(a, b), c);
}

/**
 * c (rows × 8, `ldc` bytes from row to row) = or += a · b. `aStep` and `bStep` are the bytes from one k to the next; rows of A
 * lie side by side (`Along` is f32) or WINOGRAD_ROW apart (f64). `rows` is 2, 4 or 6, known where this is inlined: what belongs to
 * other rows is left out then.
 *
 * For six rows twelve accumulators, two halves of a row of b and one broadcast element of a: fifteen of the sixteen
 * registers that 128-bit SIMD has on x86. Not unrolled, and C is read before the loop rather than added after it:
 * otherwise V8's register allocator spills and the speed halves (docs/simd.md).
 */
// @ts-expect-error: decorator
@inline export function tile<Along>(a: usize, aStep: usize, b: usize, bStep: usize, k: i32, c: usize, ldc: usize, accumulate: bool, rows: i32): void {
  const R: usize = sizeof<Along>() == 8 ? WINOGRAD_ROW : 4;
  let c00 = f32x4.splat(0), c01 = f32x4.splat(0);
  let c10 = f32x4.splat(0), c11 = f32x4.splat(0);
  let c20 = f32x4.splat(0), c21 = f32x4.splat(0);
  let c30 = f32x4.splat(0), c31 = f32x4.splat(0);
  let c40 = f32x4.splat(0), c41 = f32x4.splat(0);
  let c50 = f32x4.splat(0), c51 = f32x4.splat(0);
  if (accumulate) {
    let row = c;
    c00 = v128.load(row);
    c01 = v128.load(row, 16);
    row += ldc;
    c10 = v128.load(row);
    c11 = v128.load(row, 16);
    if (rows > 2) {
      row += ldc;
      c20 = v128.load(row);
      c21 = v128.load(row, 16);
      row += ldc;
      c30 = v128.load(row);
      c31 = v128.load(row, 16);
    }
    if (rows > 4) {
      row += ldc;
      c40 = v128.load(row);
      c41 = v128.load(row, 16);
      row += ldc;
      c50 = v128.load(row);
      c51 = v128.load(row, 16);
    }
  }
  const end = b + <usize>k * bStep;
  while (b < end) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let x = v128.load_splat<f32>(a);
    c00 = madd(x, b0, c00);
    c01 = madd(x, b1, c01);
    x = v128.load_splat<f32>(a, R);
    c10 = madd(x, b0, c10);
    c11 = madd(x, b1, c11);
    if (rows > 2) {
      x = v128.load_splat<f32>(a, R * 2);
      c20 = madd(x, b0, c20);
      c21 = madd(x, b1, c21);
      x = v128.load_splat<f32>(a, R * 3);
      c30 = madd(x, b0, c30);
      c31 = madd(x, b1, c31);
    }
    if (rows > 4) {
      x = v128.load_splat<f32>(a, R * 4);
      c40 = madd(x, b0, c40);
      c41 = madd(x, b1, c41);
      x = v128.load_splat<f32>(a, R * 5);
      c50 = madd(x, b0, c50);
      c51 = madd(x, b1, c51);
    }
    a += aStep;
    b += bStep;
  }
  v128.store(c, c00);
  v128.store(c, c01, 16);
  c += ldc;
  v128.store(c, c10);
  v128.store(c, c11, 16);
  if (rows > 2) {
    c += ldc;
    v128.store(c, c20);
    v128.store(c, c21, 16);
    c += ldc;
    v128.store(c, c30);
    v128.store(c, c31, 16);
  }
  if (rows > 4) {
    c += ldc;
    v128.store(c, c40);
    v128.store(c, c41, 16);
    c += ldc;
    v128.store(c, c50);
    v128.store(c, c51, 16);
  }
}

/** Of packed panels a [k, 6] and b [k, 8]. */
export function microkernel(a: usize, b: usize, k: i32, c: usize, ldc: usize, accumulate: bool): void {
  tile<f32>(a, MR * 4, b, NR * 4, k, c, ldc, accumulate, 6);
}

/** Of the first four rows of a panel, which are all that there are. */
export function microkernel4(a: usize, b: usize, k: i32, c: usize, ldc: usize, accumulate: bool): void {
  tile<f32>(a, MR * 4, b, NR * 4, k, c, ldc, accumulate, 4);
}

/** And of the first two. */
export function microkernel2(a: usize, b: usize, k: i32, c: usize, ldc: usize, accumulate: bool): void {
  tile<f32>(a, MR * 4, b, NR * 4, k, c, ldc, accumulate, 2);
}
