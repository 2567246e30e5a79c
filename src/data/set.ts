/** What the page may know of a data set: metadata without the code that loads it. */
export interface DataSetInfo {
  readonly id: string;
  /** The set's own name, the same in every language. */
  readonly name: string;
  readonly kind: 'image';
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly classes: readonly string[];
  /** Training examples when everything is loaded. */
  readonly trainCount: number;
  readonly testCount: number;
  /** For a set that is not stored, but made from another one: image n from image n, with its class. */
  readonly made?: {
    /** The other set. */
    readonly from: DataSetInfo;
    /**
     * Draws image `index`, from images up to that one. The same on every call.
     *
     * @param pixels bytes of the other set's images
     * @param out [height, width, channels] bytes of this one's
     */
    draw(pixels: Uint8Array, index: number, out: Uint8Array): void;
  };
}

/** Ids of sets that were brought during this visit; they mean nothing elsewhere. */
export const isBrought = (id: string): boolean => id.startsWith('file:');

/** A file that a person brings, with its path in the folder that was chosen. The part of `Blob` that is needed. */
export interface BroughtFile {
  readonly path: string;
  readonly blob: { readonly size: number; arrayBuffer(): Promise<ArrayBuffer> };
}
