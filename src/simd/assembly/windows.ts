/**
 * Patches of an image with few channels (patches.ts), where every window lies within the image and taps side by side lie side
 * by side in it: packed at once, without a look at edges, because copying a few numbers at a time takes longer than what is
 * done with them.
 */
import { MR } from '../shared/layout';
import { int, pointer } from './arguments';
import {
  CHANNELS,
  HEIGHT,
  IMAGE,
  KERNEL_WIDTH,
  OUT_HEIGHT,
  OUT_WIDTH,
  STRIDE_HEIGHT,
  STRIDE_WIDTH,
  WIDTH,
} from './patches';

/** The pixel that the walk has come to: its column and line in the output, and where its window begins. */
let ow: i32 = 0;
let oh: i32 = 0;
let line: usize = 0;

/** Bytes of a pixel and of a line of the image. */
// @ts-expect-error: decorator
@inline function pixelBytes(): usize {
  return <usize>int(CHANNELS) << 2;
}

// @ts-expect-error: decorator
@inline function lineBytes(): usize {
  return <usize>int(WIDTH) * pixelBytes();
}

/** Begins the walk at an output pixel of the batch. */
function beginAt(pixel: i32): void {
  const outWidth = int(OUT_WIDTH), outHeight = int(OUT_HEIGHT);
  const lines = pixel / outWidth;
  const image = lines / outHeight;
  ow = pixel - lines * outWidth;
  oh = lines - image * outHeight;
  line = pointer(IMAGE) + <usize>(image * int(HEIGHT) + oh * int(STRIDE_HEIGHT)) * lineBytes();
}

/** Where the window of the pixel begins; goes on to the next. */
// @ts-expect-error: decorator
@inline function next(): usize {
  const at = line + <usize>(ow * int(STRIDE_WIDTH)) * pixelBytes();
  ow++;
  if (ow == int(OUT_WIDTH)) {
    ow = 0;
    oh++;
    let down = int(STRIDE_HEIGHT);
    if (oh == int(OUT_HEIGHT)) {
      // From the first line of the last windows to the first line of the next image.
      down = int(HEIGHT) - (oh - 1) * down;
      oh = 0;
    }
    line += <usize>down * lineBytes();
  }
  return at;
}

/** Packs rows [row, row + rows) of the patches, all taps, into panels [k, 6]. What is beyond repeats the last row. */
export function packWindows(row: i32, rows: i32, k: i32, target: usize): void {
  const perLine = int(KERNEL_WIDTH) * int(CHANNELS);
  beginAt(row);
  for (let i = 0; i < rows; i += MR) {
    const left = rows - i;
    const p0 = next();
    const p1 = left > 1 ? next() : p0;
    const p2 = left > 2 ? next() : p1;
    const p3 = left > 3 ? next() : p2;
    const p4 = left > 4 ? next() : p3;
    const p5 = left > 5 ? next() : p4;
    // Steps are never negative, so these six follow each other in the image.
    const sideBySide = p5 == p0 + 20 && left > 5;
    let tap: usize = 0;
    for (const end = target + <usize>k * (MR * 4); target < end; ) {
      const until = tap + ((<usize>perLine) << 2);
      if (sideBySide) {
        for (; tap < until; tap += 4, target += MR * 4) {
          v128.store(target, v128.load(p0 + tap));
          store<i64>(target, load<i64>(p0 + tap, 16), 16);
        }
      } else {
        for (; tap < until; tap += 4, target += MR * 4) {
          store<f32>(target, load<f32>(p0 + tap));
          store<f32>(target, load<f32>(p1 + tap), 4);
          store<f32>(target, load<f32>(p2 + tap), 8);
          store<f32>(target, load<f32>(p3 + tap), 12);
          store<f32>(target, load<f32>(p4 + tap), 16);
          store<f32>(target, load<f32>(p5 + tap), 20);
        }
      }
      tap += lineBytes() - ((<usize>perLine) << 2);
    }
  }
}
