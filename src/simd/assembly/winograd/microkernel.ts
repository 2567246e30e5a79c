/**
 * The micro-kernel of the matrix product for operands that are not packed: transforms write whole runs of channels, and
 * the kernel reads them as they lie. See ../microkernel.ts for its form, and docs/simd.md for why it is not unrolled.
 */
import { MR, NR, WINOGRAD_ROW } from '../../shared/layout';
import { tile } from '../microkernel';

/** A function of its own: within the loops around it, registers would not suffice. */
function whole<Along>(a: usize, aStep: usize, b: usize, bStep: usize, k: i32, c: usize, ldc: usize, accumulate: bool): void {
  tile<Along>(a, aStep, b, bStep, k, c, ldc, accumulate, MR);
}

/**
 * c [rows, columns] = or += a [rows, k] · b, k ≤ KC: rows of A lie WINOGRAD_ROW apart, B is packed in panels of eight
 * columns `panel` bytes apart. Both A and C have room for whole register tiles.
 */
export function multiplyRows(a: usize, b: usize, panel: usize, k: i32, c: usize, ldc: usize, rows: i32, columns: i32, accumulate: bool): void {
  for (let j = 0; j < columns; j += NR) {
    for (let i = 0; i < rows; i += MR) {
      const target = c + <usize>i * ldc + (<usize>j << 2);
      whole<f64>(a + <usize>i * WINOGRAD_ROW, 4, b, NR * 4, k, target, ldc, accumulate);
    }
    b += panel;
  }
}

/** c [rows, columns] = or += aᵀ · b for a [k, rows] and b [k, columns]; all have room for whole register tiles. */
export function multiplyColumns(a: usize, lda: usize, b: usize, ldb: usize, k: i32, c: usize, ldc: usize, rows: i32, columns: i32, accumulate: bool): void {
  for (let j = 0; j < columns; j += NR) {
    for (let i = 0; i < rows; i += MR) {
      const target = c + <usize>i * ldc + (<usize>j << 2);
      whole<f32>(a + (<usize>i << 2), lda, b + (<usize>j << 2), ldb, k, target, ldc, accumulate);
    }
  }
}
