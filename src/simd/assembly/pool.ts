/** Pooling. The window's geometry is a convolution's, with the layout of patches.ts and the window's height after it. */
import { int, pointer } from './arguments';
import { clearImage, GEOMETRY } from './patches';

// @ts-expect-error: decorator
@inline const WINDOW_HEIGHT = GEOMETRY + 13;

/** The window of output pixel (oh, ow), clipped to the image: set by `place`. */
let top = 0, left = 0, bottom = 0, right = 0;

function place(oh: i32, ow: i32): void {
  top = oh * int(GEOMETRY + 5) - int(GEOMETRY + 7);
  left = ow * int(GEOMETRY + 6) - int(GEOMETRY + 8);
  bottom = min(top + int(WINDOW_HEIGHT), int(GEOMETRY + 1));
  right = min(left + int(GEOMETRY + 4), int(GEOMETRY + 2));
  top = max(top, 0);
  left = max(left, 0);
}

/** Maximum, or mean over what lies inside of the image, of one window in one channel of `image`. */
function poolWindow(image: usize, channel: i32, mean: bool): f32 {
  const width = int(GEOMETRY + 2), channels = int(GEOMETRY + 3);
  let best: f32 = mean ? 0 : -Infinity;
  for (let ih = top; ih < bottom; ih++) {
    for (let iw = left; iw < right; iw++) {
      const value = load<f32>(image + (<usize>((ih * width + iw) * channels + channel) << 2));
      if (mean) best += value;
      else if (value > best) best = value; // skips NaN, as tfjs does
    }
  }
  return mean ? best / <f32>((bottom - top) * (right - left)) : best;
}

// @ts-expect-error: decorator
@inline function imageBytes(): usize {
  return <usize>(int(GEOMETRY + 1) * int(GEOMETRY + 2) * int(GEOMETRY + 3)) << 2;
}

/** Job: pools image number `chunk`. Integers: 0 out, 1 whether to take the mean; the geometry's image is x. */
export function pool(chunk: i32): void {
  const image = pointer(GEOMETRY) + chunk * imageBytes();
  const channels = int(GEOMETRY + 3), outHeight = int(GEOMETRY + 11), outWidth = int(GEOMETRY + 12);
  let out = pointer(0) + (<usize>(chunk * outHeight * outWidth * channels) << 2);
  for (let oh = 0; oh < outHeight; oh++) {
    for (let ow = 0; ow < outWidth; ow++) {
      place(oh, ow);
      for (let channel = 0; channel < channels; channel++) {
        store<f32>(out, poolWindow(image, channel, int(1) != 0));
        out += 4;
      }
    }
  }
}

/**
 * Job: gradient of max pooling for image number `chunk`: dy goes to the first maximum of its window.
 * Integers: 0 dy, 1 x; the geometry's image is dx.
 */
export function maxPoolGradient(chunk: i32): void {
  clearImage(chunk);
  const x = pointer(1) + chunk * imageBytes(), dx = pointer(GEOMETRY) + chunk * imageBytes();
  const width = int(GEOMETRY + 2), channels = int(GEOMETRY + 3);
  const outHeight = int(GEOMETRY + 11), outWidth = int(GEOMETRY + 12);
  let dy = pointer(0) + (<usize>(chunk * outHeight * outWidth * channels) << 2);
  for (let oh = 0; oh < outHeight; oh++) {
    for (let ow = 0; ow < outWidth; ow++) {
      place(oh, ow);
      for (let channel = 0; channel < channels; channel++) {
        let best: f32 = -Infinity;
        let at: usize = <usize>((top * width + left) * channels + channel) << 2;
        for (let ih = top; ih < bottom; ih++) {
          for (let iw = left; iw < right; iw++) {
            const here = <usize>((ih * width + iw) * channels + channel) << 2;
            if (load<f32>(x + here) > best) {
              best = load<f32>(x + here);
              at = here;
            }
          }
        }
        store<f32>(dx + at, load<f32>(dx + at) + load<f32>(dy));
        dy += 4;
      }
    }
  }
}
