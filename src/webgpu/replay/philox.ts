/** Philox 4x32-10 in WGSL, as core/random.ts has it. */

/**
 * A function `NAME_words(key0, key1, low, high) -> vec4u`: the four words of a block, whose number has two halves.
 *
 * @param own begins the names
 */
export const wordsCode = (own: string): string => `
fn ${own}_high(a: u32, b: u32) -> u32 {
  let middle = (a >> 16u) * (b & 0xffffu) + (((a & 0xffffu) * (b & 0xffffu)) >> 16u);
  let carry = (a & 0xffffu) * (b >> 16u) + (middle & 0xffffu);
  return (a >> 16u) * (b >> 16u) + (middle >> 16u) + (carry >> 16u);
}
fn ${own}_words(key0: u32, key1: u32, low: u32, high: u32) -> vec4u {
  var key = vec2u(key0, key1);
  var c = vec4u(low, high, 0u, 0u);
  for (var round = 0u; round < 10u; round++) {
    c = vec4u(${own}_high(0xcd9e8d57u, c.z) ^ c.y ^ key.x, 0xcd9e8d57u * c.z, ${own}_high(0xd2511f53u, c.x) ^ c.w ^ key.y, 0xd2511f53u * c.x);
    key += vec2u(0x9e3779b9u, 0xbb67ae85u);
  }
  return c;
}`;
