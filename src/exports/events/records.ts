/** TensorFlow's record framing: each record between its length and checksums of both. */

/** CRC-32C (Castagnoli, RFC 3720), bits reversed. */
const POLYNOMIAL = 0x82f63b78;
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ POLYNOMIAL : rest >>> 1;
  return rest;
});

export function crc32c(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) rest = (TABLE[(rest ^ byte) & 0xff] as number) ^ (rest >>> 8);
  return ~rest >>> 0;
}

/** Rotated and moved, because a checksum of data that hold checksums is weak. */
function masked(bytes: Uint8Array): number {
  const sum = crc32c(bytes);
  return (((sum >>> 15) | (sum << 17)) + 0xa282ead8) >>> 0;
}

const LENGTH_BYTES = 8;
const SUM_BYTES = 4;
const AROUND = LENGTH_BYTES + 2 * SUM_BYTES;

export function frameRecords(records: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const file = new Uint8Array(records.reduce((sum, { length }) => sum + length + AROUND, 0));
  const view = new DataView(file.buffer);
  let at = 0;
  for (const record of records) {
    view.setBigUint64(at, BigInt(record.length), true);
    view.setUint32(at + LENGTH_BYTES, masked(file.subarray(at, at + LENGTH_BYTES)), true);
    file.set(record, at + LENGTH_BYTES + SUM_BYTES);
    view.setUint32(at + LENGTH_BYTES + SUM_BYTES + record.length, masked(record), true);
    at += record.length + AROUND;
  }
  return file;
}
