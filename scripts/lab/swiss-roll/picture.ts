/** Planes as pictures: level sets of D with real and generated points over them. */
import { encode } from 'fast-png';
import type { PlaneView } from '../../../src/core/views.ts';
import { eachLetterPixel, LETTER_HEIGHT, textWidth } from '../../../src/picture/lettering.ts';
import { planePicture } from '../../../src/picture/paintView.ts';
import { LIGHT } from '../../../src/picture/palette.ts';
import { blankPicture, lay } from '../../../src/picture/picture.ts';

const SIZE = 300;
const GAP = 10;
const SCALE = 2;
const INK = LIGHT.real;

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
  const sheet = blankPicture(width, height);

  const write = (text: string, left: number, top: number): void =>
    eachLetterPixel(text, SCALE, (x, y) => sheet.data.set(INK, ((top + y) * width + left + x) * 4));
  for (const [row, { name, views }] of rows.entries()) {
    const top = head + row * (SIZE + GAP);
    write(name, GAP, top + Math.round((SIZE - LETTER_HEIGHT * SCALE) / 2));
    for (const [column, view] of views.entries()) {
      const left = margin + column * (SIZE + GAP);
      const title = `step ${view.step.toLocaleString('en')}`;
      if (row === 0) write(title, left + Math.round((SIZE - textWidth(title, SCALE)) / 2), GAP);
      lay(sheet, planePicture(view, SIZE), left, top);
    }
  }
  return encode({ width, height, data: new Uint8Array(sheet.data), channels: 4 });
}
