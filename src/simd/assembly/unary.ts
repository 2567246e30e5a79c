/** Element-wise functions of one tensor. */
import * as codes from '../shared/codes';
import { CHUNK } from '../shared/layout';
import { float, int, pointer } from './arguments';
import { exp, log, sigmoid, softplus, tanh } from './math';

// Operations as classes without fields: a type parameter is what the compiler can inline.
// @ts-expect-error: decorator
@unmanaged
class Abs {
  @inline of(x: v128): v128 {
    return f32x4.abs(x);
  }
}
// @ts-expect-error: decorator
@unmanaged
class Neg {
  @inline of(x: v128): v128 {
    return f32x4.neg(x);
  }
}
// @ts-expect-error: decorator
@unmanaged
class Square {
  @inline of(x: v128): v128 {
    return f32x4.mul(x, x);
  }
}
// @ts-expect-error: decorator
@unmanaged
class Sqrt {
  @inline of(x: v128): v128 {
    return f32x4.sqrt(x);
  }
}
// @ts-expect-error: decorator
@unmanaged
class Rsqrt {
  @inline of(x: v128): v128 {
    return f32x4.div(f32x4.splat(1), f32x4.sqrt(x));
  }
}
// @ts-expect-error: decorator
@unmanaged
class Reciprocal {
  @inline of(x: v128): v128 {
    return f32x4.div(f32x4.splat(1), x);
  }
}
// @ts-expect-error: decorator
@unmanaged
class Exp {
  @inline of(x: v128): v128 {
    return exp(x);
  }
}
// @ts-expect-error: decorator
@unmanaged
class Log {
  @inline of(x: v128): v128 {
    return log(x);
  }
}
// @ts-expect-error: decorator
@unmanaged
class Relu {
  @inline of(x: v128): v128 {
    return f32x4.max(x, f32x4.splat(0));
  }
}
// @ts-expect-error: decorator
@unmanaged
class Sigmoid {
  @inline of(x: v128): v128 {
    return sigmoid(x);
  }
}
// @ts-expect-error: decorator
@unmanaged
class Tanh {
  @inline of(x: v128): v128 {
    return tanh(x);
  }
}
// @ts-expect-error: decorator
@unmanaged
class Softplus {
  @inline of(x: v128): v128 {
    return softplus(x);
  }
}
// @ts-expect-error: decorator
@unmanaged
class Clip {
  @inline of(x: v128): v128 {
    return f32x4.min(f32x4.max(x, f32x4.splat(float(0))), f32x4.splat(float(1)));
  }
}
// @ts-expect-error: decorator
@unmanaged
class LeakyRelu {
  @inline of(x: v128): v128 {
    return v128.bitselect(f32x4.mul(x, f32x4.splat(float(0))), x, f32x4.lt(x, f32x4.splat(0)));
  }
}
// @ts-expect-error: decorator
@unmanaged
class Step {
  @inline of(x: v128): v128 {
    const step = v128.bitselect(f32x4.splat(1), f32x4.splat(float(0)), f32x4.gt(x, f32x4.splat(0)));
    return v128.bitselect(step, x, f32x4.eq(x, x)); // NaN stays NaN
  }
}
// @ts-expect-error: decorator
@unmanaged
class Elu {
  @inline of(x: v128): v128 {
    return v128.bitselect(x, f32x4.sub(exp(x), f32x4.splat(1)), f32x4.ge(x, f32x4.splat(0)));
  }
}

function map<Op>(x: usize, out: usize, n: i32): void {
  const op = changetype<Op>(0);
  const whole = out + ((<usize>(n & ~3)) << 2);
  const end = out + ((<usize>n) << 2);
  while (out < whole) {
    v128.store(out, op.of(v128.load(x)));
    x += 16;
    out += 16;
  }
  while (out < end) {
    store<f32>(out, f32x4.extract_lane(op.of(v128.load_splat<f32>(x)), 0));
    x += 4;
    out += 4;
  }
}

/** Job: elements [chunk · CHUNK, …). Integers: 0 x, 1 out, 2 size, 3 operation. Floats: its parameters. */
export function unary(chunk: i32): void {
  unarySpan(chunk * CHUNK, min(int(2), (chunk + 1) * CHUNK));
}

/** The same for elements [from, end). */
export function unarySpan(from: i32, end: i32): void {
  const n = end - from;
  const x = pointer(0) + ((<usize>from) << 2),
    out = pointer(1) + ((<usize>from) << 2);
  switch (int(3)) {
    case codes.UNARY_ABS:
      return map<Abs>(x, out, n);
    case codes.UNARY_NEG:
      return map<Neg>(x, out, n);
    case codes.UNARY_SQUARE:
      return map<Square>(x, out, n);
    case codes.UNARY_SQRT:
      return map<Sqrt>(x, out, n);
    case codes.UNARY_RSQRT:
      return map<Rsqrt>(x, out, n);
    case codes.UNARY_RECIPROCAL:
      return map<Reciprocal>(x, out, n);
    case codes.UNARY_EXP:
      return map<Exp>(x, out, n);
    case codes.UNARY_LOG:
      return map<Log>(x, out, n);
    case codes.UNARY_RELU:
      return map<Relu>(x, out, n);
    case codes.UNARY_LEAKY_RELU:
      return map<LeakyRelu>(x, out, n);
    case codes.UNARY_STEP:
      return map<Step>(x, out, n);
    case codes.UNARY_SIGMOID:
      return map<Sigmoid>(x, out, n);
    case codes.UNARY_TANH:
      return map<Tanh>(x, out, n);
    case codes.UNARY_SOFTPLUS:
      return map<Softplus>(x, out, n);
    case codes.UNARY_CLIP:
      return map<Clip>(x, out, n);
    case codes.UNARY_ELU:
      return map<Elu>(x, out, n);
    default:
      unreachable();
  }
}
