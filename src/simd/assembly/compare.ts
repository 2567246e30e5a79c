/** Element-wise comparison and choice. Truth values are bytes, 0 or 1. */
import * as codes from '../shared/codes';
import { CHUNK } from '../shared/layout';
import { int, pointer } from './arguments';
import { columns, endRow, firstColumn, firstRow } from './rows';

// @ts-expect-error: decorator
@unmanaged
class Greater {
  @inline of(a: f32, b: f32): bool {
    return a > b;
  }
}
// @ts-expect-error: decorator
@unmanaged
class GreaterEqual {
  @inline of(a: f32, b: f32): bool {
    return a >= b;
  }
}
// @ts-expect-error: decorator
@unmanaged
class Less {
  @inline of(a: f32, b: f32): bool {
    return a < b;
  }
}
// @ts-expect-error: decorator
@unmanaged
class LessEqual {
  @inline of(a: f32, b: f32): bool {
    return a <= b;
  }
}
// @ts-expect-error: decorator
@unmanaged
class Equal {
  @inline of(a: f32, b: f32): bool {
    return a == b;
  }
}
// @ts-expect-error: decorator
@unmanaged
class NotEqual {
  @inline of(a: f32, b: f32): bool {
    return a != b;
  }
}

// @ts-expect-error: decorator
@unmanaged
class EqualIntegers {
  @inline of(a: f32, b: f32): bool {
    return reinterpret<i32>(a) == reinterpret<i32>(b);
  }
}

function rows<Op>(chunk: i32): void {
  const op = changetype<Op>(0);
  const from = firstColumn(chunk),
    n = columns(chunk),
    end = endRow(chunk);
  const length = int(5),
    aStep = int(7) << 2,
    bStep = int(9) << 2;
  for (let i = firstRow(chunk); i < end; i++) {
    let a = pointer(0) + ((<usize>(i * int(6))) << 2) + from * aStep;
    let b = pointer(1) + ((<usize>(i * int(8))) << 2) + from * bStep;
    const out = pointer(2) + i * length + from;
    for (let j = 0; j < n; j++) {
      store<u8>(out + j, op.of(load<f32>(a), load<f32>(b)) ? 1 : 0);
      a += aStep;
      b += bStep;
    }
  }
}

/** Job. Integers: 0 a, 1 b, 2 out (bytes), 3 operation, 4 … see rows.ts. */
export function compare(chunk: i32): void {
  switch (int(3)) {
    case codes.COMPARE_GREATER:
      return rows<Greater>(chunk);
    case codes.COMPARE_GREATER_EQUAL:
      return rows<GreaterEqual>(chunk);
    case codes.COMPARE_LESS:
      return rows<Less>(chunk);
    case codes.COMPARE_LESS_EQUAL:
      return rows<LessEqual>(chunk);
    case codes.COMPARE_EQUAL:
      return rows<Equal>(chunk);
    case codes.COMPARE_NOT_EQUAL:
      return rows<NotEqual>(chunk);
    case codes.COMPARE_EQUAL_INTEGERS:
      return rows<EqualIntegers>(chunk);
    default:
      unreachable();
  }
}

/** Job: out = condition ? a : b. Integers: 0 condition (bytes), 1 a, 2 b, 3 out, 4 size; 32-bit elements. */
export function select(chunk: i32): void {
  const from = chunk * CHUNK;
  const end = min(int(4), from + CHUNK);
  for (let i = from; i < end; i++) {
    const source = load<u8>(pointer(0) + i) ? pointer(1) : pointer(2);
    store<i32>(pointer(3) + ((<usize>i) << 2), load<i32>(source + ((<usize>i) << 2)));
  }
}
