/** A decoded picture: RGBA bytes [height, width, 4], alpha not multiplied in. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8ClampedArray | Uint8Array;
}

/** How much of which pixels one output pixel covers, along one axis. */
interface Cover {
  readonly first: number;
  readonly weights: readonly number[];
}

/** The middle `kept` of `length` pixels, shared out among `side`; each pixel counts by how much of it is covered. */
function covers(length: number, kept: number, side: number): readonly Cover[] {
  const begin = (length - kept) / 2;
  const stretch = kept / side;
  return Array.from({ length: side }, (_, i) => {
    const from = begin + i * stretch;
    const to = from + stretch;
    const first = Math.floor(from);
    const last = Math.min(Math.ceil(to), length);
    const weights = Array.from(
      { length: Math.max(1, last - first) },
      (_, k) => (Math.min(to, first + k + 1) - Math.max(from, first + k)) / stretch,
    );
    return { first, weights };
  });
}

/**
 * The middle square of a picture as side×side pixels, by averaging areas. What is transparent shows white.
 *
 * @param out receives [side, side, channels] from `at` on; with one channel, the luma of BT.601
 */
export function fitPicture(
  { width, height, pixels }: Picture,
  side: number,
  channels: 1 | 3,
  out: Uint8Array,
  at: number,
): void {
  const square = Math.min(width, height);
  const rows = covers(height, square, side);
  const columns = covers(width, square, side);
  let o = at;
  for (const row of rows) {
    for (const column of columns) {
      let [red, green, blue] = [0, 0, 0];
      for (const [y, tall] of row.weights.entries()) {
        let p = ((row.first + y) * width + column.first) * 4;
        for (const wide of column.weights) {
          const alpha = ((pixels[p + 3] as number) / 255) * tall * wide;
          const white = 255 * (tall * wide - alpha);
          red += (pixels[p] as number) * alpha + white;
          green += (pixels[p + 1] as number) * alpha + white;
          blue += (pixels[p + 2] as number) * alpha + white;
          p += 4;
        }
      }
      if (channels === 1) out[o++] = Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
      else for (const value of [red, green, blue]) out[o++] = Math.round(value);
    }
  }
}
