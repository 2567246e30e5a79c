/** Classes as numbers and as rows of ones and zeros. */
import { int, pointer } from './arguments';

/**
 * Job, one chunk: row i of `out` [rows, depth] is `off`, but `on` in column indices[i], if there is such a column.
 * Integers: 0 indices, 1 out, 2 rows, 3 depth, 4 and 5 the bits of on and off.
 */
export function oneHot(): void {
  const rows = int(2),
    depth = int(3);
  let out = pointer(1);
  for (let i = 0; i < rows; i++) {
    const index = load<i32>(pointer(0) + ((<usize>i) << 2));
    for (let j = 0; j < depth; j++) store<i32>(out + ((<usize>j) << 2), j == index ? int(4) : int(5));
    out += (<usize>depth) << 2;
  }
}

/** Job, one chunk: out[i] is the first column of x [rows, columns] with row i's greatest number. Integers: 0 x, 1 out, 2 rows, 3 columns. */
export function argMax(): void {
  const rows = int(2),
    columns = int(3);
  let row = pointer(0);
  for (let i = 0; i < rows; i++) {
    let best = 0;
    let greatest = load<f32>(row);
    for (let j = 1; j < columns; j++) {
      const value = load<f32>(row + ((<usize>j) << 2));
      if (value > greatest) {
        greatest = value;
        best = j;
      }
    }
    store<i32>(pointer(1) + ((<usize>i) << 2), best);
    row += (<usize>columns) << 2;
  }
}
