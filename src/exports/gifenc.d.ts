/** The part of gifenc that is used; it comes without types. */
declare module 'gifenc' {
  /** Red, green and blue of each colour. */
  export type Palette = readonly (readonly number[])[];
  export function quantize(rgba: Uint8Array | Uint8ClampedArray, colours: number): Palette;
  /** Each pixel as the place of its colour. */
  export function applyPalette(rgba: Uint8Array | Uint8ClampedArray, palette: Palette): Uint8Array;
  export function GIFEncoder(): {
    writeFrame(
      pixels: Uint8Array,
      width: number,
      height: number,
      options: { readonly palette: Palette; readonly delay: number },
    ): void;
    finish(): void;
    bytes(): Uint8Array;
  };
}
