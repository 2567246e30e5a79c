const MEBIBYTE = 2 ** 20;

/** What files that people bring may hold at most. Everything is checked before memory is taken for it. */
export interface Limits {
  /** Bytes of all files brought at once, as they lie on disk. */
  readonly fileBytes: number;
  /** Bytes of everything that is decoded, at one time. */
  readonly decodedBytes: number;
  /** Bytes that decompression may give in all, also those that are read twice or thrown away. */
  readonly inflatedBytes: number;
  /** Bytes out for a byte in, for any one stream, once it has given `ratioFrom` bytes. */
  readonly ratio: number;
  readonly ratioFrom: number;
  /** Training and test images together. */
  readonly images: number;
  /** Pixels along a side, of a picture or in an array. */
  readonly side: number;
  /** Labels are kept as bytes. */
  readonly classes: number;
  /** Files in a folder or entries in a zip. */
  readonly entries: number;
  /** Arrays in an .npz, elements in a .mat. */
  readonly arrays: number;
  /** Bytes of one compressed picture. */
  readonly pictureBytes: number;
  /** Bytes of an .npy header. */
  readonly headerBytes: number;
}

export const LIMITS: Limits = {
  fileBytes: 512 * MEBIBYTE,
  decodedBytes: 512 * MEBIBYTE,
  inflatedBytes: 2048 * MEBIBYTE,
  ratio: 300,
  ratioFrom: 16 * MEBIBYTE,
  images: 200_000,
  side: 4096,
  classes: 256,
  entries: 250_000,
  arrays: 1000,
  pictureBytes: 64 * MEBIBYTE,
  headerBytes: 64 * 1024,
};
