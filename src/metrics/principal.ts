/** Principal directions: along which a linear map changes most. */
import { Matrix as Dense, EigenvalueDecomposition } from 'ml-matrix';
import type { Matrix } from './matrix.ts';

export interface Principal {
  /** Orthonormal, by falling strength: [count] of [rows] each. The component of largest size is positive. */
  readonly vectors: readonly Float64Array[];
  /** How much of ‖A‖² lies along each: shares of 1. */
  readonly shares: readonly number[];
}

const upright = (vector: Float64Array): Float64Array => {
  const largest = vector.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0);
  return largest < 0 ? vector.map((value) => -value) : vector;
};

/**
 * The directions d for which ‖dᵀA‖ is largest: eigenvectors of A Aᵀ, in float64 (for a layer's weights, Shen and Zhou 2021,
 * equation 6).
 *
 * @param a row: a component of what comes in; column: one of what goes out
 * @param count fewer if there are fewer rows
 */
export function principalDirections({ rows, columns, values }: Matrix, count: number): Principal {
  const gram = new Float64Array(rows * rows);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = 0; k < columns; k++)
        sum += (values[i * columns + k] as number) * (values[j * columns + k] as number);
      gram[i * rows + j] = sum;
      gram[j * rows + i] = sum;
    }
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(Dense.from1DArray(rows, rows, gram), {
    assumeSymmetric: true,
  });
  const order = realEigenvalues
    .map((_, k) => k)
    .sort((a, b) => (realEigenvalues[b] as number) - (realEigenvalues[a] as number));
  const total = realEigenvalues.reduce((sum, value) => sum + Math.max(0, value), 0) || 1;
  const chosen = order.slice(0, count);
  return {
    vectors: chosen.map((k) => upright(Float64Array.from(eigenvectorMatrix.getColumn(k)))),
    shares: chosen.map((k) => Math.max(0, realEigenvalues[k] as number) / total),
  };
}
