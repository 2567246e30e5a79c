/** MD5 (RFC 1321), because that is what the authors of data sets publish; browsers have no MD5 of their own. */

const SHIFTS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
const SINES = Int32Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32));
const BLOCK = 64;
const PER_YIELD = 2 ** 20;

function addBlock(state: Int32Array, words: Int32Array): void {
  let [a, b, c, d] = state as unknown as [number, number, number, number];
  for (let i = 0; i < 64; i++) {
    const round = i >> 4;
    let mixed: number;
    let word: number;
    if (round === 0) [mixed, word] = [(b & c) | (~b & d), i];
    else if (round === 1) [mixed, word] = [(d & b) | (~d & c), (5 * i + 1) & 15];
    else if (round === 2) [mixed, word] = [b ^ c ^ d, (3 * i + 5) & 15];
    else [mixed, word] = [c ^ (b | ~d), (7 * i) & 15];
    const sum = (a + mixed + (SINES[i] as number) + (words[word] as number)) | 0;
    const shift = SHIFTS[4 * round + (i & 3)] as number;
    [a, d, c, b] = [d, c, b, (b + ((sum << shift) | (sum >>> (32 - shift)))) | 0];
  }
  for (const [i, value] of [a, b, c, d].entries()) state[i] = ((state[i] as number) + value) | 0;
}

/**
 * The checksum as 32 hexadecimal digits. A generator, so that other work can be done in between; it yields how many
 * bytes the last stretch took.
 */
export function* md5(bytes: Uint8Array): Generator<number, string, void> {
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476);
  const words = new Int32Array(16);
  const wordBytes = new DataView(words.buffer);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length - (bytes.length % BLOCK);
  for (let at = 0; at < whole; at += BLOCK) {
    for (let i = 0; i < 16; i++) words[i] = view.getInt32(at + 4 * i, true);
    addBlock(state, words);
    if (at % PER_YIELD === 0) yield PER_YIELD;
  }
  const rest = bytes.subarray(whole);
  const tail = new Uint8Array(rest.length < 56 ? BLOCK : 2 * BLOCK);
  tail.set(rest);
  tail[rest.length] = 0x80;
  new DataView(tail.buffer).setBigUint64(tail.length - 8, BigInt(bytes.length) * 8n, true);
  for (let at = 0; at < tail.length; at += BLOCK) {
    for (let i = 0; i < 16; i++) wordBytes.setInt32(4 * i, new DataView(tail.buffer).getInt32(at + 4 * i, true), true);
    addBlock(state, words);
  }
  const digest = new DataView(new ArrayBuffer(16));
  for (const [i, value] of state.entries()) digest.setInt32(4 * i, value, true);
  return Array.from(new Uint8Array(digest.buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
