/** Pixels as brightness from 0 to 1. */
export const brightnessOf = (bytes: ArrayLike<number>): Float32Array<ArrayBuffer> =>
  Float32Array.from(bytes, (byte) => byte / 255);
