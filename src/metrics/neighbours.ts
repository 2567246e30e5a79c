import type { Matrix } from './matrix.ts';

export interface Neighbour {
  /** The row of a real example. */
  readonly real: number;
  /** Euclidean */
  readonly distance: number;
}

/**
 * The k nearest real examples of one other, nearest first.
 *
 * @param cross squared distances; rows: real, columns: others
 */
export function nearestReal({ rows, columns, values }: Matrix, other: number, k: number): readonly Neighbour[] {
  const all = Array.from({ length: rows }, (_, real) => ({
    real,
    distance: Math.sqrt(values[real * columns + other] as number),
  }));
  return all.sort((a, b) => a.distance - b.distance || a.real - b.real).slice(0, k);
}

/** The distance of each column's example to its nearest real one. */
export function distancesToReal({ rows, columns, values }: Matrix): Float64Array {
  const nearest = new Float64Array(columns).fill(Number.POSITIVE_INFINITY);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const distance = values[i * columns + j] as number;
      if (distance < (nearest[j] as number)) nearest[j] = distance;
    }
  }
  return nearest.map(Math.sqrt);
}
