import type { Matrix } from './matrix.ts';
import type { Slices } from './slices.ts';

/** A value for each pair of examples: within the real ones, across, and within the others. */
export interface Pairs {
  /** [n, n], symmetric */
  readonly real: Matrix;
  /** [n, m]: row: real, column: other */
  readonly cross: Matrix;
  /** [m, m], symmetric */
  readonly other: Matrix;
}

/** Multiplications between two yields: about two milliseconds. */
const SLICE = 2e6;

/** ‖x‖² summed in four parts, which the processor can add at the same time. */
function squaredDistance(a: Float64Array, from: number, b: Float64Array, to: number, columns: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let k = 0;
  for (; k + 3 < columns; k += 4) {
    const d0 = (a[from + k] as number) - (b[to + k] as number);
    const d1 = (a[from + k + 1] as number) - (b[to + k + 1] as number);
    const d2 = (a[from + k + 2] as number) - (b[to + k + 2] as number);
    const d3 = (a[from + k + 3] as number) - (b[to + k + 3] as number);
    s0 += d0 * d0;
    s1 += d1 * d1;
    s2 += d2 * d2;
    s3 += d3 * d3;
  }
  for (; k < columns; k++) {
    const d = (a[from + k] as number) - (b[to + k] as number);
    s0 += d * d;
  }
  return s0 + s1 + (s2 + s3);
}

/** Squared Euclidean distances of each row of `x` to each of `y`, [x.rows, y.rows]; within one set if they are the same. */
export function* squaredDistances(x: Matrix, y: Matrix): Slices<Matrix> {
  const { rows, columns } = x;
  const a = Float64Array.from(x.values);
  const b = x === y ? a : Float64Array.from(y.values);
  const values = new Float64Array(rows * y.rows);
  let work = 0;
  for (let i = 0; i < rows; i++) {
    const first = x === y ? i + 1 : 0;
    for (let j = first; j < y.rows; j++) {
      const distance = squaredDistance(a, i * columns, b, j * columns, columns);
      values[i * y.rows + j] = distance;
      if (x === y) values[j * rows + i] = distance;
    }
    work += (y.rows - first) * columns;
    if (work > SLICE) {
      work = 0;
      yield;
    }
  }
  return { rows, columns: y.rows, values };
}

type Entry = (value: number, row: number, column: number) => number;

function* mapFrom(firstColumn: (row: number) => number, { rows, columns, values }: Matrix, f: Entry): Slices<Matrix> {
  const out = new Float64Array(values.length);
  let work = 0;
  for (let row = 0; row < rows; row++) {
    const first = firstColumn(row);
    for (let column = first; column < columns; column++) {
      const at = row * columns + column;
      out[at] = f(values[at] as number, row, column);
    }
    work += columns - first;
    if (work > SLICE / 20) {
      work = 0;
      yield;
    }
  }
  return { rows, columns, values: out };
}

/** `f` of each entry. */
export const mapMatrix = (matrix: Matrix, f: Entry): Slices<Matrix> => mapFrom(() => 0, matrix, f);

/** The same for a symmetric matrix, of which only the upper half is looked at and filled. */
export const mapSymmetric = (matrix: Matrix, f: Entry): Slices<Matrix> => mapFrom((row) => row, matrix, f);
