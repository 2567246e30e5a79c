/** The filter's transform, and its transpose. */
import { NR } from '../../shared/layout';
import { int, pointer } from '../arguments';
import { storeTransposed } from '../pack';
import { INFINITY, MINUS_ONE, ONE, piecesAt, POINTS, readHeight, readWidth, tapAt, tapsOf, tilesAt, ZERO } from './axis';

/** What tap `i` of `taps` gives to a point: rows (1 0 0), (½ ½ ½), (½ −½ ½), (0 0 1), or without the middle one. */
export function tapFactor(point: i32, i: i32, taps: i32): f32 {
  if (point == ZERO) return i == 0 ? 1 : 0;
  if (point == INFINITY) return i == taps - 1 ? 1 : 0;
  return point == MINUS_ONE && (i & 1) == 1 ? -0.5 : 0.5;
}

/** Four neighbouring filters' taps of one piece, `rowStep` and `step` bytes apart, at one point. */
function atPoint(source: usize, rowStep: usize, step: usize, y: i32, x: i32, rows: i32, columns: i32): v128 {
  const iEnd = y == ZERO ? 1 : rows, jEnd = x == ZERO ? 1 : columns;
  let sum = f32x4.splat(0);
  for (let i = y == INFINITY ? rows - 1 : 0; i < iEnd; i++) {
    for (let j = x == INFINITY ? columns - 1 : 0; j < jEnd; j++) {
      const tap = v128.load(source + <usize>i * rowStep + <usize>j * step);
      const isNegative = (y == MINUS_ONE ? i & 1 : 0) != (x == MINUS_ONE ? j & 1 : 0);
      sum = isNegative ? f32x4.sub(sum, tap) : f32x4.add(sum, tap);
    }
  }
  const half = (y == ONE || y == MINUS_ONE ? <f32>0.5 : 1) * (x == ONE || x == MINUS_ONE ? <f32>0.5 : 1);
  return f32x4.mul(sum, f32x4.splat(half));
}

/** Filters `filter` … of one piece at one point, for channels `from` … `to`: [channels, 8 filters]. */
function panelOf(source: usize, target: usize, channels: i32, filters: i32, filter: i32, rowStep: usize, step: usize, y: i32, x: i32, rows: i32, columns: i32): void {
  const hasBoth = filter + 4 < filters;
  source += <usize>filter << 2;
  for (let c = 0; c < channels; c++) {
    v128.store(target, atPoint(source, rowStep, step, y, x, rows, columns));
    v128.store(target, hasBoth ? atPoint(source + 16, rowStep, step, y, x, rows, columns) : f32x4.splat(0), 16);
    source += <usize>filters << 2;
    target += NR * 4;
  }
}

/** Four channels of one piece at one point, for all filters: half a panel [filters, 8 channels]. */
function halfPanelOf(source: usize, target: usize, filters: i32, rowStep: usize, step: usize, y: i32, x: i32, rows: i32, columns: i32): void {
  const next = <usize>filters << 2;
  for (let o = 0; o < filters; o += 4) {
    storeTransposed(
      atPoint(source, rowStep, step, y, x, rows, columns),
      atPoint(source + next, rowStep, step, y, x, rows, columns),
      atPoint(source + next * 2, rowStep, step, y, x, rows, columns),
      atPoint(source + next * 3, rowStep, step, y, x, rows, columns),
      target,
      NR * 4,
    );
    source += 16;
    target += NR * 16;
  }
}

/**
 * Job: the filter [kernel height, kernel width, C, O] at all points, packed as the right operand of their products.
 * Forward, chunks are panels of eight filters: [point, panel, K = pieces · C, 8]. For the gradient by the image they are
 * eight channels: [point, panel of N = pieces · C, K = O, 8].
 *
 * Integers: 1 result; 3 C; 4 O; 7 floats from one point to the next; 8 filter; 9 whether for the gradient;
 * 15 … and 20 … height and width: kernel, stride, zeros before, size, outputs.
 */
export function winogradFilter(chunk: i32): void {
  const height = readHeight(), width = readWidth();
  const channels = int(3), filters = int(4), isGradient = int(9) != 0;
  const tap = <usize>(channels * filters) << 2;
  const step = tap * width.stride, rowStep = tap * (width.first + width.second) * height.stride;
  for (let y = 0; y < POINTS; y++) {
    for (let x = 0; x < POINTS; x++) {
      if (tilesAt(height, y) == 0 || tilesAt(width, x) == 0) continue;
      const target = pointer(1) + (<usize>((y * POINTS + x) * int(7)) << 2);
      const across = piecesAt(width, x);
      const k = piecesAt(height, y) * across * channels;
      for (let i = 0; i < piecesAt(height, y); i++) {
        for (let j = 0; j < across; j++) {
          const at = <usize>(tapAt(height, i) * (width.first + width.second) + tapAt(width, j));
          const source = pointer(8) + at * tap;
          const rows = tapsOf(height, i), columns = tapsOf(width, j);
          const first = (i * across + j) * channels;
          if (!isGradient) {
            const panel = target + (<usize>((chunk * k + first) * NR) << 2);
            panelOf(source, panel, channels, filters, chunk * NR, rowStep, step, y, x, rows, columns);
            continue;
          }
          for (let c = chunk * NR; c < min(channels, (chunk + 1) * NR); c += 4) {
            const n = first + c;
            const half = target + (<usize>((n >> 3) * filters * NR + (n & 4)) << 2);
            halfPanelOf(source + (<usize>(c * filters) << 2), half, filters, rowStep, step, y, x, rows, columns);
          }
        }
      }
    }
  }
}
