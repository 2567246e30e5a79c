/** Checksums that can go on where the last call ended. */
export type Checksum = (bytes: Uint8Array, before: number) => number;

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let crc = n;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc >>> 0;
});

/** CRC-32 of gzip and zip; begins with 0. */
export const crc32: Checksum = (bytes, before) => {
  let crc = ~before;
  for (let i = 0; i < bytes.length; i++) {
    crc = (CRC_TABLE[(crc ^ (bytes[i] as number)) & 0xff] as number) ^ (crc >>> 8);
  }
  return ~crc >>> 0;
};

const ADLER_MODULUS = 65521;
/** So many bytes can be added up before 32 bits overflow. */
const ADLER_STRETCH = 3800;

/** Adler-32 of zlib; begins with 1. */
export const adler32: Checksum = (bytes, before) => {
  let a = before & 0xffff;
  let b = before >>> 16;
  for (let from = 0; from < bytes.length; from += ADLER_STRETCH) {
    const to = Math.min(from + ADLER_STRETCH, bytes.length);
    for (let i = from; i < to; i++) {
      a += bytes[i] as number;
      b += a;
    }
    a %= ADLER_MODULUS;
    b %= ADLER_MODULUS;
  }
  return ((b << 16) | a) >>> 0;
};
