import type { Matrix } from './matrix.ts';
import type { Pairs } from './pairs.ts';
import { allOf, around, halfSampleDeviation } from './resample.ts';
import type { Estimate } from './score.ts';
import type { Slices } from './slices.ts';
import type { Workbench } from './workbench.ts';

/** A number of some real examples and some others, from what is known of their pairs. */
export type PairStatistic = (pairs: Pairs, real: Uint32Array, other: Uint32Array) => Slices<number>;

export const ofAll = (statistic: PairStatistic, pairs: Pairs): Slices<number> =>
  statistic(pairs, allOf(pairs.real.rows), allOf(pairs.other.rows));

/** Value, floor and interval of a statistic of pairs. */
export function* scorePairs(
  bench: Workbench,
  { id, range }: { readonly id: string; readonly range: readonly [number, number] },
  statistic: PairStatistic,
  pairsOf: (other: 'fake' | 'heldOut') => Slices<Pairs> = bench.distances,
): Slices<Estimate> {
  const pairs = yield* pairsOf('fake');
  const value = yield* ofAll(statistic, pairs);
  yield;
  const floor = yield* bench.lasting(`${id}.floor`, function* () {
    return yield* ofAll(statistic, yield* pairsOf('heldOut'));
  });
  yield;
  const sampling = { n: pairs.real.rows, m: pairs.other.rows, stream: bench.stream(id) };
  const deviation = yield* halfSampleDeviation(sampling, (real, other) => statistic(pairs, real, other));
  return { value, floor, samples: pairs.other.rows, interval: around(value, deviation, 'half-samples', range) };
}

/** Entries between two yields: about a millisecond. */
const SLICE = 3e5;

function sumOfRows({ values, columns }: Matrix, chosenRows: Uint32Array, chosenColumns: Uint32Array): number {
  let sum = 0;
  for (let i = 0; i < chosenRows.length; i++) {
    const start = (chosenRows[i] as number) * columns;
    for (let j = 0; j < chosenColumns.length; j++) sum += values[start + (chosenColumns[j] as number)] as number;
  }
  return sum;
}

/** Σ over the chosen rows and columns. */
export function* sumOver(matrix: Matrix, chosenRows: Uint32Array, chosenColumns: Uint32Array): Slices<number> {
  const rows = Math.ceil(SLICE / chosenColumns.length);
  let sum = 0;
  for (let from = 0; from < chosenRows.length; from += rows) {
    sum += sumOfRows(matrix, chosenRows.subarray(from, from + rows), chosenColumns);
    yield;
  }
  return sum;
}

/** Σ over the ordered pairs of different chosen examples, from the upper half of a symmetric matrix. */
export function* sumWithin({ values, columns }: Matrix, chosen: Uint32Array): Slices<number> {
  let sum = 0;
  let work = 0;
  for (let i = 0; i < chosen.length; i++) {
    const start = (chosen[i] as number) * columns;
    for (let j = i + 1; j < chosen.length; j++) sum += values[start + (chosen[j] as number)] as number;
    work += chosen.length - i;
    if (work > SLICE) {
      work = 0;
      yield;
    }
  }
  return 2 * sum;
}
