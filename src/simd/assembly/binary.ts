/** Element-wise arithmetic of two tensors, with broadcasting as rows.ts tells. */
import * as codes from '../shared/codes';
import { int, pointer } from './arguments';
import { columns, endRow, firstColumn, firstRow } from './rows';

// @ts-expect-error: decorator
@unmanaged
class Add {
  @inline of(a: v128, b: v128): v128 {
    return f32x4.add(a, b);
  }
}
// @ts-expect-error: decorator
@unmanaged
class Sub {
  @inline of(a: v128, b: v128): v128 {
    return f32x4.sub(a, b);
  }
}
// @ts-expect-error: decorator
@unmanaged
class Mul {
  @inline of(a: v128, b: v128): v128 {
    return f32x4.mul(a, b);
  }
}
// @ts-expect-error: decorator
@unmanaged
class Div {
  @inline of(a: v128, b: v128): v128 {
    return f32x4.div(a, b);
  }
}
// @ts-expect-error: decorator
@unmanaged
class Max {
  @inline of(a: v128, b: v128): v128 {
    return f32x4.max(a, b);
  }
}
// @ts-expect-error: decorator
@unmanaged
class Min {
  @inline of(a: v128, b: v128): v128 {
    return f32x4.min(a, b);
  }
}
// @ts-expect-error: decorator
@unmanaged
class SquaredDifference {
  @inline of(a: v128, b: v128): v128 {
    const d = f32x4.sub(a, b);
    return f32x4.mul(d, d);
  }
}

/** One row: three loops, for a branch inside would cost as much as the arithmetic. */
function row<Op>(a: usize, aStep: i32, b: usize, bStep: i32, out: usize, n: i32): void {
  const op = changetype<Op>(0);
  const whole = out + ((<usize>(n & ~3)) << 2);
  const end = out + ((<usize>n) << 2);
  if (aStep == 0) {
    const x = v128.load_splat<f32>(a);
    for (; out < whole; out += 16, b += bStep << 4) v128.store(out, op.of(x, v128.load(b)));
  } else if (bStep == 0) {
    const y = v128.load_splat<f32>(b);
    for (; out < whole; out += 16, a += 16) v128.store(out, op.of(v128.load(a), y));
  } else {
    for (; out < whole; out += 16, a += 16, b += 16) v128.store(out, op.of(v128.load(a), v128.load(b)));
  }
  for (; out < end; out += 4, a += aStep << 2, b += bStep << 2) {
    store<f32>(out, f32x4.extract_lane(op.of(v128.load_splat<f32>(a), v128.load_splat<f32>(b)), 0));
  }
}

/** Elements [from, end) of the output, row by row. */
function rows<Op>(from: i32, end: i32): void {
  const length = int(5),
    aRow = int(6),
    aStep = int(7),
    bRow = int(8),
    bStep = int(9);
  let i = from / length;
  let column = from - i * length;
  while (from < end) {
    const n = min(length - column, end - from);
    const a = pointer(0) + ((<usize>(i * aRow + column * aStep)) << 2);
    const b = pointer(1) + ((<usize>(i * bRow + column * bStep)) << 2);
    row<Op>(a, aStep, b, bStep, pointer(2) + ((<usize>from) << 2), n);
    from += n;
    column = 0;
    i++;
  }
}

/** Job. Integers: 0 a, 1 b, 2 out, 3 operation, 4 … see rows.ts. */
export function binary(chunk: i32): void {
  const length = int(5);
  if (int(4) == 1) binarySpan(firstColumn(chunk), firstColumn(chunk) + columns(chunk));
  else binarySpan(firstRow(chunk) * length, endRow(chunk) * length);
}

/** The same for elements [from, end). */
export function binarySpan(from: i32, end: i32): void {
  switch (int(3)) {
    case codes.BINARY_ADD:
      return rows<Add>(from, end);
    case codes.BINARY_SUB:
      return rows<Sub>(from, end);
    case codes.BINARY_MUL:
      return rows<Mul>(from, end);
    case codes.BINARY_DIV:
      return rows<Div>(from, end);
    case codes.BINARY_MAX:
      return rows<Max>(from, end);
    case codes.BINARY_MIN:
      return rows<Min>(from, end);
    case codes.BINARY_SQUARED_DIFFERENCE:
      return rows<SquaredDifference>(from, end);
    default:
      unreachable();
  }
}
