/**
 * Elementary functions on four floats. Our own polynomials rather than the engine's Math, so that every
 * thread and every browser computes the same bits. Errors are a few units in the last place.
 */
import { madd } from './microkernel';

// @ts-expect-error: decorator
@inline function c(x: f32): v128 {
  return f32x4.splat(x);
}

/** 2ⁿ for four integers in [−126, 127]. */
// @ts-expect-error: decorator
@inline function powerOfTwo(n: v128): v128 {
  return i32x4.shl(i32x4.add(n, i32x4.splat(127)), 23);
}

/** eˣ: x = n·ln 2 + r, a polynomial in |r| ≤ ln 2 / 2, then 2ⁿ in two halves so that subnormals come out. */
export function exp(value: v128): v128 {
  // Beyond these the result is 0 or infinite; min and max let NaN through.
  const x = f32x4.max(f32x4.min(value, c(89)), c(-104));
  const n = f32x4.nearest(f32x4.mul(x, c(1.44269504088896341)));
  let r = f32x4.sub(x, f32x4.mul(n, c(0.693359375)));
  r = f32x4.sub(r, f32x4.mul(n, c(-2.12194440e-4)));
  let p = c(1.9875691500e-4);
  p = madd(p, r, c(1.3981999507e-3));
  p = madd(p, r, c(8.3334519073e-3));
  p = madd(p, r, c(4.1665795894e-2));
  p = madd(p, r, c(1.6666665459e-1));
  p = madd(p, r, c(5.0000001201e-1));
  p = f32x4.add(madd(p, f32x4.mul(r, r), r), c(1));
  const integer = i32x4.trunc_sat_f32x4_s(n);
  const half = i32x4.shr_s(integer, 1);
  return f32x4.mul(f32x4.mul(p, powerOfTwo(half)), powerOfTwo(i32x4.sub(integer, half)));
}

/** ln x: x = 2ⁿ · m with m in [√½, √2), a polynomial in m − 1. */
export function log(value: v128): v128 {
  const subnormal = f32x4.lt(value, c(1.17549435e-38));
  const x = v128.bitselect(f32x4.mul(value, c(8388608)), value, subnormal);
  let exponent = i32x4.sub(i32x4.shr_u(x, 23), i32x4.splat(126));
  exponent = i32x4.sub(exponent, v128.and(subnormal, i32x4.splat(23)));
  let m = v128.or(v128.and(x, i32x4.splat(0x007fffff)), i32x4.splat(0x3f000000)); // [½, 1)
  const small = f32x4.lt(m, c(0.707106781186547524));
  exponent = i32x4.add(exponent, small); // the mask is −1
  m = f32x4.sub(f32x4.add(m, v128.and(small, m)), c(1));
  const n = f32x4.convert_i32x4_s(exponent);
  const square = f32x4.mul(m, m);
  let p = c(7.0376836292e-2);
  p = madd(p, m, c(-1.1514610310e-1));
  p = madd(p, m, c(1.1676998740e-1));
  p = madd(p, m, c(-1.2420140846e-1));
  p = madd(p, m, c(1.4249322787e-1));
  p = madd(p, m, c(-1.6668057665e-1));
  p = madd(p, m, c(2.0000714765e-1));
  p = madd(p, m, c(-2.4999993993e-1));
  p = madd(p, m, c(3.3333331174e-1));
  p = f32x4.mul(f32x4.mul(p, m), square);
  p = f32x4.add(p, f32x4.mul(n, c(-2.12194440e-4)));
  p = f32x4.sub(p, f32x4.mul(square, c(0.5)));
  let result = f32x4.add(f32x4.add(m, p), f32x4.mul(n, c(0.693359375)));
  result = v128.bitselect(value, result, f32x4.eq(value, c(f32.MAX_VALUE * 2)));
  result = v128.bitselect(c(-Infinity), result, f32x4.eq(value, c(0)));
  return v128.bitselect(result, c(NaN), f32x4.ge(value, c(0)));
}

/** 1 / (1 + e⁻ˣ): right at both ends, because e⁻ˣ only ever overflows to infinity. */
export function sigmoid(x: v128): v128 {
  return f32x4.div(c(1), f32x4.add(c(1), exp(f32x4.neg(x))));
}

/** tanh x: an odd polynomial near zero, else 1 − 2 / (e²ˣ + 1). */
export function tanh(x: v128): v128 {
  const size = f32x4.abs(x);
  const square = f32x4.mul(x, x);
  let p = c(-5.70498872745e-3);
  p = madd(p, square, c(2.06390887954e-2));
  p = madd(p, square, c(-5.37397155531e-2));
  p = madd(p, square, c(1.33314422036e-1));
  p = madd(p, square, c(-3.33332819422e-1));
  const near = madd(f32x4.mul(p, square), x, x);
  const far = f32x4.sub(c(1), f32x4.div(c(2), f32x4.add(exp(f32x4.add(size, size)), c(1))));
  const sign = v128.and(x, i32x4.splat(0x80000000));
  return v128.bitselect(near, v128.or(far, sign), f32x4.lt(size, c(0.625)));
}

/** ln(1 + eˣ) = max(x, 0) + ln(1 + e^−|x|), without loss where e^−|x| is tiny. */
export function softplus(x: v128): v128 {
  const t = exp(f32x4.neg(f32x4.abs(x)));
  const u = f32x4.add(t, c(1));
  const rest = f32x4.sub(u, c(1));
  // ln u · t / (u − 1) undoes the rounding of 1 + t; where u rounds to 1, ln(1 + t) = t.
  const corrected = f32x4.div(f32x4.mul(log(u), t), rest);
  const tail = v128.bitselect(t, corrected, f32x4.eq(rest, c(0)));
  return f32x4.add(f32x4.max(x, c(0)), tail);
}
