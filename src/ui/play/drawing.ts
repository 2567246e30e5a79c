/** A drawing of a few pixels: what a brush leaves, and what MNIST's makers did to theirs. Pure functions over brightness. */

/** Brightness from 0 to 1, [height, width, channels], flat. */
export interface Drawing {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly values: Float32Array<ArrayBuffer>;
}

/** A place in pixels from the upper left corner; 0.5 is the middle of the first. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface Brush {
  /** Pixels within which it paints fully. */
  readonly radius: number;
  /** Brightness of each channel. */
  readonly colour: readonly number[];
  /** Takes away instead. */
  readonly erases: boolean;
}

/** It fades over so many pixels beyond its radius, as a digit that was scanned does. */
const EDGE = 1.1;

export const blank = (height: number, width: number, channels: number): Drawing => ({
  height,
  width,
  channels,
  values: new Float32Array(height * width * channels),
});

/** The distance of a place from a stroke between two others. */
function distanceTo({ x, y }: Spot, from: Spot, to: Spot): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - from.x) * dx + (y - from.y) * dy) / length));
  return Math.hypot(x - from.x - along * dx, y - from.y - along * dy);
}

/** A stroke from one place to another. Where it was painted before, the stronger stays. */
export function stroke(drawing: Drawing, from: Spot, to: Spot, { radius, colour, erases }: Brush): Drawing {
  const { height, width, channels } = drawing;
  const values = drawing.values.slice();
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const far = distanceTo({ x: column + 0.5, y: row + 0.5 }, from, to);
      const share = Math.max(0, Math.min(1, 1 - (far - radius) / EDGE));
      if (share === 0) continue;
      for (let channel = 0; channel < channels; channel++) {
        const at = (row * width + column) * channels + channel;
        const before = values[at] as number;
        const painted = share * (colour[channel] ?? 1);
        // In colour a brush covers; in grey, strokes that cross stay as bright as the brighter.
        values[at] = erases
          ? before * (1 - share)
          : channels === 1
            ? Math.max(before, painted)
            : before * (1 - share) + painted;
      }
    }
  }
  return { ...drawing, values };
}

/** Between four pixels, 0 outside. */
function sampleAt({ height, width, values }: Drawing, x: number, y: number): number {
  const [column, row] = [Math.floor(x - 0.5), Math.floor(y - 0.5)];
  const [right, down] = [x - 0.5 - column, y - 0.5 - row];
  const at = (r: number, c: number): number =>
    r < 0 || r >= height || c < 0 || c >= width ? 0 : (values[r * width + c] as number);
  return (
    (1 - down) * ((1 - right) * at(row, column) + right * at(row, column + 1)) +
    down * ((1 - right) * at(row + 1, column) + right * at(row + 1, column + 1))
  );
}

/** Fainter than that is no ink. */
const FAINT = 0.05;

function inkOf({ height, width, values }: Drawing) {
  let [left, right, top, bottom] = [width, -1, height, -1];
  let [mass, x, y] = [0, 0, 0];
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const value = values[row * width + column] as number;
      if (value < FAINT) continue;
      [left, right] = [Math.min(left, column), Math.max(right, column)];
      [top, bottom] = [Math.min(top, row), Math.max(bottom, row)];
      mass += value;
      x += value * (column + 0.5);
      y += value * (row + 0.5);
    }
  }
  return mass > 0
    ? { box: { left, top, width: right - left + 1, height: bottom - top + 1 }, centre: { x: x / mass, y: y / mass } }
    : null;
}

/** Of MNIST's 28 pixels a digit fills 20 by its longer side … */
const BOX = 20 / 28;

/**
 * As LeCun et al. made MNIST: a digit is scaled, keeping its proportions, until its longer side fills 20 of 28 pixels, and
 * moved until its centre of mass lies in the middle.
 *
 * @param drawing of one channel
 */
export function asInMnist(drawing: Drawing): Drawing {
  const ink = inkOf(drawing);
  if (!ink) return drawing;
  const { height, width } = drawing;
  const scale = (BOX * Math.min(height, width)) / Math.max(ink.box.width, ink.box.height);
  const made = blank(height, width, 1);
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      // From where in the drawing this pixel comes.
      const x = ink.centre.x + (column + 0.5 - width / 2) / scale;
      const y = ink.centre.y + (row + 0.5 - height / 2) / scale;
      made.values[row * width + column] = areaAt(drawing, x, y, 1 / scale);
    }
  return made;
}

/** The mean over a square around a place, so that nothing is lost where a drawing shrinks. */
function areaAt(drawing: Drawing, x: number, y: number, side: number): number {
  const taps = Math.max(1, Math.ceil(side * 2));
  let sum = 0;
  for (let i = 0; i < taps; i++)
    for (let j = 0; j < taps; j++)
      sum += sampleAt(drawing, x + side * ((i + 0.5) / taps - 0.5), y + side * ((j + 0.5) / taps - 0.5));
  return sum / taps ** 2;
}

/** As bytes, for the screen. */
export const bytesOf = ({ values }: Drawing): Uint8ClampedArray<ArrayBuffer> =>
  Uint8ClampedArray.from(values, (value) => 255 * value);
