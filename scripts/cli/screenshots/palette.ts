/** Pictures that are kept with the sources, in the colours that they have most. */
import { readFileSync, writeFileSync } from 'node:fs';
import { decode, encode } from 'fast-png';
import { applyPalette, quantize } from 'gifenc';

const COLOURS = 256;

/** A PNG with 8 bits a pixel, a third as large; the colours of at most 256 stand for all. Nothing is transparent. */
export function inPalette(png: Uint8Array): Uint8Array {
  const { width, height, channels, data } = decode(png);
  const rgba = new Uint8Array(4 * width * height);
  for (let from = 0, to = 0; from < data.length; from += channels, to += 4)
    rgba.set([data[from] as number, data[from + 1] as number, data[from + 2] as number, 255], to);
  const palette = quantize(rgba, COLOURS);
  return encode(
    { width, height, channels: 1, depth: 8, data: applyPalette(rgba, palette), palette: palette.map((c) => [...c]) },
    { zlib: { level: 9 } },
  );
}

/** Keeps a picture as small as it can be. */
export const keepSmall = (path: string, png: Uint8Array): void => writeFileSync(path, inPalette(png));

/** The same with a picture that lies there. Those that have a palette stay as they are. */
export function makeSmall(path: string): void {
  const png = readFileSync(path);
  if (decode(png).palette === undefined) keepSmall(path, png);
}
