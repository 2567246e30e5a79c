import { decode, encode } from 'fast-png';
import { expect, it } from 'vitest';
import { inPalette } from './palette.ts';

const WIDTH = 64;
/** Stripes of a few colours, as a page has. */
const COLOURS = [
  [255, 255, 255],
  [12, 133, 153],
  [232, 89, 12],
  [33, 37, 41],
];
const at = (x: number): readonly number[] => COLOURS[Math.floor(x / 5) % COLOURS.length] as readonly number[];
const rgb = new Uint8Array(Array.from({ length: WIDTH * WIDTH }, (_, i) => at(i % WIDTH)).flat());
const whole = encode({ width: WIDTH, height: WIDTH, channels: 3, data: rgb });

it('a picture in a palette is one byte a pixel and has nearly the same colours', () => {
  const { width, height, channels, depth, data, palette = [] } = decode(inPalette(whole));
  expect({ width, height, channels, depth }).toEqual({ width: WIDTH, height: WIDTH, channels: 1, depth: 8 });
  for (let i = 0; i < data.length; i++) {
    const colour = palette[data[i] as number] ?? [];
    for (const [part, value] of at(i % WIDTH).entries())
      expect(Math.abs((colour[part] ?? -99) - value)).toBeLessThan(9);
  }
});

it('it is smaller', () => expect(inPalette(whole).length).toBeLessThan(whole.length));
