/** What a layer makes of a sample, as pixels. */

type Rgb = readonly [red: number, green: number, blue: number];

/** Where a value is 0, as large and negative, and as large and positive as any of its layer. The same in both themes. */
const NOTHING: Rgb = [22, 25, 28];
const NEGATIVE: Rgb = [150, 152, 156];
const POSITIVE = { D: [110, 226, 226], G: [255, 170, 110] } as const satisfies Record<'D' | 'G', Rgb>;

/** The largest size of a value; 1 where all are 0. */
const largestOf = (values: Float32Array): number =>
  values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0) || 1;

function paintAt(rgba: Uint8ClampedArray, at: number, share: number, network: 'D' | 'G'): void {
  const towards = share > 0 ? POSITIVE[network] : NEGATIVE;
  const size = Math.min(1, Math.abs(share));
  for (let c = 0; c < 3; c++) rgba[4 * at + c] = (NOTHING[c] as number) * (1 - size) + (towards[c] as number) * size;
  rgba[4 * at + 3] = 255;
}

/** Values one after the other, a pixel each. @param rgba at least as many pixels; those left over stay as they are */
export function paintUnits(values: Float32Array, network: 'D' | 'G', rgba: Uint8ClampedArray): void {
  const largest = largestOf(values);
  for (const [i, value] of values.entries()) paintAt(rgba, i, value / largest, network);
}

/** Transparent pixels between two maps. */
const MAP_GAP = 1;

/** Pixels across so many maps of a width. */
export const mapsWidth = (count: number, width: number): number => count * (width + MAP_GAP) - MAP_GAP;

/**
 * Channels side by side.
 *
 * @param values [count, height, width]
 * @param rgba mapsWidth × height pixels
 */
export function paintMaps(
  values: Float32Array,
  { height, width }: { readonly height: number; readonly width: number },
  network: 'D' | 'G',
  rgba: Uint8ClampedArray,
): void {
  const largest = largestOf(values);
  const across = mapsWidth(values.length / (height * width), width);
  for (const [i, value] of values.entries()) {
    const map = Math.floor(i / (height * width));
    const [y, x] = [Math.floor((i % (height * width)) / width), i % width];
    paintAt(rgba, y * across + map * (width + MAP_GAP) + x, value / largest, network);
  }
}
