/** Philox 4x32-10, the same numbers as src/core/random.ts: see there. */

import { RANDOM_INTEGERS, RANDOM_MASK, RANDOM_NORMAL, RANDOM_UNIFORM } from '../shared/codes';
import { DRAWN_CHUNK } from '../shared/layout';
import { double, int, integersAt, pointer } from './arguments';

// JavaScript's own, so that the bits agree with those of its streams.
// @ts-expect-error: decorator
@external('Math', 'log') declare function log(x: f64): f64;
// @ts-expect-error: decorator
@external('Math', 'cos') declare function cos(x: f64): f64;
// @ts-expect-error: decorator
@external('Math', 'sin') declare function sin(x: f64): f64;

// @ts-expect-error: decorator
@inline function high(a: u32, b: u32): u32 {
  return <u32>((<u64>a * <u64>b) >> 32);
}

/** 24 bits of a word, as a share in [0, 1). */
// @ts-expect-error: decorator
@inline function share(word: u32): f64 {
  return <f64>(word >>> 8) * 5.9604644775390625e-8;
}

// @ts-expect-error: decorator
@inline function uniform(word: u32, low: f64, span: f64): f32 {
  return <f32>(low + span * share(word));
}

// @ts-expect-error: decorator
@inline function masked(word: u32, rate: f64, kept: f64): f32 {
  return <f32>(share(word) < rate ? 0 : kept);
}

// @ts-expect-error: decorator
@inline function integer(word: u32, bound: f64): i32 {
  return <i32>((<f64>word / 4294967296.0) * bound);
}

/** Box and Muller's two normal numbers of two words, the second if it is wanted. */
function putNormal(out: usize, first: u32, second: u32, mean: f64, std: f64, both: bool): void {
  // (0, 1], so that the logarithm is finite.
  const radius = std * sqrt<f64>(-2 * log((<f64>(first >>> 8) + 1) * 5.9604644775390625e-8));
  const angle = 2 * Math.PI * share(second);
  store<f32>(out, <f32>(mean + radius * cos(angle)));
  if (both) store<f32>(out + 4, <f32>(mean + radius * sin(angle)));
}

/**
 * Job: numbers of a stream. Integers: 0 out, 1 size, 2 and 3 the key, 4 and 5 low and high half of the stream's block, 6 how
 * many blocks are passed over first, 7 what becomes of the words; 8–9 and 10–11 two doubles, in double precision as in
 * JavaScript, so that the bits agree: low and high of uniform numbers, mean and deviation of normal ones, the bound of
 * integers, the share of a dropout mask that is dropped and the value of what is kept; 12 where a double lies that both are
 * multiplied by, or 0.
 */
export function random(chunk: i32): void {
  randomSpan(chunk * DRAWN_CHUNK, min(int(1), (chunk + 1) * DRAWN_CHUNK));
}

/** The same for elements [from, end); `from` is a multiple of four. */
export function randomSpan(from: i32, end: i32): void {
  const kind = int(7);
  const scale = int(12) != 0 ? load<f64>(pointer(12)) : 1;
  const a = scale * double(8), b = scale * double(10);
  const block = load<u64>(integersAt() + 16) + <u64>int(6);
  for (let i = from; i < end; i += 4) {
    const counter = block + <u64>(i >> 2);
    let c0 = <u32>counter, c1 = <u32>(counter >> 32), c2: u32 = 0, c3: u32 = 0;
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
    const left = end - i;
    switch (kind) {
      case RANDOM_UNIFORM:
        store<f32>(out, uniform(c0, a, b - a));
        if (left > 1) store<f32>(out + 4, uniform(c1, a, b - a));
        if (left > 2) store<f32>(out + 8, uniform(c2, a, b - a));
        if (left > 3) store<f32>(out + 12, uniform(c3, a, b - a));
        break;
      case RANDOM_NORMAL:
        putNormal(out, c0, c1, a, b, left > 1);
        if (left > 2) putNormal(out + 8, c2, c3, a, b, left > 3);
        break;
      case RANDOM_INTEGERS:
        store<i32>(out, integer(c0, a));
        if (left > 1) store<i32>(out + 4, integer(c1, a));
        if (left > 2) store<i32>(out + 8, integer(c2, a));
        if (left > 3) store<i32>(out + 12, integer(c3, a));
        break;
      case RANDOM_MASK:
        store<f32>(out, masked(c0, a, b));
        if (left > 1) store<f32>(out + 4, masked(c1, a, b));
        if (left > 2) store<f32>(out + 8, masked(c2, a, b));
        if (left > 3) store<f32>(out + 12, masked(c3, a, b));
        break;
      default:
        unreachable();
    }
  }
}
