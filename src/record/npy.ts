/** Numbers as numpy's own file (.npy, version 1.0): a header that says their type and shape, then the numbers. */

/** The header, with what stands before it, is as long as a multiple of that. */
const ALIGNED = 64;
const MAGIC = [0x93, ...new TextEncoder().encode('NUMPY'), 1, 0];
const LENGTH_BYTES = 2;

/** @param shape its product is the number of values, row-major */
export function npyOf(values: Float32Array<ArrayBuffer>, shape: readonly number[]): Uint8Array<ArrayBuffer> {
  const about = `{'descr': '<f4', 'fortran_order': False, 'shape': (${shape.join(', ')},), }`;
  const before = MAGIC.length + LENGTH_BYTES;
  // It ends with a new line.
  const length = Math.ceil((before + about.length + 1) / ALIGNED) * ALIGNED - before;
  const header = new TextEncoder().encode(`${about.padEnd(length - 1)}\n`);
  const file = new Uint8Array(before + length + values.byteLength);
  file.set(MAGIC);
  new DataView(file.buffer).setUint16(MAGIC.length, length, true);
  file.set(header, before);
  const numbers = new DataView(file.buffer, before + length);
  for (const [i, value] of values.entries()) numbers.setFloat32(4 * i, value, true);
  return file;
}
