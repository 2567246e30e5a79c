import type { SlopePictures } from '../../core/inspection.ts';

/** Background pixels between two digits. */
const GAP = 2;
/** With more of them beside each other one would hardly see the digits. */
const IN_ROW = 5;
/** Light blue and amber: apart for every kind of colour vision, and readable on a dim digit. */
export const BRIGHTER = [84, 170, 255] as const;
export const DARKER = [255, 190, 60] as const;
/** Digits are dimmed to this, so that colours show on black and on white. */
const [FLOOR, SPAN] = [18, 0.42];
/** So many of a thousand slopes may be beyond the scale: a single steep pixel must not pale all others. */
const OUTLIERS = 0.005;

/**
 * Slopes as they are seen together: summed over the channels.
 *
 * @param slopes [height, width, channels]
 * @returns [height, width]
 */
export function slopesSeen(slopes: Float32Array, channels: number): Float32Array<ArrayBuffer> {
  const seen = new Float32Array(slopes.length / channels);
  for (const [i, slope] of slopes.entries()) {
    const at = Math.floor(i / channels);
    seen[at] = (seen[at] as number) + slope;
  }
  return seen;
}

/** The slope at which the colour is full: the same for both signs, and for all pictures that are compared. */
export function scaleOf(pictures: readonly SlopePictures[]): number {
  const sizes = pictures.flatMap(({ slopes }) => Array.from(slopes, Math.abs)).sort((a, b) => b - a);
  return sizes[Math.floor(OUTLIERS * sizes.length)] || sizes[0] || 1;
}

export const countOf = ({ width, height, slopes }: SlopePictures): number => slopes.length / (width * height);

export const slopesWidth = (pictures: SlopePictures): number =>
  Math.min(IN_ROW, countOf(pictures)) * (pictures.width + GAP) - GAP;

export const slopesHeight = (pictures: SlopePictures): number =>
  Math.ceil(countOf(pictures) / IN_ROW) * (pictures.height + GAP) - GAP;

/**
 * Digits in rows, dimmed, with the slope of D over each pixel in colour.
 *
 * @param into RGBA, slopesWidth × slopesHeight; what lies between the digits stays as it is
 */
export function paintSlopes(pictures: SlopePictures, scale: number, into: Uint8ClampedArray): void {
  const { width, height, channels, pixels, slopes } = pictures;
  const across = slopesWidth(pictures);
  for (let i = 0; i < slopes.length; i++) {
    const digit = Math.floor(i / (width * height));
    const within = i % (width * height);
    const x = (digit % IN_ROW) * (width + GAP) + (within % width);
    const y = Math.floor(digit / IN_ROW) * (height + GAP) + Math.floor(within / width);
    const at = 4 * (y * across + x);
    const slope = (slopes[i] as number) / scale;
    const colour = slope > 0 ? BRIGHTER : DARKER;
    const share = Math.min(1, Math.abs(slope));
    for (let c = 0; c < 3; c++) {
      const value = pixels[i * channels + (channels === 1 ? 0 : c)] as number;
      into[at + c] = (1 - share) * (FLOOR + SPAN * value) + share * (colour[c] as number);
    }
    into[at + 3] = 255;
  }
}
