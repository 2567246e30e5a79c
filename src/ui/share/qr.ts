import { encode } from 'uqr';

/** Squares on a side of the largest that a phone still reads from a projector. */
const MOST_VERSION = 25;
/** White squares around it, without which readers do not find it: ISO/IEC 18004 asks for four. */
const BORDER = 4;

export interface Qr {
  /** Squares on each side, with the border. */
  readonly size: number;
  /** The dark squares, as the data of an SVG path in which a square is 1 × 1. */
  readonly path: string;
}

/** The QR code of a text, with the least correction of errors; null where the text is too long for one. */
export function qrOf(text: string): Qr | null {
  try {
    const { size, data } = encode(text, { ecc: 'L', border: BORDER, maxVersion: MOST_VERSION });
    return { size, path: data.map(pathOfRow).join('') };
  } catch (thrown) {
    // Its only way of saying that there is no room.
    if (thrown instanceof RangeError || /long/i.test(String(thrown))) return null;
    throw thrown;
  }
}

/** Runs of dark squares: [row] of booleans -> one rectangle each. */
function pathOfRow(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue;
    const from = x;
    while (row[x + 1]) x++;
    path += `M${from} ${y}h${x - from + 1}v1H${from}z`;
  }
  return path;
}
