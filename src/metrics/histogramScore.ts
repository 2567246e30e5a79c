import { classShares } from './classes.ts';
import { argMaxRows, type Matrix } from './matrix.ts';
import { allOf, bootstrap, type Indices } from './resample.ts';
import type { Estimate } from './score.ts';
import type { Slices } from './slices.ts';
import type { Workbench } from './workbench.ts';

/** From the share of each class among other examples, and among real ones. */
export type HistogramStatistic = (other: Float64Array, real: Float64Array) => number;

/**
 * Scores the classes that the classifier finds. Interval: bootstrap of the generated examples' classes, the real
 * histogram being fixed.
 *
 * @param id names the random numbers
 * @returns the estimate, and the share of each class among generated examples
 */
export function* scoreHistograms(
  bench: Workbench,
  id: string,
  statistic: HistogramStatistic,
): Slices<{ readonly estimate: Estimate; readonly shares: Float64Array }> {
  const sharesOf = (rows: Matrix) => {
    const classes = argMaxRows(rows);
    return (chosen: Indices) => classShares(classes, rows.columns, chosen);
  };
  const [realRows, heldOut, fake] = (['real', 'heldOut', 'fake'] as const).map((part) =>
    bench.part(part, 'probabilities'),
  ) as [Matrix, Matrix, Matrix];
  const real = sharesOf(realRows)(allOf(realRows.rows));
  const drawn = sharesOf(fake);
  const shares = drawn(allOf(fake.rows));
  const estimate = {
    value: statistic(shares, real),
    floor: statistic(sharesOf(heldOut)(allOf(heldOut.rows)), real),
    samples: fake.rows,
    interval: yield* bootstrap(fake.rows, bench.stream(id), (chosen) => statistic(drawn(chosen), real)),
  };
  return { estimate, shares };
}
