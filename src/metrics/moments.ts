import type { Matrix } from './matrix.ts';
import type { Indices } from './resample.ts';

/** Mean and covariance of features. */
export interface Moments {
  /** [d] */
  readonly mean: Float64Array;
  /** [d, d], divided by n − 1 */
  readonly covariance: Matrix;
}

function meanOf({ columns, values }: Matrix, chosen: Indices): Float64Array {
  const mean = new Float64Array(columns);
  for (const row of chosen) {
    for (let k = 0; k < columns; k++) mean[k] = (mean[k] as number) + (values[row * columns + k] as number);
  }
  return mean.map((sum) => sum / chosen.length);
}

/** In two passes: the mean first, so that nothing cancels. */
export function momentsOf(features: Matrix, chosen: Indices): Moments {
  const { columns: d, values } = features;
  const mean = meanOf(features, chosen);
  const sums = new Float64Array(d * d);
  const centred = new Float64Array(d);
  for (const row of chosen) {
    for (let k = 0; k < d; k++) centred[k] = (values[row * d + k] as number) - (mean[k] as number);
    for (let k = 0; k < d; k++) {
      const factor = centred[k] as number;
      const start = k * d;
      // A feature that is equal in all examples stays silent in most networks.
      if (factor !== 0)
        for (let l = k; l < d; l++) sums[start + l] = (sums[start + l] as number) + factor * (centred[l] as number);
    }
  }
  for (let k = 0; k < d; k++) {
    for (let l = k; l < d; l++) {
      const covariance = (sums[k * d + l] as number) / (chosen.length - 1);
      sums[k * d + l] = covariance;
      sums[l * d + k] = covariance;
    }
  }
  return { mean, covariance: { rows: d, columns: d, values: sums } };
}
