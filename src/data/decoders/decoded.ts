/** Images with their classes, in memory. */
export interface Examples {
  /** Bytes [n, height, width, channels]. */
  readonly images: Uint8Array<ArrayBuffer>;
  /** [n], below the number of classes. */
  readonly labels: Uint8Array<ArrayBuffer>;
}

/** What becomes of files that people bring: plain data. */
export interface DecodedSet {
  readonly name: string;
  readonly height: number;
  readonly width: number;
  /** 1 or 3. */
  readonly channels: number;
  /** At least one. */
  readonly classes: readonly string[];
  readonly train: Examples;
  /** May be empty. */
  readonly test: Examples;
}
