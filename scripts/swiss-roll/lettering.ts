/** The few letters that the picture needs, five pixels wide and seven high, as rows of bits. */
const GLYPHS: Readonly<Record<string, string>> = {
  A: '01110 10001 10001 11111 10001 10001 10001',
  D: '11110 10001 10001 10001 10001 10001 11110',
  G: '01110 10001 10000 10111 10001 10001 01110',
  L: '10000 10000 10000 10000 10000 10000 11111',
  N: '10001 11001 10101 10011 10001 10001 10001',
  P: '11110 10001 10001 11110 10000 10000 10000',
  R: '11110 10001 10001 11110 10100 10010 10001',
  S: '01111 10000 10000 01110 00001 00001 11110',
  W: '10001 10001 10001 10101 10101 11011 10001',
  e: '00000 00000 01110 10001 11111 10000 01110',
  p: '00000 00000 11110 10001 11110 10000 10000',
  s: '00000 00000 01111 10000 01110 00001 11110',
  t: '00100 00100 01110 00100 00100 00101 00010',
  '-': '00000 00000 00000 01110 00000 00000 00000',
  ',': '00000 00000 00000 00000 00100 00100 01000',
  '0': '01110 10001 10011 10101 11001 10001 01110',
  '1': '00100 01100 00100 00100 00100 00100 01110',
  '2': '01110 10001 00001 00110 01000 10000 11111',
  '3': '11110 00001 00001 01110 00001 00001 11110',
  '4': '00010 00110 01010 10010 11111 00010 00010',
  '5': '11111 10000 11110 00001 00001 10001 01110',
  '6': '00110 01000 10000 11110 10001 10001 01110',
  '7': '11111 00001 00010 00100 00100 00100 00100',
  '8': '01110 10001 10001 01110 10001 10001 01110',
  '9': '01110 10001 10001 01111 00001 00010 01100',
};
const PITCH = 6;
export const LETTER_HEIGHT = 7;

/** Calls `set` with every pixel of a line of text, from its upper left corner. */
export function eachLetterPixel(text: string, scale: number, set: (x: number, y: number) => void): void {
  for (const [place, letter] of [...text].entries()) {
    const rows = (GLYPHS[letter] ?? '').split(' ');
    for (let y = 0; y < LETTER_HEIGHT * scale; y++) {
      const row = rows[Math.floor(y / scale)] ?? '';
      for (let x = 0; x < 5 * scale; x++) {
        if (row[Math.floor(x / scale)] === '1') set(place * PITCH * scale + x, y);
      }
    }
  }
}

export const textWidth = (text: string, scale: number): number => (text.length * PITCH - 1) * scale;
