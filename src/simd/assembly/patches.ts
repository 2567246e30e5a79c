/**
 * The matrix that a convolution multiplies: one row for each output pixel (image, oh, ow), one column for
 * each tap and channel (kh, kw, c) of its window. It is never stored whole; blocks are gathered on demand.
 */
import { int, pointer } from './arguments';

/** Where a convolution's geometry begins among the job's integers. */
export const GEOMETRY = 24;

// The image [height, width, channels], the window, and the output's size.
// @ts-expect-error: decorator
@inline const IMAGE = GEOMETRY;
// @ts-expect-error: decorator
@inline const HEIGHT = GEOMETRY + 1;
// @ts-expect-error: decorator
@inline const WIDTH = GEOMETRY + 2;
// @ts-expect-error: decorator
@inline const CHANNELS = GEOMETRY + 3;
// @ts-expect-error: decorator
@inline const KERNEL_WIDTH = GEOMETRY + 4;
// @ts-expect-error: decorator
@inline const STRIDE_HEIGHT = GEOMETRY + 5;
// @ts-expect-error: decorator
@inline const STRIDE_WIDTH = GEOMETRY + 6;
// @ts-expect-error: decorator
@inline const PAD_TOP = GEOMETRY + 7;
// @ts-expect-error: decorator
@inline const PAD_LEFT = GEOMETRY + 8;
// @ts-expect-error: decorator
@inline const DILATION_HEIGHT = GEOMETRY + 9;
// @ts-expect-error: decorator
@inline const DILATION_WIDTH = GEOMETRY + 10;
// @ts-expect-error: decorator
@inline const OUT_HEIGHT = GEOMETRY + 11;
// @ts-expect-error: decorator
@inline const OUT_WIDTH = GEOMETRY + 12;

function copyFloats(target: usize, source: usize, n: i32): void {
  let i = 0;
  for (; i + 4 <= n; i += 4) v128.store(target + (<usize>i << 2), v128.load(source + (<usize>i << 2)));
  for (; i < n; i++) store<f32>(target + (<usize>i << 2), load<f32>(source + (<usize>i << 2)));
}

function addFloats(target: usize, source: usize, n: i32): void {
  let i = 0;
  for (; i + 4 <= n; i += 4) {
    const t = target + (<usize>i << 2);
    v128.store(t, f32x4.add(v128.load(t), v128.load(source + (<usize>i << 2))));
  }
  for (; i < n; i++) {
    const t = target + (<usize>i << 2);
    store<f32>(t, load<f32>(t) + load<f32>(source + (<usize>i << 2)));
  }
}

function zeroFloats(target: usize, n: i32): void {
  let i = 0;
  for (; i + 4 <= n; i += 4) v128.store(target + (<usize>i << 2), i64x2.splat(0));
  for (; i < n; i++) store<f32>(target + (<usize>i << 2), 0);
}

/**
 * Walks columns [k0, k0 + k) of one row in runs that are contiguous in the image, and copies them to
 * (`scatter` false) or adds them from (`scatter` true) `row`. Taps outside of the image read as zero.
 */
function walkRow(pixel: i32, k0: i32, k: i32, row: usize, scatter: bool): void {
  const channels = int(CHANNELS), width = int(WIDTH), height = int(HEIGHT);
  const perRow = int(KERNEL_WIDTH) * channels;
  const outWidth = int(OUT_WIDTH), dilationWidth = int(DILATION_WIDTH);
  const ow = pixel % outWidth;
  const line = pixel / outWidth;
  const oh = line % int(OUT_HEIGHT);
  const image = line / int(OUT_HEIGHT);
  const top = oh * int(STRIDE_HEIGHT) - int(PAD_TOP);
  const left = ow * int(STRIDE_WIDTH) - int(PAD_LEFT);
  const end = k0 + k;
  let at = k0;
  while (at < end) {
    const kh = at / perRow;
    const inLine = at - kh * perRow;
    const kw = inLine / channels;
    const ih = top + kh * int(DILATION_HEIGHT);
    const iw = left + kw * dilationWidth;
    const inside = ih >= 0 && ih < height && iw >= 0 && iw < width;
    // Without dilation, taps side by side lie side by side in the image too: one run to the image's edge.
    let taps = 1;
    if (dilationWidth == 1 && inside) taps = min(int(KERNEL_WIDTH) - kw, width - iw);
    const run = min((kw + taps) * channels - inLine, end - at);
    const there = row + (<usize>(at - k0) << 2);
    const here = pointer(IMAGE) + (<usize>(((image * height + ih) * width + iw) * channels + inLine - kw * channels) << 2);
    if (!inside) {
      if (!scatter) zeroFloats(there, run);
    } else if (scatter) addFloats(here, there, run);
    else copyFloats(there, here, run);
    at += run;
  }
}

/** Gathers rows [row0, row0 + rows) × columns [k0, k0 + k) into `target` [rows, k]. */
export function gatherPatches(row0: i32, rows: i32, k0: i32, k: i32, target: usize): void {
  for (let i = 0; i < rows; i++) walkRow(row0 + i, k0, k, target + (<usize>(i * k) << 2), false);
}

/** The transpose of gathering: adds `source` [rows, k] to the image's elements that it stands for. */
export function scatterPatches(row0: i32, rows: i32, k0: i32, k: i32, source: usize): void {
  for (let i = 0; i < rows; i++) walkRow(row0 + i, k0, k, source + (<usize>(i * k) << 2), true);
}

/** Fills image number `image` with zeros. */
export function clearImage(image: i32): void {
  const size = int(HEIGHT) * int(WIDTH) * int(CHANNELS);
  zeroFloats(pointer(IMAGE) + (<usize>(image * size) << 2), size);
}

/** Output pixels of one image. */
export function pixelsOfImage(): i32 {
  return int(OUT_HEIGHT) * int(OUT_WIDTH);
}
