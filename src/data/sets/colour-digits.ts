import type { DrawImage, ImageSetInfo } from '../../core/dataSet.ts';
import { initialState, openStream } from '../../core/random.ts';
import { info as mnist } from './mnist.ts';

const SIDE = 32;
/** Random numbers for each image: which of them decides what is listed in `drawImage`. */
const DRAWS = 24;
/** Digit and background differ at least this much in brightness, of 255. */
const CONTRAST = 70;

type Colour = readonly [red: number, green: number, blue: number];

const brightness = ([red, green, blue]: Colour): number => 0.3 * red + 0.59 * green + 0.11 * blue;
const mix = (a: number, b: number, share: number): number => a + (b - a) * share;

/** A digit laid over the picture: its image, and where the picture's pixels lie in it. */
interface Placed {
  readonly from: number;
  readonly centreX: number;
  readonly centreY: number;
  readonly scaleX: number;
  readonly scaleY: number;
}

/** How much of the pixel the digit covers, in [0, 1], read between its pixels; nothing lies outside its image. */
function coverage(pixels: Uint8Array, digit: Placed, x: number, y: number): number {
  const u = (x - digit.centreX) / digit.scaleX + 13.5;
  const v = (y - digit.centreY) / digit.scaleY + 13.5;
  const [left, top] = [Math.floor(u), Math.floor(v)];
  if (left < 0 || top < 0 || left >= 27 || top >= 27) return 0;
  const at = digit.from + top * 28 + left;
  const upper = mix(pixels[at] as number, pixels[at + 1] as number, u - left);
  const lower = mix(pixels[at + 28] as number, pixels[at + 29] as number, u - left);
  return mix(upper, lower, v - top) / 255;
}

/** The second colour, pushed away from the first until it can be read on it. */
function readable(on: Colour, wanted: Colour): Colour {
  const [below, own] = [brightness(on), brightness(wanted)];
  if (Math.abs(own - below) >= CONTRAST) return wanted;
  const lift = below > 127 ? below - CONTRAST - own : below + CONTRAST - own;
  return [wanted[0] + lift, wanted[1] + lift, wanted[2] + lift];
}

/**
 * A house number in the manner of SVHN: digit `index` in the middle, narrow and a little off centre, parts of other
 * digits beside it in the same colour, on a background that changes across the picture and is slightly uneven.
 */
export const drawImage: DrawImage = (pixels, index, out) => {
  const stream = openStream(initialState(index, 'colour-digits'));
  const u = stream.uniform(new Float32Array(DRAWS));
  const grain = stream.normal(new Float32Array(SIDE * SIDE), 0, mix(1, 7, u[23] as number));
  const colour = (at: number): Colour => [at, at + 1, at + 2].map((i) => 30 + 195 * (u[i] as number)) as never;
  const [from, to] = [colour(0), colour(3)];
  // The background fades from one colour towards another, less than the digit stands out.
  const fade = 0.4 * (u[6] as number);
  const angle = 2 * Math.PI * (u[7] as number);
  const middle: Colour = [0, 1, 2].map((c) => mix(from[c] as number, to[c] as number, fade / 2)) as never;
  const ink = readable(middle, colour(8));

  const scaleY = mix(0.95, 1.3, u[11] as number);
  const scaleX = scaleY * mix(0.65, 0.9, u[12] as number);
  const centreX = 15.5 + mix(-2, 2, u[13] as number);
  const centreY = 15.5 + mix(-2, 2, u[14] as number);
  const distance = mix(17, 21, u[15] as number) * scaleX;
  const place = (which: number, shift: number): Placed => ({
    from: which * 784,
    centreX: centreX + shift,
    centreY: centreY + mix(-1, 1, u[16] as number) * Math.sign(shift),
    scaleX,
    scaleY,
  });
  // Neighbours come from earlier images, which are there when this one is.
  const earlier = (at: number): number => Math.floor((u[at] as number) * index);
  const digits = [place(index, 0)];
  if ((u[17] as number) < 0.5) digits.push(place(earlier(18), -distance));
  if ((u[19] as number) < 0.5) digits.push(place(earlier(20), distance));

  const [alongX, alongY] = [Math.cos(angle) / SIDE, Math.sin(angle) / SIDE];
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const share = fade * (0.5 + (x - 15.5) * alongX + (y - 15.5) * alongY);
      let covered = 0;
      for (const digit of digits) covered = Math.max(covered, coverage(pixels, digit, x, y));
      for (let c = 0; c < 3; c++) {
        const ground = mix(from[c] as number, to[c] as number, share);
        const value = mix(ground, ink[c] as number, covered) + (grain[y * SIDE + x] as number);
        out[(y * SIDE + x) * 3 + c] = Math.min(255, Math.max(0, Math.round(value)));
      }
    }
  }
};

/** Made by the project from MNIST, in the shape of SVHN's cropped digits: 32×32, coloured. */
export const info: ImageSetInfo = {
  id: 'colour-digits',
  name: 'Colour digits',
  kind: 'image',
  place: 2,
  height: SIDE,
  width: SIDE,
  channels: 3,
  classes: mnist.classes,
  trainCount: mnist.trainCount,
  testCount: mnist.testCount,
  made: { from: mnist },
};
