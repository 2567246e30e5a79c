/** The filter's transform, and what its transpose takes of each point. */
import { NR, SCRATCH_WINOGRAD } from '../../shared/layout';
import { int, pointer, scratch } from '../arguments';
import { transpose4 } from '../pack';
import { Axis, INFINITY, MINUS_ONE, ONE, piecesAt, POINTS, readHeight, readWidth, tapAt, tapsOf, tilesAt, ZERO } from './axis';

/** Panels of a chunk: sixteen filters are a line of the cache. */
const PANELS: i32 = 2;

/** What tap `i` of `taps` gives to a point: rows (1 0 0), (½ ½ ½), (½ −½ ½), (0 0 1), or without the middle one. */
export function tapFactor(point: i32, i: i32, taps: i32): f32 {
  if (point == ZERO) return i == 0 ? 1 : 0;
  if (point == INFINITY) return i == taps - 1 ? 1 : 0;
  return point == MINUS_ONE && (i & 1) == 1 ? -0.5 : 0.5;
}

/** Four neighbouring filters' taps in one column of a piece, at one point along the height. */
// @ts-expect-error: decorator
@inline function alongHeight(source: usize, rowStep: usize, y: i32, rows: i32): v128 {
  if (y == ZERO) return v128.load(source);
  const last = v128.load(source + <usize>(rows - 1) * rowStep);
  if (y == INFINITY) return last;
  const middle = rows == 3 ? v128.load(source + rowStep) : last;
  const first = v128.load(source);
  const even = rows == 3 ? f32x4.add(first, last) : first;
  return f32x4.mul(y == ONE ? f32x4.add(even, middle) : f32x4.sub(even, middle), f32x4.splat(0.5));
}

/** And at all points along the width, to p0 … p3; p2 is written before p3 and may be the same. */
// @ts-expect-error: decorator
@inline function alongWidth(source: usize, rowStep: usize, step: usize, y: i32, rows: i32, columns: i32, p0: usize, p1: usize, p2: usize, p3: usize): void {
  const half = f32x4.splat(0.5);
  const first = alongHeight(source, rowStep, y, rows);
  const middle = alongHeight(source + step, rowStep, y, rows);
  const last = columns == 3 ? alongHeight(source + step * 2, rowStep, y, rows) : middle;
  const even = columns == 3 ? f32x4.add(first, last) : first;
  v128.store(p0, first);
  v128.store(p1, f32x4.mul(f32x4.add(even, middle), half));
  v128.store(p2, f32x4.mul(f32x4.sub(even, middle), half));
  v128.store(p3, last);
}

/** Where a piece begins at a point: for panel `at` of filters, or from channel `at` on. */
function panelAt(height: Axis, width: Axis, y: i32, x: i32, i: i32, j: i32, at: i32): usize {
  const across = piecesAt(width, x), first = (i * across + j) * int(3);
  const target = pointer(1) + (<usize>((y * POINTS + x) * int(7)) << 2);
  if (int(9) == 0) return target + (<usize>((at * piecesAt(height, y) * across * int(3) + first) * NR) << 2);
  const n = first + at;
  return target + (<usize>((n >> 3) * int(4) * NR + (n & 4)) << 2);
}

/**
 * Job: the filter [kernel height, kernel width, C, O] at all points, packed as the right operand of their products.
 * Forward, chunks are two panels of eight filters: [point, panel, K = pieces · C, 8]. For the gradient by the image they are
 * four channels: [point, panel of N = pieces · C, K = O, 8]. Halves of a panel that nothing belongs to are left alone:
 * what they give to products is never read.
 *
 * Integers: 1 result; 3 C; 4 O; 7 floats from one point to the next; 8 filter; 9 whether for the gradient;
 * 15 … and 20 … height and width: kernel, stride, zeros before, size, outputs.
 */
export function winogradFilter(chunk: i32): void {
  const height = readHeight(), width = readWidth();
  const filters = int(4), isGradient = int(9) != 0, at = chunk * (isGradient ? 4 : PANELS);
  const kernel = width.first + width.second, tap = <usize>(int(3) * filters) << 2;
  const from = pointer(8) + (<usize>(isGradient ? at * filters : at * NR) << 2);
  for (let y = 0; y < POINTS; y++) {
    if (tilesAt(height, y) == 0) continue;
    for (let i = 0; i < piecesAt(height, y); i++) {
      for (let j = 0; j < width.pieces; j++) {
        const source = from + <usize>(tapAt(height, i) * kernel + tapAt(width, j)) * tap;
        const rows = tapsOf(height, i), columns = tapsOf(width, j);
        const p0 = panelAt(height, width, y, 0, i, j, at), p1 = panelAt(height, width, y, 1, i, j, at);
        const p3 = panelAt(height, width, y, 3, i, j, at);
        const p2 = j < piecesAt(width, MINUS_ONE) ? panelAt(height, width, y, 2, i, j, at) : p3;
        const step = tap * width.stride, rowStep = tap * kernel * height.stride;
        if (isGradient) {
          packChannels(source, rowStep, step, y, rows, columns, filters, p0, p1, p2, p3);
          continue;
        }
        const panel = panelAt(height, width, y, 0, i, j, at + 1) - p0, panel2 = panelAt(height, width, y, 2, i, j, at + 1) - p2;
        packFilters(source, rowStep, step, y, rows, columns, filters, at * NR, p0, p1, p2, p3, panel, p2 == p3 ? panel : panel2);
      }
    }
  }
}

/**
 * Panels of filters, all channels: a cache line's worth of filters at a time, so that it is fetched once. `panel` is the
 * number of bytes from one panel to the next, and `panel2` that at the point −1.
 */
function packFilters(source: usize, rowStep: usize, step: usize, y: i32, rows: i32, columns: i32, filters: i32, filter: i32, p0: usize, p1: usize, p2: usize, p3: usize, panel: usize, panel2: usize): void {
  const end = min(filters - filter, PANELS * NR);
  for (let c = 0; c < int(3); c++) {
    for (let o = 0; o < end; o += 4) {
      const at = <usize>(o >> 3) * panel + (<usize>(c * NR + (o & 4)) << 2);
      const at2 = <usize>(o >> 3) * panel2 + (<usize>(c * NR + (o & 4)) << 2);
      alongWidth(source + (<usize>o << 2), rowStep, step, y, rows, columns, p0 + at, p1 + at, p2 + at2, p3 + at);
    }
    source += <usize>filters << 2;
  }
}

/** Four channels, all filters: transposed, four by four, on the way. */
function packChannels(source: usize, rowStep: usize, step: usize, y: i32, rows: i32, columns: i32, filters: i32, p0: usize, p1: usize, p2: usize, p3: usize): void {
  const stage = scratch + SCRATCH_WINOGRAD; // [point, channel, 4 filters]
  const end = <usize>(filters * NR) << 2;
  for (let at: usize = 0; at < end; at += NR * 16) {
    for (let c: usize = 0; c < 4; c++) {
      const here = stage + c * 16;
      alongWidth(source + c * (<usize>filters << 2), rowStep, step, y, rows, columns, here, here + 64, here + 128, here + 192);
    }
    transpose4(stage, 16, p0 + at, NR * 4);
    transpose4(stage + 64, 16, p1 + at, NR * 4);
    transpose4(stage + 128, 16, p2 + at, NR * 4);
    transpose4(stage + 192, 16, p3 + at, NR * 4);
    source += 16;
  }
}
