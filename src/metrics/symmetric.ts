/** Square roots of symmetric positive semi-definite matrices, by eigendecomposition in float64. */
import { Matrix as Dense, EigenvalueDecomposition } from 'ml-matrix';
import type { Matrix } from './matrix.ts';

/** Rounding makes eigenvalues of a singular matrix slightly negative: those are taken for 0. */
const root = (eigenvalue: number): number => Math.sqrt(Math.max(0, eigenvalue));

const decompose = (matrix: Dense): EigenvalueDecomposition =>
  new EigenvalueDecomposition(matrix, { assumeSymmetric: true });

const dense = ({ rows, columns, values }: Matrix): Dense => Dense.from1DArray(rows, columns, values as Float64Array);

/** S^½ = V diag(√λ) Vᵀ */
export function squareRoot(matrix: Matrix): Dense {
  const { eigenvectorMatrix: vectors, realEigenvalues } = decompose(dense(matrix));
  const scaled = vectors.clone().mulRowVector(realEigenvalues.map(root));
  return scaled.mmul(vectors.transpose());
}

/** A pivot below this share of the largest is rounding: its column stays empty. */
const EMPTY = 1e-12;

/** Lower triangular L with L Lᵀ = S: far quicker than the root, a little less exact where S is nearly singular. */
export function choleskyFactor({ rows: d, values }: Matrix): Dense {
  const factor = new Float64Array(d * d);
  const largest = Float64Array.from({ length: d }, (_, i) => values[i * d + i] as number).reduce((a, b) =>
    Math.max(a, b),
  );
  for (let j = 0; j < d; j++) {
    let pivot = 0;
    for (let i = j; i < d; i++) {
      let rest = values[i * d + j] as number;
      for (let k = 0; k < j; k++) rest -= (factor[i * d + k] as number) * (factor[j * d + k] as number);
      if (i === j) pivot = rest > EMPTY * largest ? Math.sqrt(rest) : 0;
      if (pivot > 0) factor[i * d + j] = rest / pivot;
    }
  }
  return Dense.from1DArray(d, d, factor);
}

/** Tr (A B)^½ = Tr (Fᵀ B F)^½, from any F with F Fᵀ = A: the root of A, or its Cholesky factor. */
export function traceOfRoot(factorOfA: Dense, b: Matrix): number {
  const product = factorOfA.transpose().mmul(dense(b)).mmul(factorOfA);
  // Exactly symmetric, which rounding had spoilt.
  const symmetric = product.add(product.transpose()).mul(0.5);
  return decompose(symmetric).realEigenvalues.reduce((sum, eigenvalue) => sum + root(eigenvalue), 0);
}
