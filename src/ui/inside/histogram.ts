/**
 * Counts values in equal bins from `low` to `high`; what lies outside counts in the first or the last.
 *
 * @returns [bins]
 */
export function histogram(values: ArrayLike<number>, low: number, high: number, bins: number): Uint32Array {
  const counts = new Uint32Array(bins);
  const width = (high - low) / bins || 1;
  for (let i = 0; i < values.length; i++) {
    const bin = Math.floor(((values[i] as number) - low) / width);
    const held = Math.min(bins - 1, Math.max(0, bin));
    counts[held] = (counts[held] as number) + 1;
  }
  return counts;
}
