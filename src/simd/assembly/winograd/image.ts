/** Between images and the rows of the products: transforms along the height, then along the width, and back. */
import { KC, SCRATCH_WINOGRAD, WINOGRAD_ROW } from '../../shared/layout';
import { int, pointer, scratch } from '../arguments';
import { zeroFloats } from '../patches';
import { Axis, hasFour, inputAt, INFINITY, MINUS_ONE, ONE, outputsOf, piecesAt, startOf, tilesAt, ZERO } from './axis';
import { inputsToPoints, outputsToPoints, pointsToInputs, pointsToOutputs } from './columns';
import { addRows, addThree, firstInput, inputSign, outputSign, secondInput, setRow } from './rows';

// Where in the scratch area, all in bytes: a row of zeros; one row of the padded image, one of the outputs, both transformed
// along the height; what is multiplied, by point along the width; and products, by point along the width.
// @ts-expect-error: decorator
@inline export const ZEROS: usize = SCRATCH_WINOGRAD;
// @ts-expect-error: decorator
@inline export function inputRow(): usize {
  return scratch + int(25);
}
// @ts-expect-error: decorator
@inline export function outputRow(): usize {
  return scratch + int(26);
}
// @ts-expect-error: decorator
@inline export function operand(x: i32): usize {
  return scratch + int(27) + x * int(28);
}
// @ts-expect-error: decorator
@inline export function product(x: i32): usize {
  return scratch + int(29) + x * int(30);
}

/** Address of column `k` of row `row` among `int(31)` rows of blocks of KC columns. */
// @ts-expect-error: decorator
@inline function blocked(x: i32, row: i32, k: i32): usize {
  return operand(x) + <usize>((k / KC) * int(31) + row) * WINOGRAD_ROW + (<usize>(k % KC) << 2);
}

/** Zeros where the transforms read what no image has. */
export function clearBorders(height: Axis, width: Axis, channels: i32, filters: i32): void {
  zeroFloats(scratch + ZEROS, max(width.size * channels, width.out * filters));
  zeroFloats(inputRow(), (int(26) - int(25)) >> 2);
  zeroFloats(outputRow(), (int(27) - int(26)) >> 2);
}

/** Pixels of the image that any tile sees: a stride may leave some out at the right. */
function seen(width: Axis): i32 {
  const span = width.stride * (startOf(width, width.tiles - 1) + outputsOf(width, width.tiles - 1) - 1) + width.first + width.second;
  return min(width.size, span - width.before);
}

/** One row of tiles of an image [height, width, C], for channels c0 … of one piece, at point `y`, into the row of inputs. */
export function gatherInputs(height: Axis, width: Axis, image: usize, tile: i32, piece: i32, y: i32, channels: i32, c0: i32, n: i32): void {
  const top = inputAt(height, tile, piece) - height.before;
  const a = top + firstInput(y) * height.stride;
  const b = top + secondInput(y, hasFour(height, tile, piece)) * height.stride;
  const row = <usize>(width.size * channels) << 2;
  const from = <usize>c0 << 2;
  const zeros = scratch + ZEROS;
  let first = a >= 0 && a < height.size ? image + <usize>a * row + from : zeros;
  let second = b >= 0 && b < height.size ? image + <usize>b * row + from : zeros;
  let target = inputRow() + (<usize>(width.before * n) << 2);
  if (n == channels) {
    addRows(target, first, second, inputSign(y), seen(width) * channels);
    return;
  }
  const step = <usize>channels << 2;
  for (let i = 0; i < seen(width); i++) {
    addRows(target, first, second, inputSign(y), n);
    target += <usize>n << 2;
    // Zeros are as long as a row of the whole image.
    first += step;
    second += step;
  }
}

/** The transpose, all channels: adds the row of inputs to the two rows of the image that it came of. */
export function scatterInputs(height: Axis, width: Axis, image: usize, tile: i32, piece: i32, y: i32, channels: i32): void {
  const top = inputAt(height, tile, piece) - height.before;
  const a = top + firstInput(y) * height.stride;
  const b = top + secondInput(y, hasFour(height, tile, piece)) * height.stride;
  const row = <usize>(width.size * channels) << 2;
  const source = inputRow() + (<usize>(width.before * channels) << 2);
  const n = seen(width) * channels;
  if (a >= 0 && a < height.size) addRows(image + <usize>a * row, image + <usize>a * row, source, 1, n);
  if (b >= 0 && b < height.size) addRows(image + <usize>b * row, image + <usize>b * row, source, inputSign(y), n);
}

