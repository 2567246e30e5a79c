/**
 * Sums, maxima and minima. Long reductions are cut into blocks of a fixed size whose results are reduced in turn,
 * so that the order of additions depends on the shape alone; it also keeps rounding errors small.
 */
import { REDUCE_MAX, REDUCE_SUM } from '../shared/codes';
import { float, int, pointer } from './arguments';

// @ts-expect-error: decorator
@unmanaged
class Sum {
  @inline start(): f32 {
    return 0;
  }
  @inline of(a: v128, b: v128): v128 {
    return f32x4.add(a, b);
  }
}
// @ts-expect-error: decorator
@unmanaged
class Max {
  @inline start(): f32 {
    return -Infinity;
  }
  @inline of(a: v128, b: v128): v128 {
    return f32x4.max(a, b);
  }
}
// @ts-expect-error: decorator
@unmanaged
class Min {
  @inline start(): f32 {
    return Infinity;
  }
  @inline of(a: v128, b: v128): v128 {
    return f32x4.min(a, b);
  }
}

/** Reduces `n` elements side by side. */
function reduceRow<Op>(x: usize, n: i32): f32 {
  const op = changetype<Op>(0);
  let s0 = f32x4.splat(op.start()),
    s1 = s0,
    s2 = s0,
    s3 = s0;
  let i = 0;
  for (; i + 16 <= n; i += 16) {
    s0 = op.of(s0, v128.load(x));
    s1 = op.of(s1, v128.load(x, 16));
    s2 = op.of(s2, v128.load(x, 32));
    s3 = op.of(s3, v128.load(x, 48));
    x += 64;
  }
  s0 = op.of(op.of(s0, s1), op.of(s2, s3));
  s0 = op.of(s0, v128.shuffle<f32>(s0, s0, 2, 3, 2, 3));
  s0 = op.of(s0, v128.shuffle<f32>(s0, s0, 1, 1, 1, 1));
  for (; i < n; i++) {
    s0 = op.of(s0, v128.load_splat<f32>(x));
    x += 4;
  }
  return f32x4.extract_lane(s0, 0);
}

function blocksOfRows<Op>(chunk: i32): void {
  const length = int(2),
    block = int(3),
    blocks = int(4),
    total = int(5);
  const end = min(total, (chunk + 1) * int(6));
  for (let i = chunk * int(6); i < end; i++) {
    const row = i / blocks;
    const from = (i - row * blocks) * block;
    const value = reduceRow<Op>(pointer(0) + ((<usize>(row * length + from)) << 2), min(block, length - from));
    store<f32>(pointer(1) + ((<usize>i) << 2), value * float(0));
  }
}

/**
 * Job: [rows, length] → [rows, blocks]. Integers: 0 x, 1 out, 2 length, 3 length of a block, 4 blocks of a row,
 * 5 blocks in all, 6 blocks of a chunk, 7 operation. Float 0: a factor for the result.
 */
export function reduceRows(chunk: i32): void {
  if (int(7) == REDUCE_SUM) blocksOfRows<Sum>(chunk);
  else if (int(7) == REDUCE_MAX) blocksOfRows<Max>(chunk);
  else blocksOfRows<Min>(chunk);
}

/** Reduces `n` rows of `columns` elements into one row. */
function reduceBlock<Op>(x: usize, n: i32, columns: i32, out: usize, factor: f32): void {
  const op = changetype<Op>(0);
  const stride = (<usize>columns) << 2;
  const scale = f32x4.splat(factor);
  let j = 0;
  for (; j + 16 <= columns; j += 16) {
    let s0 = f32x4.splat(op.start()),
      s1 = s0,
      s2 = s0,
      s3 = s0;
    let at = x + ((<usize>j) << 2);
    for (let i = 0; i < n; i++) {
      s0 = op.of(s0, v128.load(at));
      s1 = op.of(s1, v128.load(at, 16));
      s2 = op.of(s2, v128.load(at, 32));
      s3 = op.of(s3, v128.load(at, 48));
      at += stride;
    }
    const target = out + ((<usize>j) << 2);
    v128.store(target, f32x4.mul(s0, scale));
    v128.store(target, f32x4.mul(s1, scale), 16);
    v128.store(target, f32x4.mul(s2, scale), 32);
    v128.store(target, f32x4.mul(s3, scale), 48);
  }
  for (; j < columns; j++) {
    let s = f32x4.splat(op.start());
    let at = x + ((<usize>j) << 2);
    for (let i = 0; i < n; i++) {
      s = op.of(s, v128.load_splat<f32>(at));
      at += stride;
    }
    store<f32>(out + ((<usize>j) << 2), f32x4.extract_lane(s, 0) * factor);
  }
}

function blocksOfColumns<Op>(chunk: i32): void {
  const length = int(2),
    block = int(3),
    blocks = int(4),
    columns = int(5);
  const outer = chunk / blocks;
  const from = (chunk - outer * blocks) * block;
  const x = pointer(0) + ((<usize>((outer * length + from) * columns)) << 2);
  const out = pointer(1) + ((<usize>(chunk * columns)) << 2);
  reduceBlock<Op>(x, min(block, length - from), columns, out, float(0));
}

/**
 * Job: [outer, length, columns] → [outer, blocks, columns], one block to a chunk. Integers: 0 x, 1 out, 2 length,
 * 3 length of a block, 4 blocks, 5 columns, 6 operation. Float 0: a factor for the result.
 */
export function reduceColumns(chunk: i32): void {
  if (int(6) == REDUCE_SUM) blocksOfColumns<Sum>(chunk);
  else if (int(6) == REDUCE_MAX) blocksOfColumns<Max>(chunk);
  else blocksOfColumns<Min>(chunk);
}
