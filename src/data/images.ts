/** From bytes to the floats that networks see. Pure functions; images are channels last, row-major. */

export interface ImageSize {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
}

/** `symmetric`: bytes 0–255 become [−1, 1]. `unit`: [0, 1]. */
export type PixelRange = 'symmetric' | 'unit';

/** v = scale · byte + offset. */
export const pixelScale = (range: PixelRange): { readonly scale: number; readonly offset: number } =>
  range === 'symmetric' ? { scale: 2 / 255, offset: -1 } : { scale: 1 / 255, offset: 0 };

/** What becomes of each byte. */
function valuesOf(range: PixelRange): Float32Array {
  const { scale, offset } = pixelScale(range);
  return Float32Array.from({ length: 256 }, (_, byte) => byte * scale + offset);
}

const VALUES: Readonly<Record<PixelRange, Float32Array>> = {
  symmetric: valuesOf('symmetric'),
  unit: valuesOf('unit'),
};

/**
 * Picks images out of [n, size] bytes and scales them.
 *
 * @param out where they are written
 * @returns [indices.length, size]
 */
export function gatherImages(
  pixels: Uint8Array,
  size: number,
  indices: Uint32Array,
  range: PixelRange,
  out: Float32Array = new Float32Array(indices.length * size),
): Float32Array {
  const values = VALUES[range];
  let to = 0;
  for (let i = 0; i < indices.length; i++) {
    const from = (indices[i] as number) * size;
    for (let p = from; p < from + size; p++) out[to++] = values[pixels[p] as number] as number;
  }
  return out;
}

/** The classes of the picked images, [indices.length]. */
export function gatherLabels(labels: Uint8Array, indices: Uint32Array): Int32Array<ArrayBuffer> {
  return Int32Array.from(indices, (index) => labels[index] as number);
}

interface Tap {
  readonly low: number;
  readonly high: number;
  /** Share of `high`, in [0, 1). */
  readonly share: number;
}

/** Where each output pixel of one axis reads. Pixel centres lie at i + ½; beyond the edge, the edge goes on. */
function taps(from: number, to: number): readonly Tap[] {
  return Array.from({ length: to }, (_, i) => {
    const at = Math.min(Math.max(((i + 0.5) * from) / to - 0.5, 0), from - 1);
    const low = Math.floor(at);
    return { low, high: Math.min(low + 1, from - 1), share: at - low };
  });
}

/**
 * Resizes images bilinearly, with half-pixel centres. Made for enlarging: it does not smooth first.
 *
 * @param images [n, from.height, from.width, channels], of any range, which is kept.
 * @returns [n, to.height, to.width, channels]
 */
export function resizeBilinear(
  images: Float32Array | Uint8Array,
  from: ImageSize,
  to: { readonly height: number; readonly width: number },
): Float32Array<ArrayBuffer> {
  const { channels } = from;
  const fromSize = from.height * from.width * channels;
  const count = images.length / fromSize;
  const rows = taps(from.height, to.height);
  const columns = taps(from.width, to.width);
  const out = new Float32Array(count * to.height * to.width * channels);
  const pixel = (at: number): number => images[at] as number;

  let o = 0;
  for (let n = 0; n < count; n++) {
    for (const row of rows) {
      const upper = n * fromSize + row.low * from.width * channels;
      const lower = n * fromSize + row.high * from.width * channels;
      for (const column of columns) {
        const left = column.low * channels;
        const right = column.high * channels;
        for (let c = 0; c < channels; c++) {
          const top = pixel(upper + left + c) * (1 - column.share) + pixel(upper + right + c) * column.share;
          const bottom = pixel(lower + left + c) * (1 - column.share) + pixel(lower + right + c) * column.share;
          out[o++] = top * (1 - row.share) + bottom * row.share;
        }
      }
    }
  }
  return out;
}

/**
 * Frames images with a margin of `background`, as even as it goes.
 *
 * @param images [n, from.height, from.width, channels]
 * @returns [n, to.height, to.width, channels]
 */
export function padImages(
  images: Float32Array,
  from: ImageSize,
  to: { readonly height: number; readonly width: number },
  background: number,
): Float32Array<ArrayBuffer> {
  const row = from.width * from.channels;
  const count = images.length / (from.height * row);
  const [above, before] = [Math.floor((to.height - from.height) / 2), Math.floor((to.width - from.width) / 2)];
  const out = new Float32Array(count * to.height * to.width * from.channels).fill(background);
  for (let n = 0; n < count; n++) {
    for (let y = 0; y < from.height; y++) {
      const source = (n * from.height + y) * row;
      const target = ((n * to.height + above + y) * to.width + before) * from.channels;
      out.set(images.subarray(source, source + row), target);
    }
  }
  return out;
}
