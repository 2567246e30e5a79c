/**
 * Convolutions with Winograd's minimal filtering, a few images at a time (axis.ts tells how). At each pair of points the
 * products of all tiles are one matrix product, [tiles, pieces · C] · [pieces · C, O], so transforms are small beside it.
 * The points along the height come one after the other: transforms, products and what they give stay in the cache.
 *
 * Integers of both jobs: 0 the image; 1 the filter's transform; 2 the outputs; 3 C; 4 O; 5 images; 6 images of a chunk;
 * 7 floats from one point of the filter to the next; 13 bias or 0, 14 activation; 15 … and 20 … height and width: kernel,
 * stride, zeros before, size, outputs; 25 … where in the scratch area: see image.ts; 31 rows that operands have room for.
 * Float 0: the slope of leaky ReLU.
 */
import { ACTIVATION_LINEAR } from '../../shared/codes';
import { KC, NR, WINOGRAD_ROW } from '../../shared/layout';
import { int, pointer } from '../arguments';
import { finish } from '../epilogue';
import { zeroFloats } from '../patches';
import { Axis, MINUS_ONE, ONE, piecesAt, POINTS, readHeight, readWidth, tilesAt, ZERO } from './axis';
import {
  clearBorders,
  gatherInputs,
  gatherOutputs,
  inputRow,
  inputsToOperands,
  lineOf,
  operand,
  outputsToOperands,
  product,
  productsToInputs,
  productsToOutputs,
  scatterInputs,
  scatterOutputs,
} from './image';
import { multiplyRows } from './microkernel';

/** Points along the height in the order in which they are summed: at 1 every output is set. */
// @ts-expect-error: decorator
@inline function inOrder(i: i32): i32 {
  return i == 0 ? ONE : i == 1 ? MINUS_ONE : i == 2 ? ZERO : 3;
}

/** Products of `rows` rows of tiles at point `y` along the height and each along the width. */
function multiplyPoints(height: Axis, width: Axis, y: i32, rows: i32, isGradient: bool): void {
  for (let x = 0; x < POINTS; x++) {
    const patch = piecesAt(height, y) * piecesAt(width, x) * int(3);
    const k = isGradient ? int(4) : patch, n = isGradient ? patch : int(4);
    const filter = pointer(1) + (<usize>((y * POINTS + x) * int(7)) << 2);
    for (let k0 = 0; k0 < k; k0 += KC) {
      multiplyRows(
        operand(x) + <usize>((k0 / KC) * int(31)) * WINOGRAD_ROW,
        filter + (<usize>(k0 * NR) << 2),
        <usize>(k * NR) << 2,
        min(KC, k - k0),
        product(x),
        lineOf(n),
        rows * tilesAt(width, x),
        n,
        k0 > 0,
      );
    }
  }
}

/** Job: the outputs of images `chunk` · int(6) …, with bias and activation. */
export function winogradForward(chunk: i32): void {
  const height = readHeight(), width = readWidth();
  const channels = int(3), filters = int(4), first = chunk * int(6), images = min(int(5) - first, int(6));
  const size = <usize>(height.size * width.size * channels) << 2, out = <usize>(height.out * width.out * filters) << 2;
  const x = pointer(0) + <usize>first * size, target = pointer(2) + <usize>first * out;
  clearBorders(height, width, channels, filters);
  for (let i = 0; i < POINTS; i++) {
    const y = inOrder(i), tiles = tilesAt(height, y);
    for (let row = 0; row < images * tiles; row++) {
      for (let piece = 0; piece < piecesAt(height, y); piece++) {
        gatherInputs(height, width, x + <usize>(row / tiles) * size, row % tiles, piece, y, channels, 0, channels);
        inputsToOperands(width, row, piece, channels);
      }
    }
    multiplyPoints(height, width, y, images * tiles, false);
    for (let row = 0; row < images * tiles; row++) {
      productsToOutputs(width, row, filters);
      scatterOutputs(height, width, target + <usize>(row / tiles) * out, row % tiles, y, filters);
    }
  }
  if (pointer(13) != 0 || int(14) != ACTIVATION_LINEAR) {
    finish(target, <usize>filters << 2, images * height.out * width.out, filters, 0);
  }
}

/** Job: the gradient of images `chunk` · int(6) …: the transpose of all that the forward job does. */
export function winogradInput(chunk: i32): void {
  const height = readHeight(), width = readWidth();
  const channels = int(3), filters = int(4), first = chunk * int(6), images = min(int(5) - first, int(6));
  const size = <usize>(height.size * width.size * channels) << 2, out = <usize>(height.out * width.out * filters) << 2;
  const dx = pointer(0) + <usize>first * size, dy = pointer(2) + <usize>first * out;
  clearBorders(height, width, channels, filters);
  zeroFloats(dx, <i32>(<usize>images * size >> 2));
  for (let i = 0; i < POINTS; i++) {
    const y = inOrder(i), tiles = tilesAt(height, y), pieces = piecesAt(height, y);
    for (let row = 0; row < images * tiles; row++) {
      gatherOutputs(height, width, dy + <usize>(row / tiles) * out, row % tiles, y, filters, 0, filters);
      outputsToOperands(width, row, filters);
    }
    multiplyPoints(height, width, y, images * tiles, true);
    for (let row = 0; row < images * tiles; row++) {
      for (let piece = 0; piece < pieces; piece++) {
        zeroFloats(inputRow(), (int(26) - int(25)) >> 2);
        productsToInputs(width, row, piece, pieces, channels);
        scatterInputs(height, width, dx + <usize>(row / tiles) * size, row % tiles, piece, y, channels);
      }
    }
  }
}
