/**
 * The matrix that a convolution multiplies: one row for each output pixel (image, oh, ow), one column for
 * each tap and channel (kh, kw, c) of its window. It is never stored whole; blocks are gathered on demand.
 */
import { int, pointer } from './arguments';

/** Where a convolution's geometry begins among the job's integers. */
export const GEOMETRY = 24;

// The image [height, width, channels], the window, and the output's size.
// @ts-expect-error: decorator
@inline export const IMAGE = GEOMETRY;
// @ts-expect-error: decorator
@inline export const HEIGHT = GEOMETRY + 1;
// @ts-expect-error: decorator
@inline export const WIDTH = GEOMETRY + 2;
// @ts-expect-error: decorator
@inline export const CHANNELS = GEOMETRY + 3;
// @ts-expect-error: decorator
@inline export const KERNEL_WIDTH = GEOMETRY + 4;
// @ts-expect-error: decorator
@inline export const STRIDE_HEIGHT = GEOMETRY + 5;
// @ts-expect-error: decorator
@inline export const STRIDE_WIDTH = GEOMETRY + 6;
// @ts-expect-error: decorator
@inline const PAD_TOP = GEOMETRY + 7;
// @ts-expect-error: decorator
@inline const PAD_LEFT = GEOMETRY + 8;
// @ts-expect-error: decorator
@inline const DILATION_HEIGHT = GEOMETRY + 9;
// @ts-expect-error: decorator
@inline const DILATION_WIDTH = GEOMETRY + 10;
// @ts-expect-error: decorator
@inline export const OUT_HEIGHT = GEOMETRY + 11;
// @ts-expect-error: decorator
@inline export const OUT_WIDTH = GEOMETRY + 12;

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

export function zeroFloats(target: usize, n: i32): void {
  let i = 0;
  for (; i + 4 <= n; i += 4) v128.store(target + (<usize>i << 2), i64x2.splat(0));
  for (; i < n; i++) store<f32>(target + (<usize>i << 2), 0);
}

/** Copies `n` floats, or adds them to where they come from. */
// @ts-expect-error: decorator
@inline function move(there: usize, here: usize, n: i32, scatter: bool): void {
  if (scatter) addFloats(here, there, n);
  else copyFloats(there, here, n);
}

/**
 * Walks rows [row0, row0 + rows) × columns [k0, k0 + k) of the matrix in runs that are contiguous in the image, and copies
 * them to (`scatter` false) or adds them from (`scatter` true) `block` [rows, k]. Taps outside of the image read as zero.
 *
 * Where there are few channels a run is a few numbers long: nothing is divided on the way from one to the next.
 */
function walkRows(row0: i32, rows: i32, k0: i32, k: i32, block: usize, scatter: bool): void {
  const image = pointer(IMAGE);
  const height = int(HEIGHT), width = int(WIDTH), channels = int(CHANNELS);
  const kernelWidth = int(KERNEL_WIDTH);
  const outHeight = int(OUT_HEIGHT), outWidth = int(OUT_WIDTH);
  const strideHeight = int(STRIDE_HEIGHT), strideWidth = int(STRIDE_WIDTH);
  const dilationHeight = int(DILATION_HEIGHT), dilationWidth = int(DILATION_WIDTH);
  const perLine = kernelWidth * channels;
  const firstLine = k0 / perLine;
  const firstInLine = k0 - firstLine * perLine;
  const line = row0 / outWidth;
  let ow = row0 - line * outWidth;
  let imageAt = line / outHeight;
  let oh = line - imageAt * outHeight;
  for (let i = 0; i < rows; i++) {
    const left = ow * strideWidth - int(PAD_LEFT);
    let ih = oh * strideHeight - int(PAD_TOP) + firstLine * dilationHeight;
    let inLine = firstInLine;
    let at = block + (<usize>(i * k) << 2);
    const end = at + (<usize>k << 2);
    while (at < end) {
      const whole = min(perLine - inLine, <i32>((end - at) >> 2));
      const pixels = image + (<usize>((imageAt * height + ih) * width * channels) << 2);
      if (ih < 0 || ih >= height) {
        if (!scatter) zeroFloats(at, whole);
      } else if (dilationWidth == 1) {
        // Taps side by side lie side by side in the image too: one run, between what sticks out on both sides.
        const begin = left * channels + inLine;
        const before = min(whole, max(0, -begin));
        const inside = max(0, min(whole, width * channels - begin) - before);
        if (!scatter) {
          zeroFloats(at, before);
          zeroFloats(at + (<usize>(before + inside) << 2), whole - before - inside);
        }
        move(at + (<usize>before << 2), pixels + (<usize>(begin + before) << 2), inside, scatter);
      } else {
        for (let done = 0; done < whole; ) {
          const kw = (inLine + done) / channels;
          const channel = inLine + done - kw * channels;
          const run = min(channels - channel, whole - done);
          const iw = left + kw * dilationWidth;
          const there = at + (<usize>done << 2);
          if (iw >= 0 && iw < width) move(there, pixels + (<usize>(iw * channels + channel) << 2), run, scatter);
          else if (!scatter) zeroFloats(there, run);
          done += run;
        }
      }
      at += <usize>whole << 2;
      inLine = 0;
      ih += dilationHeight;
    }
    ow++;
    if (ow == outWidth) {
      ow = 0;
      oh++;
      if (oh == outHeight) {
        oh = 0;
        imageAt++;
      }
    }
  }
}

/** Gathers rows [row0, row0 + rows) × columns [k0, k0 + k) into `target` [rows, k]. */
export function gatherPatches(row0: i32, rows: i32, k0: i32, k: i32, target: usize): void {
  walkRows(row0, rows, k0, k, target, false);
}

/** The transpose of gathering: adds `source` [rows, k] to the image's elements that it stands for. */
export function scatterPatches(row0: i32, rows: i32, k0: i32, k: i32, source: usize): void {
  walkRows(row0, rows, k0, k, source, true);
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
