import { argMaxRows } from '../matrix.ts';
import type { Measure } from '../measure.ts';
import type { Pairs } from '../pairs.ts';
import { allOf, around, halfSampleDeviation } from '../resample.ts';
import type { Subjects } from '../score.ts';
import type { Workbench } from '../workbench.ts';

/** Fewer examples of a class say nothing of how they vary. */
const FEWEST = 5;

/** What each example is of: the class that it has or was asked for, else the one that the classifier takes it for. */
const classesOf = (bench: Workbench, origin: keyof Subjects): Int32Array =>
  bench.subjects[origin].labels ?? argMaxRows(bench.part(origin, 'probabilities'));

/** The chosen rows of each class. */
function byClass(classes: Int32Array, count: number, chosen: Uint32Array): readonly (readonly number[])[] {
  const rows = Array.from({ length: count }, () => [] as number[]);
  for (const row of chosen) rows[classes[row] as number]?.push(row);
  return rows;
}

/**
 * Σ over the features of their variance over some examples, without bias: half the mean squared distance of two of them.
 *
 * @param distances squared, between all examples
 */
function totalVariance(
  distances: { readonly columns: number; readonly values: ArrayLike<number> },
  rows: readonly number[],
) {
  let sum = 0;
  for (const [i, a] of rows.entries())
    for (let j = i + 1; j < rows.length; j++)
      sum += distances.values[a * distances.columns + (rows[j] as number)] as number;
  return sum / (rows.length * (rows.length - 1));
}

/** Variance of the others over that of real examples in each class; null where one side has too few of it. */
export function varietyShares(
  { real, other }: Pairs,
  of: { readonly real: Int32Array; readonly other: Int32Array; readonly classes: number },
  chosenReal: Uint32Array,
  chosenOther: Uint32Array,
): readonly (number | null)[] {
  const reals = byClass(of.real, of.classes, chosenReal);
  return byClass(of.other, of.classes, chosenOther).map((rows, label) => {
    const own = reals[label] ?? [];
    if (rows.length < FEWEST || own.length < FEWEST) return null;
    const variance = totalVariance(real, own);
    return variance > 0 ? totalVariance(other, rows) / variance : null;
  });
}

const leastOf = (shares: readonly (number | null)[]): number => {
  const known = shares.filter((share) => share !== null);
  return known.length > 0 ? Math.min(...known) : 0;
};

/**
 * Variety within classes: the total variance of the features of generated examples of one class over that of real ones
 * of it (after Ravuri and Vinyals 2019, who ask what a conditional generator lacks class by class), in the class in which
 * it is least. From 0; higher is better, and what real examples have is the floor. Where all classes are there, each as
 * one and the same example, it alone is near 0. A class with fewer than five examples is left out, and 0 stands where
 * all are. The table is the share of each class, 0 for one that was left out. Interval: half-samples of both sets.
 */
export const measure: Measure = {
  id: 'classVariety',
  direction: 'higher',
  range: [0, Number.POSITIVE_INFINITY],
  needs: ['features', 'probabilities'],
  *score(bench) {
    const { columns: classes } = bench.part('fake', 'probabilities');
    const real = classesOf(bench, 'real');
    const shares = (pairs: Pairs, other: Int32Array, chosen = allOf(real.length), others = allOf(other.length)) =>
      varietyShares(pairs, { real, other, classes }, chosen, others);

    const floor = yield* bench.lasting('classVariety.floor', function* () {
      return leastOf(shares(yield* bench.distances('heldOut'), classesOf(bench, 'heldOut')));
    });
    const pairs = yield* bench.distances('fake');
    const fake = classesOf(bench, 'fake');
    const found = shares(pairs, fake);
    yield;
    const sampling = { n: real.length, m: fake.length, stream: bench.stream('classVariety') };
    const deviation = yield* halfSampleDeviation(sampling, function* (half, others) {
      yield;
      return leastOf(shares(pairs, fake, half, others));
    });
    const value = leastOf(found);
    return {
      value,
      floor,
      samples: fake.length,
      interval: around(value, deviation, 'half-samples', this.range),
      table: [found.map((share) => share ?? 0)],
    };
  },
};
