/** Rows of numbers: one row for each example. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  /** [rows, columns], row-major */
  readonly values: Float32Array | Float64Array;
}

const rowOf = ({ columns, values }: Matrix, row: number): Float32Array | Float64Array =>
  values.subarray(row * columns, (row + 1) * columns);

/** A part of the rows, in the order of `rows`. */
export function pickRows(matrix: Matrix, rows: ArrayLike<number>): Matrix {
  const { columns } = matrix;
  const values = new Float64Array(rows.length * columns);
  for (let i = 0; i < rows.length; i++) values.set(rowOf(matrix, rows[i] as number), i * columns);
  return { rows: rows.length, columns, values };
}

/** The column of each row's largest entry, the first where several are. */
export function argMaxRows(matrix: Matrix): Int32Array<ArrayBuffer> {
  const { rows, columns, values } = matrix;
  return Int32Array.from({ length: rows }, (_, row) => {
    let best = 0;
    for (let column = 1; column < columns; column++) {
      if ((values[row * columns + column] as number) > (values[row * columns + best] as number)) best = column;
    }
    return best;
  });
}
