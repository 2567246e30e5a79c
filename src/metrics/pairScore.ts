import type { Matrix } from './matrix.ts';
import type { Pairs } from './pairs.ts';
import { allOf, around, halfSampleDeviation } from './resample.ts';
import type { Estimate } from './score.ts';
import type { Slices } from './slices.ts';
import type { Workbench } from './workbench.ts';

/** A number of some real examples and some others, from what is known of their pairs. */
export type PairStatistic = (pairs: Pairs, real: Uint32Array, other: Uint32Array) => number;

export const ofAll = (statistic: PairStatistic, pairs: Pairs): number =>
  statistic(pairs, allOf(pairs.real.rows), allOf(pairs.other.rows));

/** Value, floor and interval of a statistic of pairs. */
export function* scorePairs(
  bench: Workbench,
  { id, range }: { readonly id: string; readonly range: readonly [number, number] },
  statistic: PairStatistic,
  pairsOf: (other: 'fake' | 'heldOut') => Slices<Pairs> = bench.distances,
): Slices<Estimate> {
  const pairs = yield* pairsOf('fake');
  const value = ofAll(statistic, pairs);
  yield;
  const floor = ofAll(statistic, yield* pairsOf('heldOut'));
  yield;
  const sampling = { n: pairs.real.rows, m: pairs.other.rows, stream: bench.stream(id) };
  const deviation = yield* halfSampleDeviation(sampling, (real, other) => statistic(pairs, real, other));
  return { value, floor, samples: pairs.other.rows, interval: around(value, deviation, 'half-samples', range) };
}

/** Σ over the chosen rows and columns. */
export function sumOver({ values, columns }: Matrix, chosenRows: Uint32Array, chosenColumns: Uint32Array): number {
  let sum = 0;
  for (let i = 0; i < chosenRows.length; i++) {
    const start = (chosenRows[i] as number) * columns;
    for (let j = 0; j < chosenColumns.length; j++) sum += values[start + (chosenColumns[j] as number)] as number;
  }
  return sum;
}

/** Σ of the diagonal's chosen entries. */
export function traceOver({ values, columns }: Matrix, chosen: Uint32Array): number {
  let sum = 0;
  for (const i of chosen) sum += values[i * columns + i] as number;
  return sum;
}
