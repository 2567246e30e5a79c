/** Square roots of symmetric positive semi-definite matrices, by eigendecomposition in float64. */
import { Matrix as Dense, EigenvalueDecomposition } from 'ml-matrix';
import type { Matrix } from './matrix.ts';

/**
 * √λ. Rounding makes eigenvalues of a singular matrix slightly negative or positive, and the root of 10⁻¹⁶ is 10⁻⁸:
 * what is as small as rounding is taken for 0.
 */
function rootsOf({ realEigenvalues: eigenvalues }: EigenvalueDecomposition): number[] {
  const rounding = eigenvalues.length * Number.EPSILON * Math.max(...eigenvalues);
  return eigenvalues.map((eigenvalue) => (eigenvalue > rounding ? Math.sqrt(eigenvalue) : 0));
}

const decompose = (matrix: Dense): EigenvalueDecomposition =>
  new EigenvalueDecomposition(matrix, { assumeSymmetric: true });

const dense = ({ rows, columns, values }: Matrix): Dense => Dense.from1DArray(rows, columns, values as Float64Array);

/** S^½ = V diag(√λ) Vᵀ */
export function squareRoot(matrix: Matrix): Dense {
  const decomposition = decompose(dense(matrix));
  const vectors = decomposition.eigenvectorMatrix;
  const scaled = vectors.clone().mulRowVector(rootsOf(decomposition));
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
  return rootsOf(decompose(symmetric)).reduce((sum, root) => sum + root, 0);
}
