/**
 * Packing: rearranging a block of a matrix into panels that the micro-kernel reads from front to end.
 * A panel holds `width` rows of A (or columns of B) for every k: layout [k, width]. What lies beyond the
 * matrix is filled with zeros, so the micro-kernel knows no edges.
 */

/** Copies the last, incomplete panel: `valid` < `width` elements for each k, then zeros. */
function packRemainder(source: usize, stride: usize, k: i32, valid: i32, width: i32, target: usize): void {
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < width; j++) {
      store<f32>(target + (<usize>j << 2), j < valid ? load<f32>(source + (<usize>j << 2)) : 0);
    }
    source += stride;
    target += <usize>width << 2;
  }
}

/** Rows that are packed side by side. */
const TOGETHER = 16;

/**
 * Packs panels from a matrix in which neighbours along a panel's width lie side by side: `source` is [k, columns] with
 * `stride` bytes from one k to the next. `panel` is the number of bytes from one packed panel to the next.
 *
 * Sixteen rows are read side by side, one panel of them after the other: the processor then fetches each of them ahead. One
 * after the other, it would come to the end of every row's piece before it has seen that it is read along.
 */
export function packAcross(source: usize, stride: usize, k: i32, columns: i32, width: i32, target: usize, panel: usize): void {
  const whole = columns / width;
  const step = <usize>width << 2;
  for (let i = 0; i < k; i += TOGETHER) {
    let first = source + <usize>i * stride;
    let to = target + <usize>i * step;
    const long = <usize>min(TOGETHER, k - i) * step;
    for (let p = 0; p < whole; p++) {
      let from = first;
      if (width == 8) {
        for (let at = to; at < to + long; at += 32) {
          v128.store(at, v128.load(from));
          v128.store(at, v128.load(from, 16), 16);
          from += stride;
        }
      } else {
        for (let at = to; at < to + long; at += 24) {
          v128.store(at, v128.load(from));
          store<i64>(at, load<i64>(from, 16), 16);
          from += stride;
        }
      }
      first += step;
      to += panel;
    }
  }
  const done = whole * width;
  if (done < columns) {
    packRemainder(source + (<usize>done << 2), stride, k, columns - done, width, target + <usize>whole * panel);
  }
}

/** Transposes 4 rows of 4, `stride` bytes apart, into 4 rows `step` bytes apart. */
// @ts-expect-error: decorator
@inline export function transpose4(source: usize, stride: usize, target: usize, step: usize): void {
  const r0 = v128.load(source);
  const r1 = v128.load(source + stride);
  const r2 = v128.load(source + stride * 2);
  const r3 = v128.load(source + stride * 3);
  const t0 = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5);
  const t1 = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7);
  const t2 = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5);
  const t3 = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7);
  v128.store(target, v128.shuffle<f32>(t0, t2, 0, 1, 4, 5));
  v128.store(target + step, v128.shuffle<f32>(t0, t2, 2, 3, 6, 7));
  v128.store(target + step * 2, v128.shuffle<f32>(t1, t3, 0, 1, 4, 5));
  v128.store(target + step * 3, v128.shuffle<f32>(t1, t3, 2, 3, 6, 7));
}

/** Transposes 2 rows of 4, `stride` bytes apart, into 4 pairs `step` bytes apart. */
// @ts-expect-error: decorator
@inline function transpose2(source: usize, stride: usize, target: usize, step: usize): void {
  const r0 = v128.load(source);
  const r1 = v128.load(source + stride);
  const low = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5);
  const high = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7);
  v128.store_lane<i64>(target, low, 0);
  v128.store_lane<i64>(target + step, low, 1);
  v128.store_lane<i64>(target + step * 2, high, 0);
  v128.store_lane<i64>(target + step * 3, high, 1);
}

/**
 * Packs one panel from a matrix in which neighbours along k lie side by side: `source` is [width, …] with
 * `stride` bytes from one row of the panel to the next; `valid` ≤ `width` rows exist.
 */
export function packAlong(source: usize, stride: usize, k: i32, valid: i32, width: i32, target: usize): void {
  const step = <usize>width << 2;
  let from = 0;
  if (valid == width) {
    from = k & ~3;
    for (let i = 0; i < from; i += 4) {
      const s = source + (<usize>i << 2);
      const t = target + <usize>i * step;
      transpose4(s, stride, t, step);
      if (width == 8) transpose4(s + stride * 4, stride, t + 16, step);
      else transpose2(s + stride * 4, stride, t + 16, step);
    }
  }
  for (let i = from; i < k; i++) {
    const t = target + <usize>i * step;
    for (let j = 0; j < width; j++) {
      const value: f32 = j < valid ? load<f32>(source + <usize>j * stride + (<usize>i << 2)) : 0;
      store<f32>(t + (<usize>j << 2), value);
    }
  }
}
