/** How the numbers of a drawn array come about: whoever knows may make them where they are needed. */

/** What becomes of a stream's words: see core/random.ts. */
export type Spread =
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  | { readonly kind: 'normal' }
  | { readonly kind: 'integers'; readonly bound: number };

interface Size {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
}

/** Images of a table of bytes: v = scale · byte + offset, brought to another size. */
export interface Rows {
  /** [images, height, width, channels]; what is not loaded yet is never asked for. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** How many of the bytes are there by now. */
  loaded(): number;
  readonly from: Size;
  readonly to: Omit<Size, 'channels'>;
  /** How they are brought there: as resizeBilinear and padImages of data/images.ts do it. */
  readonly resize: 'bilinear' | 'pad';
  readonly scale: number;
  readonly offset: number;
  /** What lies around a smaller image. */
  readonly background: number;
}

export type Law =
  /** From one of the run's streams alone. */
  | { readonly kind: 'spread'; readonly spread: Spread }
  /**
   * x + scale · σ(x) · u₁ · u₂ …: x is what was drawn last as `of`, σ its standard deviation over all numbers, and each u has
   * a fill of the stream.
   */
  | { readonly kind: 'near'; readonly of: string; readonly scale: number; readonly spreads: readonly Spread[] }
  /** The images at the places that are drawn beside them as `places`. */
  | { readonly kind: 'rows'; readonly rows: Rows; readonly places: string };

/** By the names of the fields. */
export type Laws = Readonly<Record<string, Law>>;
