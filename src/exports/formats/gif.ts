/** The run's way as an animation that every program shows. */
import { applyPalette, GIFEncoder, type Palette, quantize } from 'gifenc';
import type { About, Make } from '../exporter.ts';
import { momentsOf } from '../frames.ts';

/** Pixels of width, about. */
const SIDE = 480;
/** Milliseconds of each picture, and of the last, which one wants to look at. */
const EACH_MS = 150;
const LAST_MS = 2000;
const COLOURS = 256;

export const about: About = { id: 'gif', subject: 'picture', suffix: '.gif', type: 'image/gif', suits: () => true };

const GREYS: Palette = Array.from({ length: COLOURS }, (_, value) => [value, value, value]);

/** Each pixel as the place of its colour. The library would round greys to a few of them; a palette holds them all. */
function indexed(rgba: Uint8ClampedArray): { readonly pixels: Uint8Array; readonly palette: Palette } {
  const pixels = new Uint8Array(rgba.length / 4);
  for (let i = 0; i < pixels.length; i++) {
    const red = rgba[4 * i] as number;
    if (rgba[4 * i + 1] !== red || rgba[4 * i + 2] !== red) {
      const palette = quantize(rgba, COLOURS);
      return { pixels: applyPalette(rgba, palette), palette };
    }
    pixels[i] = red;
  }
  return { pixels, palette: GREYS };
}

export const make: Make = async (source) => {
  const moments = momentsOf(source, SIDE);
  const gif = GIFEncoder();
  for (const [i, { picture }] of moments.entries()) {
    const { pixels, palette } = indexed(picture.data);
    const delay = i === moments.length - 1 ? LAST_MS : EACH_MS;
    gif.writeFrame(pixels, picture.width, picture.height, { palette, delay });
  }
  gif.finish();
  return new Uint8Array(gif.bytes());
};
