/** Planes as pictures: level sets of D with real and generated points over them. */
import { encode } from 'fast-png';
import type { PlaneView } from '../../../src/protocol/index.ts';
import { levelStep } from '../../../src/ui/plane/levels.ts';
import { paintLevels } from '../../../src/ui/plane/paintLevels.ts';
import { LIGHT } from '../../../src/ui/plane/palette.ts';
import { eachLetterPixel, LETTER_HEIGHT, textWidth } from './lettering.ts';

type Rgb = readonly [number, number, number];

interface Canvas {
  readonly width: number;
  readonly data: Uint8ClampedArray;
}

function blend({ width, data }: Canvas, x: number, y: number, colour: Rgb, alpha: number): void {
  const at = (y * width + x) * 4;
  for (let c = 0; c < 3; c++) data[at + c] = (data[at + c] as number) * (1 - alpha) + (colour[c] as number) * alpha;
}

/** A disc with a soft edge, cut off at the picture's. */
function disc(canvas: Canvas, x: number, y: number, radius: number, colour: Rgb, alpha: number): void {
  const reach = Math.ceil(radius + 1);
  const [left, top] = [Math.floor(x), Math.floor(y)];
  for (let row = Math.max(0, top - reach); row <= Math.min(canvas.width - 1, top + reach); row++) {
    for (let column = Math.max(0, left - reach); column <= Math.min(canvas.width - 1, left + reach); column++) {
      const covered = radius + 0.5 - Math.hypot(column + 0.5 - x, row + 0.5 - y);
      if (covered > 0) blend(canvas, column, row, colour, alpha * Math.min(1, covered));
    }
  }
}

function points(canvas: Canvas, xy: Float32Array, extent: number, radius: number, colour: Rgb, alpha: number): void {
  const place = (value: number): number => ((value / extent + 1) / 2) * canvas.width;
  for (const [size, ink, share] of [
    [radius + 0.8, LIGHT.halo, 0.5 * alpha],
    [radius, colour, alpha],
  ] as const) {
    for (let i = 0; i < xy.length; i += 2) {
      const [x, y] = [place(xy[i] as number), place(-(xy[i + 1] as number))];
      disc(canvas, x, y, size, ink, share);
    }
  }
}

/** One plane as size × size RGBA pixels. */
function planePixels(view: PlaneView, size: number): Uint8ClampedArray {
  const data = new Uint8ClampedArray(size * size * 4);
  const step = levelStep(view.values, view.middle, null);
  paintLevels(view, { middle: view.middle, step }, LIGHT, size, data);
  const canvas = { width: size, data };
  points(canvas, view.real, view.extent, size / 260, LIGHT.real, 0.45);
  points(canvas, view.generated, view.extent, size / 200, LIGHT.generated, 0.9);
  return data;
}

const SIZE = 300;
const GAP = 10;
const SCALE = 2;
const INK: Rgb = LIGHT.real;

interface PictureRow {
  readonly name: string;
  readonly views: readonly PlaneView[];
}

/** A row of planes for each system, a column for each moment, as PNG. */
export function comparisonPicture(rows: readonly PictureRow[]): Uint8Array {
  const columns = rows[0]?.views.length ?? 0;
  const margin = Math.max(...rows.map(({ name }) => textWidth(name, SCALE))) + 3 * GAP;
  const head = LETTER_HEIGHT * SCALE + 2 * GAP;
  const width = margin + columns * (SIZE + GAP);
  const height = head + rows.length * (SIZE + GAP);
  const sheet: Canvas = { width, data: new Uint8ClampedArray(width * height * 4).fill(255) };

  const write = (text: string, left: number, top: number): void =>
    eachLetterPixel(text, SCALE, (x, y) => blend(sheet, left + x, top + y, INK, 1));
  for (const [row, { name, views }] of rows.entries()) {
    const top = head + row * (SIZE + GAP);
    write(name, GAP, top + Math.round((SIZE - LETTER_HEIGHT * SCALE) / 2));
    for (const [column, view] of views.entries()) {
      const left = margin + column * (SIZE + GAP);
      const title = `step ${view.step.toLocaleString('en')}`;
      if (row === 0) write(title, left + Math.round((SIZE - textWidth(title, SCALE)) / 2), GAP);
      const pixels = planePixels(view, SIZE);
      for (let y = 0; y < SIZE; y++) {
        sheet.data.set(pixels.subarray(y * SIZE * 4, (y + 1) * SIZE * 4), ((top + y) * width + left) * 4);
      }
    }
  }
  return encode({ width, height, data: new Uint8Array(sheet.data), channels: 4 });
}

/** One plane as PNG. */
export const planePicture = (view: PlaneView): Uint8Array =>
  encode({ width: 2 * SIZE, height: 2 * SIZE, data: new Uint8Array(planePixels(view, 2 * SIZE)), channels: 4 });
