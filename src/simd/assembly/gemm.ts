/** Matrix product, C [M, N] = activation(A [M, K] · B [K, N] + bias [N]), tile by tile. */
import { ACTIVATION_LINEAR, OPERAND_PACKED } from '../shared/codes';
import { KC, MC, MR, NC, NR, SCRATCH_EDGE } from '../shared/layout';
import { finish } from './epilogue';
import { int, pointer, scratch } from './arguments';
import { microkernel, microkernel2, microkernel4 } from './microkernel';
import { packA, packB } from './operand';

/** Between C and a tile beside it. */
// @ts-expect-error: decorator
@inline function copyTile(from: usize, fromRow: usize, to: usize, toRow: usize, rows: i32, columns: i32): void {
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) store<f32>(to + ((<usize>j) << 2), load<f32>(from + ((<usize>j) << 2)));
    from += fromRow;
    to += toRow;
  }
}

/** A tile that reaches over C's edge: computed beside C as any other, then only what exists is stored. */
function edge(a: usize, b: usize, k: i32, c: usize, ldc: usize, rows: i32, columns: i32, accumulate: bool): void {
  const tile = scratch + SCRATCH_EDGE;
  if (accumulate) copyTile(c, ldc, tile, NR * 4, rows, columns);
  microkernel(a, b, k, tile, NR * 4, accumulate);
  copyTile(tile, NR * 4, c, ldc, rows, columns);
}

/**
 * c [rows, columns] = or += the product of panels over one block of K. The strides are in bytes, from one
 * panel to the next; `ldc` from one row to the next.
 *
 * Where sums are short, tile after tile goes along the rows of C: it is written so often that half a line of the cache at a
 * time, and the other half a column of tiles later, takes a sixth of the time.
 */
export function multiplyPanels(
  a: usize,
  aStride: usize,
  b: usize,
  bStride: usize,
  k: i32,
  c: usize,
  ldc: usize,
  rows: i32,
  columns: i32,
  accumulate: bool,
): void {
  const alongRows = 2 * k <= KC;
  const across = (columns + NR - 1) / NR;
  const down = (rows + MR - 1) / MR;
  const outer = alongRows ? down : across;
  const inner = alongRows ? across : down;
  for (let o = 0; o < outer; o++) {
    for (let i = 0; i < inner; i++) {
      const row = alongRows ? o : i;
      const column = alongRows ? i : o;
      const left = rows - row * MR;
      const wide = columns - column * NR;
      const at = c + <usize>(row * MR) * ldc + ((<usize>(column * NR)) << 2);
      const panelA = a + <usize>row * aStride;
      const panelB = b + <usize>column * bStride;
      if (wide < NR) edge(panelA, panelB, k, at, ldc, min(left, MR), wide, accumulate);
      else if (left >= MR) microkernel(panelA, panelB, k, at, ldc, accumulate);
      else if (left == 4) microkernel4(panelA, panelB, k, at, ldc, accumulate);
      else if (left == 2) microkernel2(panelA, panelB, k, at, ldc, accumulate);
      else edge(panelA, panelB, k, at, ldc, left, NR, accumulate);
    }
  }
}

/** Rows [row, row + rows) × columns [column, column + columns) of C, over [kBegin, kEnd) of K. */
function multiplyBlock(
  a: usize,
  b: usize,
  c: usize,
  row: i32,
  rows: i32,
  column: i32,
  columns: i32,
  kBegin: i32,
  kEnd: i32,
): void {
  const aKind = int(1),
    lda = int(2),
    bKind = int(4),
    ldb = int(5);
  const ldc = (<usize>int(7)) << 2;
  const k = int(10);
  // One step when B is packed already; else as much of B as the scratch area holds.
  const step = bKind == OPERAND_PACKED ? columns : NC;
  for (let k0 = kBegin; k0 < kEnd; k0 += KC) {
    const kc = min(KC, kEnd - k0);
    const aPacked = aKind == OPERAND_PACKED;
    const aPanels = aPacked ? a + ((<usize>(row * k + k0 * MR)) << 2) : packA(a, aKind, lda, row, rows, k0, kc);
    const aStride = (<usize>((aPacked ? k : kc) * MR)) << 2;
    for (let j = 0; j < columns; j += step) {
      const width = min(step, columns - j);
      const bPacked = bKind == OPERAND_PACKED;
      const bPanels = bPacked
        ? b + ((<usize>((column + j) * k + k0 * NR)) << 2)
        : packB(b, bKind, ldb, column + j, width, k0, kc);
      const bStride = (<usize>((bPacked ? k : kc) * NR)) << 2;
      const target = c + <usize>row * ldc + ((<usize>(column + j)) << 2);
      multiplyPanels(aPanels, aStride, bPanels, bStride, kc, target, ldc, rows, width, k0 > kBegin);
    }
  }
}

/**
 * Job: one tile of one product of a batch.
 *
 * Integers: 0 A, 1 kind, 2 leading dimension; 3 B, 4 kind, 5 leading dimension; 6 C, 7 leading dimension;
 * 8 M, 9 N, 10 K; 11 and 12 rows and columns of a tile; 13 bias or 0, 14 activation; 15 and 16 elements from
 * one A and one B of the batch to the next; 17 the share of K that each of the batch adds up, or 0 for all; 24 … the geometry, when A is gathered from an image.
 * Float 0: the slope of leaky ReLU.
 */
export function gemmTile(chunk: i32): void {
  const m = int(8),
    n = int(9),
    tileRows = int(11),
    tileColumns = int(12);
  const across = (n + tileColumns - 1) / tileColumns;
  const down = (m + tileRows - 1) / tileRows;
  const batch = chunk / (across * down);
  const inBatch = chunk - batch * across * down;
  const row0 = (inBatch / across) * tileRows;
  const column = (inBatch % across) * tileColumns;
  const rowEnd = min(m, row0 + tileRows);
  const columns = min(n - column, tileColumns);
  const a = pointer(0) + ((<usize>(batch * int(15))) << 2);
  const b = pointer(3) + ((<usize>(batch * int(16))) << 2);
  const share = int(17);
  const kBegin = batch * share;
  const kEnd = share == 0 ? int(10) : min(int(10), kBegin + share);
  const ldc = int(7);
  const c = pointer(6) + ((<usize>(batch * m * ldc)) << 2);
  // Packed rows need no scratch: with all of them in one go, B is packed only once.
  const step = int(1) == OPERAND_PACKED ? tileRows : MC;
  for (let row = row0; row < rowEnd; row += step) {
    const rows = min(step, rowEnd - row);
    multiplyBlock(a, b, c, row, rows, column, columns, kBegin, kEnd);
    if (pointer(13) != 0 || int(14) != ACTIVATION_LINEAR) {
      finish(c + ((<usize>(row * ldc + column)) << 2), (<usize>ldc) << 2, rows, columns, column);
    }
  }
}
