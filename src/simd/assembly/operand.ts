/** The two operands of a matrix product: where they lie, how, and how a block of them becomes panels. */
import { int, pointer, scratch } from './arguments';
import { MR, NR, PACKED_COLUMNS, SCRATCH_A, SCRATCH_B, SCRATCH_PATCHES } from '../shared/layout';
import {
  OPERAND_PATCHES,
  OPERAND_PATCHES_TRANSPOSED,
  OPERAND_PLAIN,
  OPERAND_TRANSPOSED,
  OPERAND_WINDOWS,
} from '../shared/codes';
import { packAcross, packAlong } from './pack';
import { gatherPatches } from './patches';
import { packWindows } from './windows';

/** Packs rows [row, row + rows) × k [k0, k0 + k) of A into this thread's scratch; returns the panels. */
export function packA(a: usize, kind: i32, lda: i32, row: i32, rows: i32, k0: i32, k: i32): usize {
  const panels = scratch + SCRATCH_A;
  const patches = scratch + SCRATCH_PATCHES;
  if (kind == OPERAND_WINDOWS) {
    packWindows(row, rows, k, panels);
    return panels;
  }
  if (kind == OPERAND_PATCHES) gatherPatches(row, rows, k0, k, patches); // [rows, k]
  else if (kind == OPERAND_PATCHES_TRANSPOSED) gatherPatches(k0, k, row, rows, patches); // [k, rows]
  const panel = <usize>(k * MR) << 2;
  if (kind == OPERAND_PATCHES_TRANSPOSED) {
    packAcross(patches, <usize>rows << 2, k, rows, MR, panels, panel);
    return panels;
  }
  if (kind == OPERAND_TRANSPOSED) {
    packAcross(a + (<usize>(k0 * lda + row) << 2), <usize>lda << 2, k, rows, MR, panels, panel);
    return panels;
  }
  const gathered = kind == OPERAND_PATCHES;
  const source = gathered ? patches : a + (<usize>(row * lda + k0) << 2);
  const stride = <usize>(gathered ? k : lda) << 2;
  for (let i = 0; i < rows; i += MR) {
    packAlong(source + <usize>i * stride, stride, k, min(rows - i, MR), MR, panels + (<usize>(i * k) << 2));
  }
  return panels;
}

/** Packs columns [column, column + columns) × k [k0, k0 + k) of B; `panel` bytes lie between two packed panels. */
function packColumns(b: usize, kind: i32, ldb: i32, column: i32, columns: i32, k0: i32, k: i32, target: usize, panel: usize): void {
  const stride = <usize>ldb << 2;
  if (kind == OPERAND_PLAIN) {
    packAcross(b + (<usize>(k0 * ldb + column) << 2), stride, k, columns, NR, target, panel);
    return;
  }
  let source = b + (<usize>(column * ldb + k0) << 2);
  for (let j = 0; j < columns; j += NR) {
    packAlong(source, stride, k, min(columns - j, NR), NR, target);
    source += stride * NR;
    target += panel;
  }
}

/** Packs a block of B into this thread's scratch; returns the panels. */
export function packB(b: usize, kind: i32, ldb: i32, column: i32, columns: i32, k0: i32, k: i32): usize {
  const panels = scratch + SCRATCH_B;
  packColumns(b, kind, ldb, column, columns, k0, k, panels, <usize>(k * NR) << 2);
  return panels;
}

// Arguments of the two jobs that pack a whole operand, for all threads to share.
// Integers: operand, kind, leading dimension, width (rows of A or columns of B), K, target.

/** Job: packs panel `chunk` of A, all of K, into [panel, K, 6]. */
export function packWholeA(chunk: i32): void {
  const row = chunk * MR, k = int(4), stride = <usize>int(2) << 2;
  const valid = min(int(3) - row, MR);
  const target = pointer(5) + (<usize>(row * k) << 2);
  if (int(1) == OPERAND_PLAIN) packAlong(pointer(0) + <usize>row * stride, stride, k, valid, MR, target);
  else packAcross(pointer(0) + (<usize>row << 2), stride, k, valid, MR, target, 0);
}

/** Job: packs panels 8·`chunk` … of B, all of K, into [panel, K, 8]. */
export function packWholeB(chunk: i32): void {
  const k = int(4);
  const column = chunk * PACKED_COLUMNS;
  const columns = min(int(3) - column, PACKED_COLUMNS);
  const panel = <usize>(k * NR) << 2;
  const target = pointer(5) + (<usize>(column * k) << 2);
  packColumns(pointer(0), int(1), int(2), column, columns, 0, k, target, panel);
}