/** One row of tiles of the outputs [out height, out width, O], for filters o0 … at point `y`, into the row of outputs. */
export function gatherOutputs(height: Axis, width: Axis, image: usize, tile: i32, y: i32, filters: i32, o0: i32, n: i32): void {
  const outputs = outputsOf(height, tile), start = startOf(height, tile);
  const row = <usize>(width.out * filters) << 2;
  const pixels = n == filters ? 1 : width.out;
  const run = n == filters ? width.out * filters : n;
  for (let pixel = 0; pixel < pixels; pixel++) {
    const from = image + (<usize>(pixel * filters + o0) << 2);
    const target = outputRow() + (<usize>(pixel * run) << 2);
    const zeros = scratch + ZEROS;
    const y0 = from + <usize>start * row;
    const y1 = start + 1 < height.out ? y0 + row : zeros;
    const y2 = outputs == 3 ? y0 + row * 2 : zeros;
    if (y == ZERO) setRow(target, y0, 1, run);
    else if (y == INFINITY) setRow(target, outputs == 3 ? y2 : y1, -1, run);
    else addThree(target, y0, y1, y2, y == ONE ? 1 : -1, run);
  }
}

/** The transpose, all filters: sets rows of outputs at the point 1, which comes first, and adds to them at the others. */
export function scatterOutputs(height: Axis, width: Axis, image: usize, tile: i32, y: i32, filters: i32): void {
  const outputs = outputsOf(height, tile), start = startOf(height, tile);
  const n = width.out * filters;
  for (let i = 0; i < min(outputs, height.out - start); i++) {
    const sign = outputSign(y, i, outputs);
    if (sign == 0) continue;
    const target = image + (<usize>((start + i) * n) << 2);
    if (y == ONE) setRow(target, outputRow(), sign, n);
    else addRows(target, target, outputRow(), sign, n);
  }
}

/** The row of inputs as one row of operands for each tile: columns (piece along the height, along the width, channel). */
export function inputsToOperands(width: Axis, row: i32, piece: i32, channels: i32): void {
  const step = <usize>(width.stride * channels) << 2;
  const many = width.pieces, few = piecesAt(width, MINUS_ONE);
  const all = tilesAt(width, ONE), full = tilesAt(width, MINUS_ONE);
  for (let tile = 0; tile < all; tile++) {
    for (let j = 0; j < many; j++) {
      const source = inputRow() + (<usize>(inputAt(width, tile, j) * channels) << 2);
      const four = hasFour(width, tile, j);
      const k = (piece * many + j) * channels, k2 = (piece * few + j) * channels;
      const at = row * all + tile, at2 = row * full + tile;
      // Runs that lie in one block of columns.
      for (let c = 0, n = 0; c < channels; c += n) {
        n = min(channels - c, KC - (k + c) % KC);
        if (four) n = min(n, KC - (k2 + c) % KC);
        const p2 = four ? blocked(2, at2, k2 + c) : 0;
        inputsToPoints(source + (<usize>c << 2), step, n, four, blocked(0, at, k + c), blocked(1, at, k + c), p2, blocked(3, at, k + c));
      }
    }
  }
}

/** The transpose, from products; the row of inputs must be zeros. */
export function productsToInputs(width: Axis, row: i32, piece: i32, pieces: i32, channels: i32): void {
  const step = <usize>(width.stride * channels) << 2;
  const many = width.pieces, few = piecesAt(width, MINUS_ONE);
  const all = tilesAt(width, ONE), full = tilesAt(width, MINUS_ONE);
  const line = lineOf(pieces * many * channels), line2 = lineOf(pieces * few * channels);
  for (let tile = 0; tile < all; tile++) {
    for (let j = 0; j < many; j++) {
      const target = inputRow() + (<usize>(inputAt(width, tile, j) * channels) << 2);
      const at = <usize>(row * all + tile) * line + (<usize>((piece * many + j) * channels) << 2);
      const at2 = <usize>(row * full + tile) * line2 + (<usize>((piece * few + j) * channels) << 2);
      pointsToInputs(target, step, channels, hasFour(width, tile, j), product(0) + at, product(1) + at, product(2) + at2, product(3) + at);
    }
  }
}

/** The row of outputs as one row of operands for each tile. */
export function outputsToOperands(width: Axis, row: i32, filters: i32): void {
  const all = width.tiles, full = width.full;
  for (let tile = 0; tile < all; tile++) {
    const source = outputRow() + (<usize>(startOf(width, tile) * filters) << 2);
    const at = row * all + tile, at2 = row * full + tile;
    for (let o = 0; o < filters; o += KC) {
      const n = min(KC, filters - o);
      outputsToPoints(source + (<usize>o << 2), <usize>filters << 2, n, outputsOf(width, tile), tile < full, blocked(0, at, o), blocked(1, at, o), blocked(2, at2, o), blocked(3, at, o));
    }
  }
}

/** The transpose, from products. */
export function productsToOutputs(width: Axis, row: i32, filters: i32): void {
  const all = width.tiles, full = width.full, line = lineOf(filters);
  for (let tile = 0; tile < all; tile++) {
    const target = outputRow() + (<usize>(startOf(width, tile) * filters) << 2);
    const at = <usize>(row * all + tile) * line, at2 = <usize>(row * full + tile) * line;
    pointsToOutputs(target, <usize>filters << 2, filters, outputsOf(width, tile), tile < full, product(0) + at, product(1) + at, product(2) + at2, product(3) + at);
  }
}

/** Bytes from one row of products to the next: whole register tiles. */
export function lineOf(columns: i32): usize {
  return <usize>((columns + 7) & ~7) << 2;
}
