import { divergence, histogram } from '../classes.ts';
import { argMaxRows, type Matrix } from '../matrix.ts';
import { allOf, bootstrap, type Indices } from '../resample.ts';
import type { Measure } from '../score.ts';

/**
 * KL(p_fake ‖ p_real) between the histograms of the classes that the classifier finds (as in Metz et al. 2017, table 1,
 * there called reverse KL). From 0, in nats; lower is better; infinite where real data has no example of a class.
 * Blind to collapse within a class. Interval: bootstrap of the generated examples' classes, the real histogram being
 * fixed; resampling spreads a histogram, so near 0 both ends lie a little too high.
 */
export const measure: Measure = {
  id: 'classDivergence',
  name: 'KL of class frequencies',
  direction: 'lower',
  range: [0, Number.POSITIVE_INFINITY],
  needs: ['probabilities'],
  *score(bench) {
    const realRows = bench.part('real', 'probabilities');
    const count = realRows.columns;
    const real = histogram(argMaxRows(realRows), count, allOf(realRows.rows));
    const of = (rows: Matrix) => {
      const classes = argMaxRows(rows);
      return (chosen: Indices) => divergence(histogram(classes, count, chosen), real);
    };
    const fake = bench.part('fake', 'probabilities');
    const heldOut = bench.part('heldOut', 'probabilities');
    const score = of(fake);
    return {
      value: score(allOf(fake.rows)),
      floor: of(heldOut)(allOf(heldOut.rows)),
      samples: fake.rows,
      interval: yield* bootstrap(fake.rows, bench.stream('classDivergence'), score),
    };
  },
};
