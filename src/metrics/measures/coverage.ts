import { histogram } from '../classes.ts';
import { argMaxRows, type Matrix } from '../matrix.ts';
import { allOf, bootstrap, type Indices } from '../resample.ts';
import type { Measure } from '../score.ts';

/** A class that is at least this frequent, compared with real data, is there. */
const PRESENT = 0.1;

/** The number of classes that are there, of those that real data has. */
export const coveredClasses = (fake: Float64Array, real: Float64Array): number =>
  real.filter((share, i) => share > 0 && (fake[i] as number) >= PRESENT * share).length;

/**
 * Mode coverage (as in Metz et al. 2017, section 3.3.1, which counts single samples): how many classes the classifier
 * finds among generated examples, each at least a tenth as often as among real ones, so that a few errors of the
 * classifier make no class. From 0 to the number of classes; higher is better. Blind to collapse within a class.
 * The table is the share of each class.
 * Interval: bootstrap of the generated examples' classes, exact.
 */
export const measure: Measure = {
  id: 'coverage',
  name: 'Mode coverage',
  direction: 'higher',
  range: [0, Number.POSITIVE_INFINITY],
  needs: ['probabilities'],
  *score(bench) {
    const realRows = bench.part('real', 'probabilities');
    const count = realRows.columns;
    const real = histogram(argMaxRows(realRows), count, allOf(realRows.rows));
    const of = (rows: Matrix) => {
      const classes = argMaxRows(rows);
      return (chosen: Indices) => coveredClasses(histogram(classes, count, chosen), real);
    };
    const fake = bench.part('fake', 'probabilities');
    const heldOut = bench.part('heldOut', 'probabilities');
    const shares = histogram(argMaxRows(fake), count, allOf(fake.rows));
    const score = of(fake);
    return {
      value: score(allOf(fake.rows)),
      floor: of(heldOut)(allOf(heldOut.rows)),
      samples: fake.rows,
      interval: yield* bootstrap(fake.rows, bench.stream('coverage'), score),
      table: [Array.from(shares)],
    };
  },
};
