import { CHUNK } from '../shared/layout';
import { float, int, pointer } from './arguments';

/**
 * Job: one step of Adam (Kingma and Ba 2015, algorithm 1) on elements [chunk · CHUNK, …), in one pass.
 *
 * Integers: 0 w, 1 m, 2 v, 3 g, 4 size. Floats: 0 β₁, 1 1 − β₁, 2 β₂, 3 1 − β₂, 4 rate / (1 − β₁ᵗ),
 * 5 1 / √(1 − β₂ᵗ), 6 ε.
 */
export function adam(chunk: i32): void {
  adamSpan(chunk * CHUNK, min(int(4), (chunk + 1) * CHUNK));
}

/** The same for elements [from, end). */
export function adamSpan(from: i32, end: i32): void {
  const n = end - from;
  const offset = (<usize>from) << 2;
  const w = pointer(0) + offset,
    m = pointer(1) + offset,
    v = pointer(2) + offset,
    g = pointer(3) + offset;
  const beta1 = f32x4.splat(float(0)),
    rest1 = f32x4.splat(float(1));
  const beta2 = f32x4.splat(float(2)),
    rest2 = f32x4.splat(float(3));
  const rate = f32x4.splat(float(4)),
    correction = f32x4.splat(float(5)),
    epsilon = f32x4.splat(float(6));
  const whole = n & ~3;
  for (let i = 0; i < whole; i += 4) {
    const at = (<usize>i) << 2;
    const gradient = v128.load(g + at);
    const first = f32x4.add(f32x4.mul(beta1, v128.load(m + at)), f32x4.mul(rest1, gradient));
    const square = f32x4.mul(gradient, gradient);
    const second = f32x4.add(f32x4.mul(beta2, v128.load(v + at)), f32x4.mul(rest2, square));
    const size = f32x4.add(f32x4.mul(f32x4.sqrt(second), correction), epsilon);
    v128.store(m + at, first);
    v128.store(v + at, second);
    v128.store(w + at, f32x4.sub(v128.load(w + at), f32x4.div(f32x4.mul(rate, first), size)));
  }
  for (let i = whole; i < n; i++) {
    const at = (<usize>i) << 2;
    const gradient = load<f32>(g + at);
    const first = float(0) * load<f32>(m + at) + float(1) * gradient;
    const second = float(2) * load<f32>(v + at) + float(3) * (gradient * gradient);
    store<f32>(m + at, first);
    store<f32>(v + at, second);
    store<f32>(w + at, load<f32>(w + at) - (float(4) * first) / (sqrt<f32>(second) * float(5) + float(6)));
  }
}
