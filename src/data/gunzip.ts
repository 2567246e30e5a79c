/**
 * Decompresses one gzip stream of known size. Gzip's CRC-32 covers every byte, so damage is found here
 * without a secure context, which `crypto.subtle` would need.
 *
 * @param size Bytes expected. Nothing beyond them is kept, so a hostile file cannot fill the memory.
 * @throws If the stream is damaged, too short or too long.
 */
export async function gunzip(compressed: Uint8Array<ArrayBuffer>, size: number): Promise<Uint8Array<ArrayBuffer>> {
  const out = new Uint8Array(size);
  let filled = 0;
  const reader = new Blob([compressed]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (filled + value.length > size) {
      await reader.cancel();
      throw new Error(`It unpacks to more than ${size} bytes.`);
    }
    out.set(value, filled);
    filled += value.length;
  }
  if (filled !== size) throw new Error(`It unpacks to ${filled} bytes, not ${size}.`);
  return out;
}
