import fc from 'fast-check';
import { expect, it } from 'vitest';
import { principalDirections } from './principal.ts';

const ROWS = 4;
const COLUMNS = 6;
const anyMatrix = fc
  .array(fc.float({ min: -3, max: 3, noNaN: true }), { minLength: ROWS * COLUMNS, maxLength: ROWS * COLUMNS })
  .map((values) => ({ rows: ROWS, columns: COLUMNS, values: Float32Array.from(values) }));

/** ‖dᵀA‖² */
function strength(
  { columns, values }: { columns: number; values: Float32Array },
  direction: ArrayLike<number>,
): number {
  let sum = 0;
  for (let k = 0; k < columns; k++) {
    let along = 0;
    for (let i = 0; i < direction.length; i++) along += (direction[i] as number) * (values[i * columns + k] as number);
    sum += along * along;
  }
  return sum;
}

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((sum, value, i) => sum + value * (b[i] as number), 0);

it('of a matrix made for it they are known', () => {
  // Turned by 30° in the first two components: strengths 9 and 4, and 1 along the third.
  const [c, s] = [Math.cos(Math.PI / 6), Math.sin(Math.PI / 6)];
  const values = Float32Array.of(3 * c, -2 * s, 0, 3 * s, 2 * c, 0, 0, 0, 1);
  const { vectors, shares } = principalDirections({ rows: 3, columns: 3, values }, 2);
  expect(vectors).toHaveLength(2);
  for (const [i, value] of [c, s, 0].entries()) expect(vectors[0]?.[i]).toBeCloseTo(value, 6);
  for (const [i, value] of [-s, c, 0].entries()) expect(vectors[1]?.[i]).toBeCloseTo(value, 6);
  expect(shares[0]).toBeCloseTo(9 / 14, 6);
  expect(shares[1]).toBeCloseTo(4 / 14, 6);
});

it('are orthonormal, by falling strength, which sums up to that of the whole', () => {
  fc.assert(
    fc.property(anyMatrix, (matrix) => {
      const { vectors, shares } = principalDirections(matrix, ROWS);
      for (const [i, a] of vectors.entries())
        for (const [j, b] of vectors.entries()) expect(dot(a, b)).toBeCloseTo(Number(i === j), 8);
      const total = dot(matrix.values, matrix.values);
      for (const [k, vector] of vectors.entries())
        expect(strength(matrix, vector)).toBeCloseTo((shares[k] as number) * total, 5);
      expect([...shares].sort((a, b) => b - a)).toEqual(shares);
    }),
  );
});

it('nothing is stronger than the first', () => {
  fc.assert(
    fc.property(
      anyMatrix,
      fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: ROWS, maxLength: ROWS }),
      (matrix, other) => {
        const length = Math.sqrt(dot(other, other));
        fc.pre(length > 0.1);
        const [first] = principalDirections(matrix, 1).vectors;
        const unit = other.map((value) => value / length);
        expect(strength(matrix, unit)).toBeLessThanOrEqual(strength(matrix, first as Float64Array) + 1e-6);
      },
    ),
  );
});

it('there are no more than components', () => {
  expect(principalDirections({ rows: 2, columns: 1, values: Float32Array.of(1, 2) }, 5).vectors).toHaveLength(2);
});
