/** Distributions over classes. Logarithms are natural; 0 · log 0 is 0. */
import type { Matrix } from './matrix.ts';
import type { Indices } from './resample.ts';

const plogp = (p: number): number => (p > 0 ? p * Math.log(p) : 0);

export const entropy = (distribution: Float64Array): number => -distribution.reduce((sum, p) => sum + plogp(p), 0);

/** KL(p ‖ q), infinite where p has mass and q has none. */
export function divergence(p: Float64Array, q: Float64Array): number {
  let sum = 0;
  for (const [i, share] of p.entries()) if (share > 0) sum += share * Math.log(share / (q[i] as number));
  // Rounding alone can make it negative.
  return Math.max(0, sum);
}

/** The mean of the chosen rows: p(y) of these examples. */
export function marginal({ columns, values }: Matrix, chosen: Indices): Float64Array {
  const mean = new Float64Array(columns);
  for (const row of chosen) {
    for (let c = 0; c < columns; c++) mean[c] = (mean[c] as number) + (values[row * columns + c] as number);
  }
  return mean.map((sum) => sum / chosen.length);
}

/** The entropy of each row. */
export function rowEntropies({ rows, columns, values }: Matrix): Float64Array {
  const out = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    for (let c = 0; c < columns; c++) out[row] = (out[row] as number) - plogp(values[row * columns + c] as number);
  }
  return out;
}

/** The share of each class among the chosen examples. */
export function classShares(classes: Int32Array, count: number, chosen: Indices): Float64Array {
  const shares = new Float64Array(count);
  for (const i of chosen) shares[classes[i] as number] = (shares[classes[i] as number] as number) + 1;
  return shares.map((found) => found / chosen.length);
}

export function meanOver(values: ArrayLike<number>, chosen: Indices): number {
  let sum = 0;
  for (const i of chosen) sum += values[i] as number;
  return sum / chosen.length;
}
