/** Philox 4x32-10, the same numbers as src/core/random.ts: see there. */

import { CHUNK } from '../shared/layout';
import { int, integersAt, pointer } from './arguments';

// @ts-expect-error: decorator
@inline function high(a: u32, b: u32): u32 {
  return <u32>((<u64>a * <u64>b) >> 32);
}

/** 64 bits from two neighbouring arguments, low half first. */
// @ts-expect-error: decorator
@inline function unsigned(i: i32): u64 {
  return load<u64>(integersAt() + (<usize>i << 2));
}

// @ts-expect-error: decorator
@inline function put(target: usize, word: u32, low: f64, span: f64): void {
  const unit = <f64>(word >>> 8) * 5.9604644775390625e-8;
  const value = int(10) != 0 ? (unit < low ? 0 : span) : low + span * unit;
  store<f32>(target, <f32>value);
}

/**
 * Job: floats uniform in [low, high), or a dropout mask. Blocks of four words count from the stream's block.
 * Integers: 0 out, 1 size, 2 and 3 the key, 4 and 5 low and high half of the first block; 6–7 and 8–9 two doubles,
 * low and high − low, in double precision as in JavaScript, so that the bits agree; 10 whether a mask is wanted: then
 * the doubles are the share that is dropped and the value of what is kept.
 */
export function randomUniform(chunk: i32): void {
  randomSpan(chunk * CHUNK, min(int(1), (chunk + 1) * CHUNK));
}

/** The same for elements [from, end); `from` is a multiple of four. */
export function randomSpan(from: i32, end: i32): void {
  const size = int(1);
  const first = unsigned(4);
  const low = reinterpret<f64>(unsigned(6));
  const span = reinterpret<f64>(unsigned(8));
  for (let i = from; i < end; i += 4) {
    const block = first + <u64>(i >> 2);
    let c0 = <u32>block, c1 = <u32>(block >> 32), c2: u32 = 0, c3: u32 = 0;
    let k0 = <u32>int(2), k1 = <u32>int(3);
    for (let round = 0; round < 10; round++) {
      const high0 = high(0xd2511f53, c0), low0: u32 = 0xd2511f53 * c0;
      const high1 = high(0xcd9e8d57, c2), low1: u32 = 0xcd9e8d57 * c2;
      c0 = high1 ^ c1 ^ k0;
      c1 = low1;
      c2 = high0 ^ c3 ^ k1;
      c3 = low0;
      k0 += 0x9e3779b9;
      k1 += 0xbb67ae85;
    }
    const out = pointer(0) + (<usize>i << 2);
    put(out, c0, low, span);
    if (i + 1 < size) put(out + 4, c1, low, span);
    if (i + 2 < size) put(out + 8, c2, low, span);
    if (i + 3 < size) put(out + 12, c3, low, span);
  }
}
