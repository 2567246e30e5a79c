/**
 * Transforms along the width: one tile's `n` channels at a time, from or to rows that are transformed along the height
 * already. `step` is the number of bytes from one of the tile's pixels to the next; `p0` … `p3` are the four points'.
 */
import { madd } from '../microkernel';

/** Points of four or three inputs. */
export function inputsToPoints(source: usize, step: usize, n: i32, hasFour: bool, p0: usize, p1: usize, p2: usize, p3: usize): void {
  const bytes = <usize>n << 2;
  const s1 = source + step, s2 = s1 + step, s3 = s2 + step;
  if (hasFour) {
    for (let i: usize = 0; i < bytes; i += 16) {
      const d1 = v128.load(s1 + i), d2 = v128.load(s2 + i);
      v128.store(p0 + i, f32x4.sub(v128.load(source + i), d2));
      v128.store(p1 + i, f32x4.add(d1, d2));
      v128.store(p2 + i, f32x4.sub(d2, d1));
      v128.store(p3 + i, f32x4.sub(d1, v128.load(s3 + i)));
    }
    return;
  }
  for (let i: usize = 0; i < bytes; i += 16) {
    const d1 = v128.load(s1 + i);
    v128.store(p0 + i, f32x4.sub(v128.load(source + i), d1));
    v128.store(p1 + i, f32x4.add(d1, d1));
    v128.store(p3 + i, f32x4.sub(d1, v128.load(s2 + i)));
  }
}

/** The transpose: adds to the inputs what belongs to them. */
export function pointsToInputs(target: usize, step: usize, n: i32, hasFour: bool, p0: usize, p1: usize, p2: usize, p3: usize): void {
  const bytes = <usize>n << 2;
  const t1 = target + step, t2 = t1 + step, t3 = t2 + step;
  if (hasFour) {
    for (let i: usize = 0; i < bytes; i += 16) {
      const v0 = v128.load(p0 + i), v1 = v128.load(p1 + i), v2 = v128.load(p2 + i), v3 = v128.load(p3 + i);
      v128.store(target + i, f32x4.add(v128.load(target + i), v0));
      v128.store(t1 + i, f32x4.add(v128.load(t1 + i), f32x4.add(f32x4.sub(v1, v2), v3)));
      v128.store(t2 + i, f32x4.add(v128.load(t2 + i), f32x4.sub(f32x4.add(v1, v2), v0)));
      v128.store(t3 + i, f32x4.sub(v128.load(t3 + i), v3));
    }
    return;
  }
  for (let i: usize = 0; i < bytes; i += 16) {
    const v0 = v128.load(p0 + i), v1 = v128.load(p1 + i), v3 = v128.load(p3 + i);
    v128.store(target + i, f32x4.add(v128.load(target + i), v0));
    v128.store(t1 + i, f32x4.add(v128.load(t1 + i), f32x4.add(f32x4.sub(f32x4.add(v1, v1), v0), v3)));
    v128.store(t2 + i, f32x4.sub(v128.load(t2 + i), v3));
  }
}

/** Outputs of a tile of three or two; `hasMinus` tells whether it has the point −1. */
export function pointsToOutputs(target: usize, step: usize, n: i32, outputs: i32, hasMinus: bool, p0: usize, p1: usize, p2: usize, p3: usize): void {
  const bytes = <usize>n << 2;
  const t1 = target + step, t2 = t1 + step;
  if (!hasMinus) {
    for (let i: usize = 0; i < bytes; i += 16) {
      const v1 = v128.load(p1 + i);
      v128.store(target + i, f32x4.add(v128.load(p0 + i), v1));
      v128.store(t1 + i, f32x4.sub(v1, v128.load(p3 + i)));
    }
    return;
  }
  for (let i: usize = 0; i < bytes; i += 16) {
    const v1 = v128.load(p1 + i), v2 = v128.load(p2 + i), v3 = v128.load(p3 + i);
    const sum = f32x4.add(v1, v2), difference = f32x4.sub(v1, v2);
    v128.store(target + i, f32x4.add(v128.load(p0 + i), sum));
    if (outputs == 3) {
      v128.store(t1 + i, difference);
      v128.store(t2 + i, f32x4.sub(sum, v3));
    } else {
      v128.store(t1 + i, f32x4.sub(difference, v3));
    }
  }
}

/** The transpose. */
export function outputsToPoints(source: usize, step: usize, n: i32, outputs: i32, hasMinus: bool, p0: usize, p1: usize, p2: usize, p3: usize): void {
  const bytes = <usize>n << 2;
  const s1 = source + step, s2 = s1 + step;
  for (let i: usize = 0; i < bytes; i += 16) {
    const y0 = v128.load(source + i), y1 = v128.load(s1 + i);
    const last = outputs == 3 ? v128.load(s2 + i) : y1;
    const even = outputs == 3 ? f32x4.add(y0, last) : y0;
    v128.store(p0 + i, y0);
    v128.store(p1 + i, f32x4.add(even, y1));
    if (hasMinus) v128.store(p2 + i, f32x4.sub(even, y1));
    v128.store(p3 + i, f32x4.neg(last));
  }
}
