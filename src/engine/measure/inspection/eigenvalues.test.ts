import { Matrix, SingularValueDecomposition } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { initialState, openStream } from '../../../core/random.ts';
import { singularValues, symmetricEigenvalues } from './eigenvalues.ts';

const randomMatrix = (rows: number, columns: number) =>
  openStream(initialState(rows * 100 + columns, 'matrix')).normal(new Float32Array(rows * columns));

const errorBetween = (found: Float64Array, expected: readonly number[]): number =>
  Math.max(...expected.map((value, i) => Math.abs(value - (found[i] as number)))) / (expected[0] as number);

describe.each([
  [1, 1],
  [1, 5],
  [2, 2],
  [3, 2],
  [25, 32],
  [90, 40],
  [40, 90],
])('%i × %i', (rows, columns) => {
  it('has the singular values that an independent decomposition finds', () => {
    const matrix = randomMatrix(rows, columns);
    const expected = new SingularValueDecomposition(Matrix.from1DArray(rows, columns, matrix), { autoTranspose: true })
      .diagonal;
    const found = singularValues(matrix, rows, columns);
    expect(found).toHaveLength(Math.min(rows, columns));
    expect(errorBetween(found, expected)).toBeLessThan(1e-7);
  });
});

it('knows matrices whose eigenvalues are known', () => {
  expect([...symmetricEigenvalues(Float64Array.of(2, 1, 1, 2), 2)]).toEqual([3, expect.closeTo(1, 12)]);
  expect([...symmetricEigenvalues(Float64Array.of(3, 0, 0, 0, -1, 0, 0, 0, 2), 3)]).toEqual([3, 2, -1]);
  // Of rank one: a single singular value, the product of the lengths.
  const [first, ...rest] = singularValues(Float32Array.of(3, 4, 6, 8, 9, 12), 3, 2);
  expect(first).toBeCloseTo(5 * Math.sqrt(14), 10);
  expect(Math.max(...rest)).toBeLessThan(1e-6);
  expect([...singularValues(new Float32Array(6), 2, 3)]).toEqual([0, 0]);
});

it('refuses what is not finite', () => {
  expect(() => singularValues(Float32Array.of(1, Number.NaN, 0, 1), 2, 2)).toThrow(/not finite/);
});
