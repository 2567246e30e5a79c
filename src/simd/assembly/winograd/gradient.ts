/**
 * The gradient by the filter: at each pair of points a product over all tiles, [pieces · C, tiles] · [tiles, O], then
 * the transpose of the filter's transform, along the width at once and along the height in a job of its own.
 */
import { int, pointer, scratch } from '../arguments';
import { Axis, inputAt, MINUS_ONE, ONE, outputsOf, piecesAt, POINTS, readHeight, readWidth, startOf, tapAt, tapsOf, tilesAt, ZERO, hasFour } from './axis';
import { inputsToPoints, outputsToPoints } from './columns';
import { tapFactor } from './filter';
import { clearBorders, gatherInputs, gatherOutputs, inputRow, lineOf, operand, outputRow, product } from './image';
import { multiplyColumns } from './microkernel';
import { addRows, setRow } from './rows';

// @ts-expect-error: decorator
@inline function outputOperand(x: i32): usize {
  return scratch + int(31) + x * int(32);
}

/** The row of inputs, [tiles, piece along the width, n] at each point. */
function inputsToColumns(width: Axis, row: i32, n: i32): void {
  const all = width.tiles, full = width.full, line = <usize>int(33);
  for (let tile = 0; tile < all; tile++) {
    const at = <usize>(row * all + tile) * line, at2 = <usize>(row * full + tile) * line;
    for (let j = 0; j < width.pieces; j++) {
      const source = inputRow() + (<usize>(inputAt(width, tile, j) * n) << 2);
      const column = <usize>(j * n) << 2;
      inputsToPoints(source, <usize>(width.stride * n) << 2, n, hasFour(width, tile, j), operand(0) + at + column, operand(1) + at + column, operand(2) + at2 + column, operand(3) + at + column);
    }
  }
}

/** The row of outputs, [tiles, n] at each point. */
function outputsToColumns(width: Axis, row: i32, n: i32): void {
  const all = width.tiles, full = width.full, line = <usize>int(34);
  for (let tile = 0; tile < all; tile++) {
    const source = outputRow() + (<usize>(startOf(width, tile) * n) << 2);
    const at = <usize>(row * all + tile) * line, at2 = <usize>(row * full + tile) * line;
    outputsToPoints(source, <usize>n << 2, n, outputsOf(width, tile), tile < full, outputOperand(0) + at, outputOperand(1) + at, outputOperand(2) + at2, outputOperand(3) + at);
  }
}

/** What the points along the width give to each tap: [kernel width, C, O] at `target`, for channels c0 … and filters o0 …. */
function pointsToTaps(width: Axis, target: usize, c0: i32, n: i32, o0: i32, filters: i32): void {
  const tapSize = <usize>(int(3) * int(4)) << 2, line = lineOf(filters);
  for (let j = 0; j < width.pieces; j++) {
    const taps = tapsOf(width, j);
    for (let i = 0; i < taps; i++) {
      const tap = target + <usize>(tapAt(width, j) + width.stride * i) * tapSize;
      for (let c = 0; c < n; c++) {
        const row = tap + (<usize>((c0 + c) * int(4) + o0) << 2);
        const source = <usize>(j * n + c) * line;
        // Point 1 gives to every tap.
        setRow(row, product(ONE) + source, tapFactor(ONE, i, taps), filters);
        for (let x = 0; x < POINTS; x++) {
          const factor = tapFactor(x, i, taps);
          if (x == ONE || factor == 0 || tilesAt(width, x) == 0 || j >= piecesAt(width, x)) continue;
          addRows(row, row, product(x) + source, factor, filters);
        }
      }
    }
  }
}

// @ts-expect-error: decorator
@inline function blocksOf(n: i32, block: i32): i32 {
  return (n + block - 1) / block;
}

/**
 * Job: one point and one piece along the height, some channels and some filters; all images, a few at a time.
 *
 * Integers as in conv.ts, but: 1 result [point, piece, kernel width, C, O]; 6 images at a time; 8 and 9 channels and
 * filters of a chunk; 29 and 30 sums over tiles; 31 and 32 outputs, by point along the width; 33 and 34 bytes from one
 * tile to the next, of inputs and of outputs.
 */
export function winogradShares(chunk: i32): void {
  const height = readHeight(), width = readWidth();
  const channels = int(3), filters = int(4), images = int(5);
  const acrossO = blocksOf(filters, int(9)), acrossC = blocksOf(channels, int(8));
  const o0 = (chunk % acrossO) * int(9), c0 = (chunk / acrossO % acrossC) * int(8);
  const on = min(int(9), filters - o0), n = min(int(8), channels - c0);
  const pair = chunk / (acrossO * acrossC), piece = pair % height.pieces;
  // The point with the fewest tiles or pieces comes first, because chunks are taken from the end.
  const index = pair / height.pieces;
  const y = index == 0 ? MINUS_ONE : index == 1 ? ZERO : index == 2 ? ONE : 3;
  const tiles = tilesAt(height, y);
  if (tiles == 0 || piece >= piecesAt(height, y)) return;
  const size = <usize>(height.size * width.size * channels) << 2, out = <usize>(height.out * width.out * filters) << 2;
  clearBorders(height, width, channels, filters);
  for (let image = 0; image < images; image += int(6)) {
    const rows = min(int(6), images - image) * tiles;
    for (let row = 0; row < rows; row++) {
      const at = <usize>(image + row / tiles);
      gatherInputs(height, width, pointer(0) + at * size, row % tiles, piece, y, channels, c0, n);
      inputsToColumns(width, row, n);
      gatherOutputs(height, width, pointer(2) + at * out, row % tiles, y, filters, o0, on);
      outputsToColumns(width, row, on);
    }
    for (let x = 0; x < POINTS; x++) {
      multiplyColumns(operand(x), int(33), outputOperand(x), int(34), rows * tilesAt(width, x), product(x), lineOf(on), piecesAt(width, x) * n, on, image > 0);
    }
  }
  const kernel = width.first + width.second;
  const target = pointer(1) + (<usize>((y * height.pieces + piece) * kernel * channels * filters) << 2);
  pointsToTaps(width, target, c0, n, o0, on);
}

/** Job: tap number `chunk` of the gradient, for all channels and filters: what the points along the height give to it. */
export function winogradSum(chunk: i32): void {
  const height = readHeight(), width = readWidth();
  const kernel = width.first + width.second, size = int(3) * int(4);
  const row = chunk / kernel, column = chunk % kernel;
  const piece = height.stride == 1 ? i32(row >= height.first) : row & 1;
  const i = (row - tapAt(height, piece)) / height.stride, taps = tapsOf(height, piece);
  const target = pointer(8) + (<usize>(chunk * size) << 2);
  for (let point = 0; point < POINTS; point++) {
    // Point 1 gives to every tap.
    const y = point < 2 ? 1 - point : point;
    const factor = tapFactor(y, i, taps);
    if (factor == 0 || tilesAt(height, y) == 0 || piece >= piecesAt(height, y)) continue;
    const source = pointer(1) + (<usize>(((y * height.pieces + piece) * kernel + column) * size) << 2);
    if (y == ONE) setRow(target, source, factor, size);
    else addRows(target, target, source, factor, size);
  }
}
