/** Eigenvalues and singular values, without their vectors, in float64. */

/** Rotations by which one eigenvalue must have settled; two or three are usual. */
const PATIENCE = 60;

/**
 * Householder's reduction of a symmetric matrix to tridiagonal form (Golub and Van Loan 2013, algorithm 8.3.1).
 *
 * @param a [n, n], row-major, symmetric; overwritten
 */
function tridiagonal(a: Float64Array, n: number): { readonly diagonal: Float64Array; readonly beside: Float64Array } {
  const v = new Float64Array(n);
  const p = new Float64Array(n);
  const beside = new Float64Array(n);
  for (let k = 0; k < n - 2; k++) {
    let square = 0;
    for (let i = k + 1; i < n; i++) {
      v[i] = a[i * n + k] as number;
      square += (v[i] as number) ** 2;
    }
    const first = v[k + 1] as number;
    const length = first > 0 ? -Math.sqrt(square) : Math.sqrt(square);
    beside[k] = length;
    const scale = square - first * length; // vᵀv / 2 for v with its first element shifted
    if (scale === 0) continue;
    v[k + 1] = first - length;

    // A ← (I − vvᵀ/s) A (I − vvᵀ/s), on what is left below and to the right.
    let dot = 0;
    for (let i = k + 1; i < n; i++) {
      let sum = 0;
      for (let j = k + 1; j < n; j++) sum += (a[i * n + j] as number) * (v[j] as number);
      p[i] = sum / scale;
      dot += (p[i] as number) * (v[i] as number);
    }
    const half = dot / (2 * scale);
    for (let i = k + 1; i < n; i++) p[i] = (p[i] as number) - half * (v[i] as number);
    for (let i = k + 1; i < n; i++) {
      const [vi, pi] = [v[i] as number, p[i] as number];
      for (let j = k + 1; j < n; j++) {
        a[i * n + j] = (a[i * n + j] as number) - vi * (p[j] as number) - pi * (v[j] as number);
      }
    }
  }
  if (n > 1) beside[n - 2] = a[(n - 1) * n + n - 2] as number;
  return { diagonal: Float64Array.from({ length: n }, (_, i) => a[i * n + i] as number), beside };
}

/** Implicit QL with Wilkinson's shift (Press et al. 2007, section 11.4), on a tridiagonal matrix; overwrites both. */
function settle(diagonal: Float64Array, beside: Float64Array): void {
  const n = diagonal.length;
  const d = (i: number): number => diagonal[i] as number;
  const e = (i: number): number => beside[i] as number;
  for (let l = 0; l < n; l++) {
    for (let round = 0; ; round++) {
      let m = l;
      while (m < n - 1 && Math.abs(e(m)) > Number.EPSILON * (Math.abs(d(m)) + Math.abs(d(m + 1)))) m++;
      if (m === l) break;
      if (round === PATIENCE) throw new Error('The eigenvalues of this matrix do not settle.');
      const slope = (d(l + 1) - d(l)) / (2 * e(l));
      const root = Math.hypot(slope, 1);
      let g = d(m) - d(l) + e(l) / (slope + (slope < 0 ? -root : root));
      let [s, c, p] = [1, 1, 0];
      let i = m - 1;
      for (; i >= l; i--) {
        const f = s * e(i);
        const b = c * e(i);
        const r = Math.hypot(f, g);
        beside[i + 1] = r;
        if (r === 0) {
          diagonal[i + 1] = d(i + 1) - p;
          beside[m] = 0;
          break;
        }
        s = f / r;
        c = g / r;
        g = d(i + 1) - p;
        const t = (d(i) - g) * s + 2 * c * b;
        p = s * t;
        diagonal[i + 1] = g + p;
        g = c * t - b;
      }
      if (i >= l) continue;
      diagonal[l] = d(l) - p;
      beside[l] = g;
      beside[m] = 0;
    }
  }
}

/**
 * Eigenvalues of a symmetric matrix, largest first.
 *
 * @param matrix [n, n], row-major
 * @throws Error if it holds a value that is not finite, for which they never settle
 */
export function symmetricEigenvalues(matrix: Float64Array, n: number): Float64Array<ArrayBuffer> {
  if (!matrix.every(Number.isFinite)) throw new Error('A matrix with values that are not finite has no eigenvalues.');
  const { diagonal, beside } = tridiagonal(matrix.slice(), n);
  settle(diagonal, beside);
  return Float64Array.from(diagonal).sort().reverse();
}

/**
 * Singular values, largest first: roots of the eigenvalues of WᵀW or WWᵀ, whichever is smaller. Those below about 10⁻⁸
 * of the largest are rounding.
 *
 * @param matrix [rows, columns], row-major
 * @returns [min(rows, columns)]
 */
export function singularValues(matrix: Float32Array, rows: number, columns: number): Float64Array<ArrayBuffer> {
  const n = Math.min(rows, columns);
  const gram = new Float64Array(n * n);
  // Row after row of the longer side: each adds its outer product.
  const at = columns <= rows ? (k: number, i: number) => k * columns + i : (k: number, i: number) => i * columns + k;
  const row = new Float64Array(n);
  for (let k = 0; k < Math.max(rows, columns); k++) {
    for (let i = 0; i < n; i++) row[i] = matrix[at(k, i)] as number;
    for (let i = 0; i < n; i++) {
      const value = row[i] as number;
      for (let j = 0; j <= i; j++) gram[i * n + j] = (gram[i * n + j] as number) + value * (row[j] as number);
    }
  }
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) gram[j * n + i] = gram[i * n + j] as number;
  return symmetricEigenvalues(gram, n).map((value) => Math.sqrt(Math.max(0, value)));
}
