/** Mean digits of several systems below the real ones, as PNG. */
import { encode } from 'fast-png';
import type { MeanDigits, MeanImage } from '../../../src/core/score.ts';
import { eachLetterPixel, LETTER_HEIGHT, textWidth } from '../../../src/picture/lettering.ts';

/** MNIST's, each pixel drawn `ZOOM` times as large. */
const SIDE = 28;
const ZOOM = 3;
const IMAGE = SIDE * ZOOM;
const GAP = 8;
const BIG = 2;
const LINE = LETTER_HEIGHT * BIG + GAP;
const MARGIN = 110;
const INK = 0x33;

export interface System {
  readonly name: string;
  readonly means: MeanDigits;
}

export const decibels = (value: number | null): string => (value === null ? '-' : value.toFixed(1));

interface Sheet {
  readonly width: number;
  readonly data: Uint8Array;
}

const write = ({ width, data }: Sheet, text: string, left: number, top: number): void =>
  eachLetterPixel(text, BIG, (x, y) => {
    data[(top + y) * width + left + x] = INK;
  });

function draw({ width, data }: Sheet, image: MeanImage | null, left: number, top: number): void {
  for (let y = 0; y < IMAGE; y++) {
    for (let x = 0; x < IMAGE; x++) {
      const from = Math.floor(y / ZOOM) * SIDE + Math.floor(x / ZOOM);
      // A digit that is never drawn leaves a grey square.
      data[(top + y) * width + left + x] = image ? (image.pixels[from] as number) : 0xdd;
    }
  }
}

interface Row {
  readonly name: string;
  /** Below the name, and below each image. */
  readonly below: string;
  readonly cells: readonly { readonly image: MeanImage | null; readonly below: string }[];
}

const realRow = ({ means: { pairs } }: System): Row => ({
  name: 'real',
  below: '',
  cells: pairs.map(({ real }) => ({ image: real, below: '' })),
});

const rowOf = ({ name, means: { pairs, psnr } }: System): Row => ({
  name,
  below: `${decibels(psnr)} dB`,
  cells: pairs.map((pair) => ({ image: pair.fake, below: decibels(pair.psnr) })),
});

/** A column for each digit, a row for the real means and one for each system; PSNR below each image, its mean at the left. */
export function overlayPicture(systems: readonly [System, ...System[]]): Uint8Array {
  const rows = [realRow(systems[0]), ...systems.map(rowOf)];
  const columns = systems[0].means.pairs.length;
  const width = MARGIN + columns * (IMAGE + GAP);
  const pitch = IMAGE + LINE + GAP;
  const height = GAP + LINE + rows.length * pitch;
  const sheet: Sheet = { width, data: new Uint8Array(width * height).fill(255) };
  for (const [r, { name, below, cells }] of rows.entries()) {
    const top = GAP + LINE + r * pitch;
    const middle = top + Math.floor(IMAGE / 2) - LINE;
    write(sheet, name, GAP, middle);
    write(sheet, below, GAP, middle + LINE);
    for (const [c, cell] of cells.entries()) {
      const left = MARGIN + c * (IMAGE + GAP);
      const centred = (text: string, at: number) =>
        write(sheet, text, left + Math.floor((IMAGE - textWidth(text, BIG)) / 2), at);
      if (r === 0) centred(String(c), GAP);
      draw(sheet, cell.image, left, top);
      centred(cell.below, top + IMAGE + GAP);
    }
  }
  return encode({ width, height, data: sheet.data, channels: 1 });
}
