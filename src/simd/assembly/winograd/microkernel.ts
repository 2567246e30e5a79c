/**
 * The micro-kernel of the matrix product for operands that are not packed: transforms write whole runs of channels, and
 * the kernel reads them as they lie. See ../microkernel.ts for its form, and docs/simd.md for why it is not unrolled.
 */
import { MR, NR, WINOGRAD_ROW } from '../../shared/layout';
import { madd } from '../microkernel';

/**
 * c [6, 8] = or += a · b. `aStep` and `bStep` are the bytes from one k to the next; rows of A lie
 * WINOGRAD_ROW apart (`Along` is f64) or side by side (f32).
 */
function tile<Along>(a: usize, aStep: usize, b: usize, bStep: usize, k: i32, c: usize, ldc: usize, accumulate: bool): void {
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
    row += ldc;
    c20 = v128.load(row);
    c21 = v128.load(row, 16);
    row += ldc;
    c30 = v128.load(row);
    c31 = v128.load(row, 16);
    row += ldc;
    c40 = v128.load(row);
    c41 = v128.load(row, 16);
    row += ldc;
    c50 = v128.load(row);
    c51 = v128.load(row, 16);
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
    x = v128.load_splat<f32>(a, R * 2);
    c20 = madd(x, b0, c20);
    c21 = madd(x, b1, c21);
    x = v128.load_splat<f32>(a, R * 3);
    c30 = madd(x, b0, c30);
    c31 = madd(x, b1, c31);
    x = v128.load_splat<f32>(a, R * 4);
    c40 = madd(x, b0, c40);
    c41 = madd(x, b1, c41);
    x = v128.load_splat<f32>(a, R * 5);
    c50 = madd(x, b0, c50);
    c51 = madd(x, b1, c51);
    a += aStep;
    b += bStep;
  }
  v128.store(c, c00);
  v128.store(c, c01, 16);
  c += ldc;
  v128.store(c, c10);
  v128.store(c, c11, 16);
  c += ldc;
  v128.store(c, c20);
  v128.store(c, c21, 16);
  c += ldc;
  v128.store(c, c30);
  v128.store(c, c31, 16);
  c += ldc;
  v128.store(c, c40);
  v128.store(c, c41, 16);
  c += ldc;
  v128.store(c, c50);
  v128.store(c, c51, 16);
}

/**
 * c [rows, columns] = or += a [rows, k] · b, k ≤ KC: rows of A lie WINOGRAD_ROW apart, B is packed in panels of eight
 * columns `panel` bytes apart. Both A and C have room for whole register tiles.
 */
export function multiplyRows(a: usize, b: usize, panel: usize, k: i32, c: usize, ldc: usize, rows: i32, columns: i32, accumulate: bool): void {
  for (let j = 0; j < columns; j += NR) {
    for (let i = 0; i < rows; i += MR) {
      const target = c + <usize>i * ldc + (<usize>j << 2);
      tile<f64>(a + <usize>i * WINOGRAD_ROW, 4, b, NR * 4, k, target, ldc, accumulate);
    }
    b += panel;
  }
}

/** c [rows, columns] = or += aᵀ · b for a [k, rows] and b [k, columns]; all have room for whole register tiles. */
export function multiplyColumns(a: usize, lda: usize, b: usize, ldb: usize, k: i32, c: usize, ldc: usize, rows: i32, columns: i32, accumulate: bool): void {
  for (let j = 0; j < columns; j += NR) {
    for (let i = 0; i < rows; i += MR) {
      const target = c + <usize>i * ldc + (<usize>j << 2);
      tile<f32>(a + (<usize>i << 2), lda, b + (<usize>j << 2), ldb, k, target, ldc, accumulate);
    }
  }
}
