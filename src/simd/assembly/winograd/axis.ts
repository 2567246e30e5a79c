/**
 * How one side of a convolution is cut for Winograd's minimal filtering (Winograd 1980; Lavin and Gray 2016,
 * arXiv 1509.09308), always at the points 0, 1, −1 and ∞.
 *
 * The kernel falls into one or two pieces of two or three taps, each a convolution of stride 1 whose outputs are summed:
 * with stride 2 the even and the odd taps, which see every other pixel; with stride 1 the first half and the second.
 * The outputs are cut into tiles. A tile of m outputs needs m + r − 1 points for a piece of r taps:
 *
 *     kernels whose first piece has two taps: tiles of 3 (four points) and, where 3 does not divide, of 2 (without −1)
 *     kernels whose first piece has three:    tiles of 2; a second piece of two taps does without −1
 *
 * What belongs to one point is summed over pieces before it is transformed back, because the outputs' transform depends on
 * points and tile alone. Tiles and pieces that have the point −1 come first.
 */
import { int, scratch } from '../arguments';

/** Points, in the order of their indices. */
export const ZERO: i32 = 0;
export const ONE: i32 = 1;
export const MINUS_ONE: i32 = 2;
export const INFINITY: i32 = 3;
export const POINTS: i32 = 4;

/** Lies in a thread's scratch area. */
@unmanaged
export class Axis {
  stride: i32;
  /** Zeros before the image, and the image's size. */
  before: i32;
  size: i32;
  out: i32;
  /** Taps of both pieces, and the second one's first tap. */
  first: i32;
  second: i32;
  secondAt: i32;
  pieces: i32;
  /** Outputs of a full tile, the number of these, and of all. */
  outputs: i32;
  full: i32;
  tiles: i32;
}

/** Reads integers `at` …: kernel, stride, zeros before, size, outputs. */
function readAxis(axis: Axis, at: i32): void {
  const kernel = int(at), stride = int(at + 1), out = int(at + 4);
  const first = stride == 1 && kernel <= 3 ? kernel : (kernel + 1) >> 1;
  axis.stride = stride;
  axis.before = int(at + 2);
  axis.size = int(at + 3);
  axis.out = out;
  axis.first = first;
  axis.second = kernel - first;
  axis.secondAt = stride == 1 ? first : 1;
  axis.pieces = kernel > first ? 2 : 1;
  axis.outputs = 5 - first;
  // All tiles of 2 are full where the first piece has three taps; else out = 3 · full + 2 · others, with most full ones.
  axis.tiles = (out + axis.outputs - 1) / axis.outputs;
  axis.full = first == 3 ? axis.tiles : max(0, out - 2 * axis.tiles);
}

// @ts-expect-error: decorator
@inline export function tilesAt(axis: Axis, point: i32): i32 {
  return point == MINUS_ONE ? axis.full : axis.tiles;
}

// @ts-expect-error: decorator
@inline export function piecesAt(axis: Axis, point: i32): i32 {
  return point == MINUS_ONE && axis.first > axis.second ? 1 : axis.pieces;
}

// @ts-expect-error: decorator
@inline export function outputsOf(axis: Axis, tile: i32): i32 {
  return tile < axis.full ? axis.outputs : 2;
}

/** First output of a tile. */
// @ts-expect-error: decorator
@inline export function startOf(axis: Axis, tile: i32): i32 {
  return tile < axis.full ? tile * axis.outputs : axis.full * axis.outputs + (tile - axis.full) * 2;
}

// @ts-expect-error: decorator
@inline export function tapsOf(axis: Axis, piece: i32): i32 {
  return piece == 0 ? axis.first : axis.second;
}

/** First tap of a piece; the others follow `stride` apart. */
// @ts-expect-error: decorator
@inline export function tapAt(axis: Axis, piece: i32): i32 {
  return piece == 0 ? 0 : axis.secondAt;
}

/** Whether a tile has all four points with a piece, that is, four inputs. */
// @ts-expect-error: decorator
@inline export function hasFour(axis: Axis, tile: i32, piece: i32): bool {
  return outputsOf(axis, tile) + tapsOf(axis, piece) == 5;
}

/** Where in the zero-padded image a tile's inputs for a piece begin; they follow `stride` apart. */
// @ts-expect-error: decorator
@inline export function inputAt(axis: Axis, tile: i32, piece: i32): i32 {
  return axis.stride * startOf(axis, tile) + tapAt(axis, piece);
}

// Both sides, for the job that runs.

export function readHeight(): Axis {
  const axis = changetype<Axis>(scratch);
  readAxis(axis, 15);
  return axis;
}

export function readWidth(): Axis {
  const axis = changetype<Axis>(scratch + offsetof<Axis>());
  readAxis(axis, 20);
  return axis;
}
