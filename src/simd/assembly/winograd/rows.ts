/** Transforms along the height: whole rows of an image, pixels and channels alike, are added and subtracted. */
import { madd } from '../microkernel';
import { INFINITY, MINUS_ONE, ONE, ZERO } from './axis';

// An input's transform at each point is the sum or difference of two of a tile's inputs:
//     four inputs   d0 − d2,  d1 + d2,  d2 − d1,  d1 − d3
//     three         d0 − d1,  d1 + d1,      –  ,  d1 − d2
// The halves that belong to ±1 are in the filter's transform.

// @ts-expect-error: decorator
@inline export function firstInput(point: i32): i32 {
  return point == INFINITY ? 1 : point;
}

// @ts-expect-error: decorator
@inline export function secondInput(point: i32, hasFour: bool): i32 {
  if (point == MINUS_ONE) return 1;
  return (point == INFINITY ? 3 : 2) - i32(!hasFour);
}

// @ts-expect-error: decorator
@inline export function inputSign(point: i32): f32 {
  return point == ONE ? 1 : -1;
}

/** What output `i` of a tile of `outputs` takes of a point: 1, −1 or nothing. */
export function outputSign(point: i32, i: i32, outputs: i32): f32 {
  if (point == ZERO) return i == 0 ? 1 : 0;
  if (point == INFINITY) return i == outputs - 1 ? -1 : 0;
  return point == MINUS_ONE && i == 1 ? -1 : 1;
}

/** target = a + sign · b, `n` floats */
export function addRows(target: usize, a: usize, b: usize, sign: f32, n: i32): void {
  const s = f32x4.splat(sign);
  const end = target + (<usize>n << 2);
  while (target < end) {
    v128.store(target, madd(s, v128.load(b), v128.load(a)));
    target += 16;
    a += 16;
    b += 16;
  }
}

/** target = a + sign · b + c */
export function addThree(target: usize, a: usize, b: usize, c: usize, sign: f32, n: i32): void {
  const s = f32x4.splat(sign);
  const end = target + (<usize>n << 2);
  while (target < end) {
    v128.store(target, f32x4.add(madd(s, v128.load(b), v128.load(a)), v128.load(c)));
    target += 16;
    a += 16;
    b += 16;
    c += 16;
  }
}

/** target = sign · source */
export function setRow(target: usize, source: usize, sign: f32, n: i32): void {
  const s = f32x4.splat(sign);
  const end = target + (<usize>n << 2);
  while (target < end) {
    v128.store(target, f32x4.mul(s, v128.load(source)));
    target += 16;
    source += 16;
  }
}
