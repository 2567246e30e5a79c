/** Made-up examples for tests and timings. */
import { initialState, openStream } from '../../core/random.ts';
import type { Matrix } from '../matrix.ts';
import type { Examples, Subjects } from '../score.ts';

/** [rows, columns] from N(mean, std²) */
export function gaussian(seed: number, rows: number, columns: number, { mean = 0, std = 1 } = {}): Matrix {
  const stream = openStream(initialState(seed, 'testing.gaussian'));
  return { rows, columns, values: stream.normal(new Float32Array(rows * columns), mean, std) };
}

/** [rows, classes]: certain to a degree, and of every class in turn unless `only` says which. */
export function certain(rows: number, classes: number, { sure = 0.9, only = classes } = {}): Matrix {
  const values = new Float64Array(rows * classes).fill((1 - sure) / (classes - 1));
  for (let i = 0; i < rows; i++) values[i * classes + (i % only)] = sure;
  return { rows, columns: classes, values };
}

export const matrix = (...rows: readonly (readonly number[])[]): Matrix => ({
  rows: rows.length,
  columns: rows[0]?.length ?? 0,
  values: Float64Array.from(rows.flat()),
});

/** Everything that a measure may ask for. */
export function examples(seed: number, rows: number, columns: number, { mean = 0, std = 1, only = 10 } = {}): Examples {
  const images = gaussian(seed + 1000, rows, 784, { mean: 128, std: 40 });
  return {
    features: gaussian(seed, rows, columns, { mean, std }),
    probabilities: certain(rows, 10, { only }),
    images,
    labels: Int32Array.from({ length: rows }, (_, i) => i % 10),
    modes: { centres: gaussian(77, 4, columns), deviation: 1 },
  };
}

export const subjects = (rows: number, columns: number, fake: Parameters<typeof examples>[3] = {}): Subjects => ({
  real: examples(1, rows, columns),
  heldOut: examples(2, rows, columns),
  fake: examples(3, rows, columns, fake),
});
