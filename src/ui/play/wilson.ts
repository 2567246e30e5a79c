/** For 95 in 100. */
const Z = 1.959964;

/**
 * Wilson's interval for a share that was found in a few trials: it stays within [0, 1], also at none and at all of them.
 * Wilson 1927, “Probable inference, the law of succession, and statistical inference”.
 *
 * @param trials at least 1
 */
export function wilson(hits: number, trials: number): { readonly low: number; readonly high: number } {
  const share = hits / trials;
  const weight = Z ** 2 / trials;
  const centre = (share + weight / 2) / (1 + weight);
  const reach = (Z / (1 + weight)) * Math.sqrt((share * (1 - share)) / trials + weight / (4 * trials));
  return { low: Math.max(0, centre - reach), high: Math.min(1, centre + reach) };
}
