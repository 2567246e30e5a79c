/** Plans matrix products: which operand is packed once for all threads, and into which tiles C is cut. */

import type { SimdBackend } from './backend.ts';
import {
  JOB_GEMM,
  JOB_PACK_A,
  JOB_PACK_B,
  JOB_REDUCE_COLUMNS,
  OPERAND_PACKED,
  OPERAND_PATCHES,
  OPERAND_PATCHES_TRANSPOSED,
  type OPERAND_PLAIN,
  type OPERAND_TRANSPOSED,
  OPERAND_WINDOWS,
  REDUCE_SUM,
} from './shared/codes.ts';
import { KC, MC, MR, NC, NR, PACKED_COLUMNS } from './shared/layout.ts';

/** Operands that are put together from an image. */
const GATHERED = [OPERAND_PATCHES, OPERAND_PATCHES_TRANSPOSED, OPERAND_WINDOWS] as const;
type Gathered = (typeof GATHERED)[number];
type Kind = typeof OPERAND_PLAIN | typeof OPERAND_TRANSPOSED | Gathered;

export interface Operand {
  readonly pointer: number;
  readonly kind: Kind;
  /** Elements from one stored row to the next. */
  readonly stride: number;
}

export interface Product {
  readonly m: number;
  readonly n: number;
  readonly k: number;
  /** [M, K], or gathered from an image. */
  readonly a: Operand;
  /** [K, N] */
  readonly b: Operand;
  /** Address of C [M, N]. */
  readonly c: number;
  /** Address of the bias [N], or 0. */
  readonly bias?: number;
  readonly activation?: number;
  /** Slope of leaky ReLU for negative values. */
  readonly slope?: number;
  /** Products of a batch, and elements from one operand to the next (0: the same for all). */
  readonly batch?: { readonly count: number; readonly aStep: number; readonly bStep: number };
  /** Where A is gathered from: see assembly/patches.ts. */
  readonly geometry?: readonly number[];
}

/** Below so many rows, all of A is packed once and threads share out the columns. */
const FEW_ROWS = 2 * MC;
const NARROW_TILE = 64;
/** So many elements of B come from memory rather than from a cache, and are fetched sooner where a row's piece is longer. */
const LARGE = 2 ** 21;
/** Shortest pieces of the rows of such a B. */
const SHORT_PIECE = NC / 2;
/** Cut C into about this many tiles, so that no thread is left with one tile more than its share of a few. */
const TILES = 16;
const WIDE_TILE = 512;
/** A product with so few outputs is cut along K instead, into about `TILES` shares. */
const FEW_OUTPUTS = 8192;
const LONG_K = 4 * KC;

const ceilDivide = (a: number, b: number): number => Math.ceil(a / b);
export const roundUp = (n: number, step: number): number => ceilDivide(n, step) * step;

const gathered = ({ kind }: Operand): boolean => GATHERED.some((each) => each === kind);

/** Rows of a tile: a multiple of the register tile's, at most what one thread packs at a time. */
const rowsOfTile = (m: number): number => Math.min(MC, Math.max(4 * MR, roundUp(ceilDivide(m, TILES), MR)));

/**
 * Columns of a large B that a thread packs at a time: long pieces, two for each thread at least, of which none has much more
 * than others. It changes nothing in how any number is added up.
 */
function pieceOf(n: number, threads: number): number {
  let best = NARROW_TILE;
  let least = Number.POSITIVE_INFINITY;
  for (let columns = NC; columns >= SHORT_PIECE; columns -= NR) {
    const tiles = ceilDivide(n, columns);
    const most = ceilDivide(tiles, threads) * columns;
    if (tiles >= 2 * threads && most < least) [best, least] = [columns, most];
  }
  return best;
}

/** The smallest product that is worth a packing step of its own. */
const isTiny = ({ m, n, k }: Product): boolean => m * n * k < 32768;

/** C = activation(A · B + bias). */
export function multiply(backend: SimdBackend, product: Product): void {
  const { m, n, k, a, b } = product;
  if (m === 0 || n === 0) return;
  if (product.batch !== undefined || isTiny(product)) {
    runTiles(backend, product, a, b, { rows: MC, columns: WIDE_TILE });
  } else if (m * n <= FEW_OUTPUTS && k >= LONG_K && product.bias === undefined) {
    multiplyShares(backend, product);
  } else if (m <= FEW_ROWS && n > NARROW_TILE && !gathered(a)) {
    backend.borrow(roundUp(m, MR) * k * 4, (panels) => {
      backend.pool.run(JOB_PACK_A, ceilDivide(m, MR), [a.pointer, a.kind, a.stride, m, k, panels]);
      // All rows in one tile: each element of B is then packed only once.
      runTiles(backend, product, { ...a, pointer: panels, kind: OPERAND_PACKED }, b, {
        rows: MC,
        columns: n * k >= LARGE ? pieceOf(n, 1 + backend.pool.ready) : NARROW_TILE,
      });
    });
  } else {
    backend.borrow(roundUp(n, NR) * k * 4, (panels) => {
      packB(backend, b, n, k, panels);
      const columns = gathered(a) && m <= MC ? NARROW_TILE : n <= 2 * WIDE_TILE ? n : WIDE_TILE;
      runTiles(backend, product, a, { ...b, pointer: panels, kind: OPERAND_PACKED }, { rows: rowsOfTile(m), columns });
    });
  }
}

/** Few outputs, each a long sum: shares of K are multiplied side by side, then added up. */
function multiplyShares(backend: SimdBackend, product: Product): void {
  const { m, n, k, a, b, c } = product;
  const share = roundUp(ceilDivide(k, TILES), KC);
  const count = ceilDivide(k, share);
  backend.borrow(count * m * n * 4, (partial) => {
    const batch = { count, aStep: 0, bStep: 0 };
    runTiles(backend, { ...product, c: partial, batch }, a, b, { rows: MC, columns: WIDE_TILE }, share);
    backend.pool.run(JOB_REDUCE_COLUMNS, 1, [partial, c, count, count, 1, m * n, REDUCE_SUM], [1]);
  });
}

/** Packs B [K, N] into panels of eight columns. `panels` has room for N, rounded up to eight, times K. */
export function packB({ pool }: SimdBackend, b: Operand, n: number, k: number, panels: number): void {
  pool.run(JOB_PACK_B, ceilDivide(n, PACKED_COLUMNS), [b.pointer, b.kind, b.stride, n, k, panels]);
}

interface Packed {
  readonly pointer: number;
  readonly kind: Kind | typeof OPERAND_PACKED;
  readonly stride: number;
}

function runTiles(
  { pool }: SimdBackend,
  product: Product,
  a: Packed,
  b: Packed,
  tile: { rows: number; columns: number },
  share = 0,
): void {
  const { m, n, k, batch = { count: 1, aStep: 0, bStep: 0 } } = product;
  const tileRows = a.kind === OPERAND_PACKED ? roundUp(m, MR) : tile.rows;
  const tiles = ceilDivide(m, tileRows) * ceilDivide(n, tile.columns);
  pool.run(
    JOB_GEMM,
    tiles * batch.count,
    [
      a.pointer,
      a.kind,
      a.stride,
      b.pointer,
      b.kind,
      b.stride,
      product.c,
      n,
      m,
      n,
      k,
      tileRows,
      tile.columns,
      product.bias ?? 0,
      product.activation ?? 0,
      batch.aStep,
      batch.bStep,
      share,
      0,
      0,
      0,
      0,
      0,
      0, // up to the geometry
      ...(product.geometry ?? []),
    ],
    [product.slope ?? 0],
  );
}
