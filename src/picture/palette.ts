import { BANDS } from './levels.ts';

type Rgb = readonly [red: number, green: number, blue: number];

/** Colours of the plane in one colour scheme, 0–255. */
export interface PlanePalette {
  /** From where D is surest of “generated” to where it is surest of “real”. */
  readonly bands: readonly Rgb[];
  readonly line: Rgb;
  /** Where D cannot tell. */
  readonly middle: Rgb;
  readonly real: Rgb;
  readonly generated: Rgb;
  /** Around points, so that they stand out of any band. */
  readonly halo: Rgb;
}

const gamma = (linear: number): number =>
  255 * (linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.max(0, linear) ** (1 / 2.4) - 0.055);

/**
 * A colour by its place in Oklab (Ottosson 2020), where equal distances look equal.
 *
 * @param lightness 0 is black, 1 is white
 * @param chroma 0 is grey
 * @param hue in degrees
 */
function oklch(lightness: number, chroma: number, hue: number): Rgb {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    gamma(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    gamma(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    gamma(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ].map((channel) => Math.round(Math.min(255, Math.max(0, channel)))) as unknown as Rgb;
}

/** The hue of everything that is D's. */
const HUE = 200;

/** Lightness falls, or in the dark rises, by the same step from band to band. */
const bandsOf = (from: Rgb, to: Rgb): readonly Rgb[] =>
  Array.from({ length: 2 * BANDS }, (_, i) => {
    const [l, c, h] = from.map((low, k) => low + ((to[k] as number) - low) * (i / (2 * BANDS - 1))) as unknown as Rgb;
    return oklch(l, c, h);
  });

export const LIGHT: PlanePalette = {
  bands: bandsOf([0.985, 0.004, HUE], [0.66, 0.1, HUE]),
  line: oklch(0.45, 0.07, HUE),
  middle: oklch(0.36, 0.065, HUE),
  real: [28, 31, 34],
  generated: [208, 62, 8],
  halo: [255, 254, 251],
};

export const DARK: PlanePalette = {
  bands: bandsOf([0.19, 0.008, HUE], [0.56, 0.09, HUE]),
  line: oklch(0.75, 0.08, HUE),
  middle: oklch(0.88, 0.08, HUE),
  real: [243, 240, 232],
  generated: [255, 149, 98],
  halo: [14, 16, 18],
};

export const cssColour = ([red, green, blue]: Rgb, alpha = 1): string => `rgb(${red} ${green} ${blue} / ${alpha})`;
