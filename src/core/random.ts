/**
 * Seeded, counter-based random numbers.
 *
 * Philox 4x32-10 (Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3"). A counter-based
 * generator has no hidden state: the n-th number of a stream is a pure function of (key, n). So a
 * snapshot of a stream is two integers, streams never overlap, and a kernel may fill any part of an
 * array from any thread with the same result.
 */

const MULTIPLIER_0 = 0xd2511f53;
const MULTIPLIER_1 = 0xcd9e8d57;
const WEYL_0 = 0x9e3779b9;
const WEYL_1 = 0xbb67ae85;
const ROUNDS = 10;
const TWO_POW_32 = 4294967296;
const TWO_POW_MINUS_24 = 2 ** -24;

/** A stream's whole state, as plain data: it is what a checkpoint keeps. */
export interface StreamState {
  readonly key0: number;
  readonly key1: number;
  /** Index of the next block of four 32-bit words. */
  readonly block: number;
}

/** The state after a fill with this many floats. */
export const stateAfter = (state: StreamState, size: number): StreamState => ({
  ...state,
  block: state.block + Math.ceil(size / 4),
});

/** One named sequence of random numbers. Every fill starts at a fresh block. */
export interface RandomStream {
  /** Fills `out` with floats uniform in [low, high). */
  uniform(out: Float32Array, low?: number, high?: number): Float32Array;
  /** Fills `out` with floats from N(mean, std²), by Box and Muller. */
  normal(out: Float32Array, mean?: number, std?: number): Float32Array;
  /** Fills `out` with integers uniform in [0, bound). */
  integers(out: Int32Array, bound: number): Int32Array;
  /** A uniformly random order of 0 … n−1 (Fisher and Yates). */
  permutation(n: number): Uint32Array;
  state(): StreamState;
}

/** High 32 bits of the product of two unsigned 32-bit integers, from 16-bit halves. */
function multiplyHigh(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const middle = aHigh * bLow + ((aLow * bLow) >>> 16);
  const carry = aLow * bHigh + (middle & 0xffff);
  return (aHigh * bHigh + (middle >>> 16) + Math.floor(carry / 65536)) >>> 0;
}

/** Writes the four words of block `block` into `words`. */
export function philox(key0: number, key1: number, block: number, words: Uint32Array): void {
  let c0 = block >>> 0;
  let c1 = Math.floor(block / TWO_POW_32) >>> 0;
  let c2 = 0;
  let c3 = 0;
  let k0 = key0;
  let k1 = key1;
  for (let round = 0; round < ROUNDS; round++) {
    const high0 = multiplyHigh(MULTIPLIER_0, c0);
    const low0 = Math.imul(MULTIPLIER_0, c0) >>> 0;
    const high1 = multiplyHigh(MULTIPLIER_1, c2);
    const low1 = Math.imul(MULTIPLIER_1, c2) >>> 0;
    c0 = (high1 ^ c1 ^ k0) >>> 0;
    c1 = low1;
    c2 = (high0 ^ c3 ^ k1) >>> 0;
    c3 = low0;
    k0 = (k0 + WEYL_0) >>> 0;
    k1 = (k1 + WEYL_1) >>> 0;
  }
  words[0] = c0;
  words[1] = c1;
  words[2] = c2;
  words[3] = c3;
}

/** FNV-1a: turns a stream's name into half of its key. */
function hashName(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) {
    hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193) >>> 0;
  }
  return hash;
}

/** The state in which the stream `name` of a run with this seed begins. */
export function initialState(seed: number, name: string): StreamState {
  return { key0: seed >>> 0, key1: hashName(name), block: 0 };
}

/** Opens a stream at the given state. */
export function openStream(start: StreamState): RandomStream {
  const { key0, key1 } = start;
  let block = start.block;
  const words = new Uint32Array(4);

  /** Calls `take` with word after word, `count` of them. */
  const draw = (count: number, take: (word: number, index: number) => void): void => {
    for (let i = 0; i < count; i += 4) {
      philox(key0, key1, block++, words);
      const end = Math.min(4, count - i);
      for (let j = 0; j < end; j++) take(words[j] as number, i + j);
    }
  };

  return {
    uniform(out, low = 0, high = 1) {
      const span = high - low;
      // 24 bits: every float32 in [0, 1) that is a multiple of 2⁻²⁴, so 1 itself is never drawn.
      draw(out.length, (word, i) => {
        out[i] = low + span * ((word >>> 8) * TWO_POW_MINUS_24);
      });
      return out;
    },
    normal(out, mean = 0, std = 1) {
      // Pair by pair without `draw`: a call for each word would take longer than the arithmetic.
      for (let i = 0; i < out.length; i += 2) {
        const first = i & 2;
        if (first === 0) philox(key0, key1, block++, words);
        // (0, 1], so that the logarithm is finite.
        const share = (((words[first] as number) >>> 8) + 1) * TWO_POW_MINUS_24;
        const radius = std * Math.sqrt(-2 * Math.log(share));
        const angle = 2 * Math.PI * (((words[first + 1] as number) >>> 8) * TWO_POW_MINUS_24);
        out[i] = mean + radius * Math.cos(angle);
        if (i + 1 < out.length) out[i + 1] = mean + radius * Math.sin(angle);
      }
      return out;
    },
    integers(out, bound) {
      draw(out.length, (word, i) => {
        out[i] = Math.floor((word / TWO_POW_32) * bound);
      });
      return out;
    },
    permutation(n) {
      const order = new Uint32Array(n);
      for (let i = 0; i < n; i++) order[i] = i;
      draw(Math.max(0, n - 1), (word, drawn) => {
        const i = n - 1 - drawn;
        const j = Math.floor((word / TWO_POW_32) * (i + 1));
        const kept = order[i] as number;
        order[i] = order[j] as number;
        order[j] = kept;
      });
      return order;
    },
    state: () => ({ key0, key1, block }),
  };
}

/** An inverted dropout mask, [size]: 0 where the stream's number lies below `rate`, else 1 / (1 − rate). */
export function dropoutMask(stream: RandomStream, size: number, rate: number): Float32Array<ArrayBuffer> {
  const mask = new Float32Array(size);
  stream.uniform(mask);
  for (let i = 0; i < size; i++) mask[i] = (mask[i] as number) < rate ? 0 : 1 / (1 - rate);
  return mask;
}
