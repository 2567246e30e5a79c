import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { qrOf } from './qr.ts';

/** The squares that a path of rectangles covers. */
function squares(path: string, size: number): boolean[][] {
  const cells = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, wide] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g))
    for (let i = 0; i < Number(wide); i++) (cells[Number(y)] as boolean[])[Number(x) + i] = true;
  return cells;
}

describe('a QR code', () => {
  it('covers exactly the dark squares, with four white ones around them', () => {
    const text = 'https://here.example/#recipe=dragan&seed=7';
    const qr = qrOf(text);
    expect(squares(qr?.path ?? '', qr?.size ?? 0)).toEqual(encode(text, { ecc: 'L', border: 4 }).data);
    const [first, , , fourth, fifth] = squares(qr?.path ?? '', qr?.size ?? 0);
    expect([first, fourth].flat().some(Boolean)).toBe(false);
    // The corner of a finder: seven dark squares.
    expect(fifth?.slice(4, 12)).toEqual([true, true, true, true, true, true, true, false]);
  });

  it('is none of a text that is too long', () => {
    expect(qrOf('x'.repeat(1200))).not.toBeNull();
    expect(qrOf('x'.repeat(1300))).toBeNull();
  });
});
