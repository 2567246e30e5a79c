/**
 * Min–max decimation: which rows of a long series to draw so that the picture stays the same.
 *
 * The rows are cut into buckets, and each bucket keeps the rows in which one of the columns is smallest or
 * largest; so a spike of a single step survives, which averaging would hide. The bucket size is a power of
 * two: while a series grows, finished buckets keep their rows and the drawn line does not shimmer.
 */

/** Smallest power of two that is at least `wanted`. */
const powerOfTwo = (wanted: number): number => 2 ** Math.ceil(Math.log2(Math.max(1, wanted)));

/**
 * Picks at most `budget` of the rows 0 … length−1, in ascending order. The first and the last row are
 * always among them, and so are every column's extremes. Values that are not finite are passed over.
 *
 * @param columns each of at least `length` values
 * @param budget at least 2 · columns + 2, or there is no room for one bucket
 */
export function decimate(columns: readonly Float32Array[], length: number, budget: number): number[] {
  if (length <= budget) return Array.from({ length }, (_, index) => index);

  // Two rows for each column and bucket, besides the first and the last row. One bucket is held back
  // because the last one is rarely full.
  const buckets = Math.max(1, Math.floor((budget - 2) / (2 * columns.length)) - 1);
  const size = powerOfTwo(length / buckets);
  const picked: number[] = [0];
  const pick = (index: number): void => {
    if (index > (picked.at(-1) as number)) picked.push(index);
  };

  for (let start = 0; start < length; start += size) {
    const end = Math.min(start + size, length);
    const extremes = columns.flatMap((column) => extremesOf(column, start, end));
    for (const index of extremes.sort((a, b) => a - b)) pick(index);
  }
  pick(length - 1);
  return picked;
}

/** Where the column is smallest and largest in [start, end); nothing where it has no finite value. */
function extremesOf(column: Float32Array, start: number, end: number): number[] {
  let lowest = -1;
  let highest = -1;
  for (let i = start; i < end; i++) {
    const value = column[i] as number;
    if (!Number.isFinite(value)) continue;
    if (lowest < 0 || value < (column[lowest] as number)) lowest = i;
    if (highest < 0 || value > (column[highest] as number)) highest = i;
  }
  return lowest < 0 ? [] : [lowest, highest];
}
