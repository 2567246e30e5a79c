/** The two operands of a matrix product: where they lie, how, and how a block of them becomes panels. */

import { OPERAND_PATCHES, OPERAND_PATCHES_TRANSPOSED, OPERAND_PLAIN } from '../shared/codes';
import { KC, MR, NR, SCRATCH_A, SCRATCH_B, SCRATCH_PATCHES } from '../shared/layout';
import { int, pointer, scratch } from './job';
import { packAcross, packAlong } from './pack';
import { gatherPatches } from './patches';

/** Packs rows [row, row + rows) × k [k0, k0 + k) of A into this thread's scratch; returns the panels. */
export function packA(a: usize, kind: i32, lda: i32, row: i32, rows: i32, k0: i32, k: i32): usize {
  const panels = scratch + SCRATCH_A;
  const patches = scratch + SCRATCH_PATCHES;
  if (kind == OPERAND_PATCHES)
    gatherPatches(row, rows, k0, k, patches); // [rows, k]
  else if (kind == OPERAND_PATCHES_TRANSPOSED) gatherPatches(k0, k, row, rows, patches); // [k, rows]
  for (let i = 0; i < rows; i += MR) {
    const valid = min(rows - i, MR);
    const target = panels + ((<usize>(i * k)) << 2);
    if (kind == OPERAND_PATCHES) {
      packAlong(patches + ((<usize>(i * k)) << 2), (<usize>k) << 2, k, valid, MR, target);
    } else if (kind == OPERAND_PATCHES_TRANSPOSED) {
      packAcross(patches + ((<usize>i) << 2), (<usize>rows) << 2, k, valid, MR, target);
    } else if (kind == OPERAND_PLAIN) {
      packAlong(a + ((<usize>((row + i) * lda + k0)) << 2), (<usize>lda) << 2, k, valid, MR, target);
    } else {
      packAcross(a + ((<usize>(k0 * lda + row + i)) << 2), (<usize>lda) << 2, k, valid, MR, target);
    }
  }
  return panels;
}

/** Packs one panel of B: columns [column, column + 8), k [k0, k0 + k). */
function packPanelB(b: usize, kind: i32, ldb: i32, column: i32, columns: i32, k0: i32, k: i32, target: usize): void {
  const valid = min(columns, NR);
  if (kind == OPERAND_PLAIN) {
    packAcross(b + ((<usize>(k0 * ldb + column)) << 2), (<usize>ldb) << 2, k, valid, NR, target);
  } else {
    packAlong(b + ((<usize>(column * ldb + k0)) << 2), (<usize>ldb) << 2, k, valid, NR, target);
  }
}

/** The same for a block of B: columns [column, column + columns), k [k0, k0 + k). */
export function packB(b: usize, kind: i32, ldb: i32, column: i32, columns: i32, k0: i32, k: i32): usize {
  const panels = scratch + SCRATCH_B;
  for (let j = 0; j < columns; j += NR) {
    packPanelB(b, kind, ldb, column + j, columns - j, k0, k, panels + ((<usize>(j * k)) << 2));
  }
  return panels;
}

// Arguments of the two jobs that pack a whole operand, for all threads to share.
// Integers: operand, kind, leading dimension, width (rows of A or columns of B), K, target.

/** Job: packs panel `chunk` of A, all of K, into [panel, K, 6]. */
export function packWholeA(chunk: i32): void {
  const row = chunk * MR,
    width = int(3),
    k = int(4);
  const valid = min(width - row, MR),
    lda = int(2);
  const target = pointer(5) + ((<usize>(row * k)) << 2);
  if (int(1) == OPERAND_PLAIN)
    packAlong(pointer(0) + ((<usize>(row * lda)) << 2), (<usize>lda) << 2, k, valid, MR, target);
  else packAcross(pointer(0) + ((<usize>row) << 2), (<usize>lda) << 2, k, valid, MR, target);
}

/** Job: packs panels 4·`chunk` … of B, all of K, into [panel, K, 8]. */
export function packWholeB(chunk: i32): void {
  const width = int(3),
    k = int(4);
  const end = min(width, (chunk + 1) * 4 * NR);
  // Block by block along K, so that the lines that four panels share are still in the cache.
  for (let k0 = 0; k0 < k; k0 += KC) {
    for (let column = chunk * 4 * NR; column < end; column += NR) {
      const target = pointer(5) + ((<usize>(column * k + k0 * NR)) << 2);
      packPanelB(pointer(0), int(1), int(2), column, width - column, k0, min(KC, k - k0), target);
    }
  }
}
