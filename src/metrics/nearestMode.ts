import { classShares } from './classes.ts';
import type { Matrix } from './matrix.ts';
import { allOf, bootstrap, type Indices } from './resample.ts';
import type { Estimate, Modes } from './score.ts';
import type { Slices } from './slices.ts';
import type { Workbench } from './workbench.ts';

/** A point is of high quality if it is at most so many standard deviations from the nearest centre. */
const NEAR = 3;

/** The mode of each point, or, of those that are near none, the number of modes. */
function nearestModes(points: Matrix, { centres, deviation }: Modes): Int32Array {
  const { rows, columns: d, values } = points;
  const most = (NEAR * deviation) ** 2;
  return Int32Array.from({ length: rows }, (_, row) => {
    let nearest = centres.rows;
    let least = most;
    for (let mode = 0; mode < centres.rows; mode++) {
      let distance = 0;
      for (let k = 0; k < d; k++)
        distance += ((values[row * d + k] as number) - (centres.values[mode * d + k] as number)) ** 2;
      if (distance > least) continue;
      least = distance;
      nearest = mode;
    }
    return nearest;
  });
}

/**
 * Scores the share of points that lie near each mode. Interval: bootstrap of the generated points, exact.
 *
 * @param id names the random numbers
 * @param statistic of shares [k + 1], the last being of those that are near none
 */
export function* scoreModes(
  bench: Workbench,
  id: string,
  statistic: (shares: Float64Array) => number,
): Slices<{ readonly estimate: Estimate; readonly shares: Float64Array }> {
  const sharesOf = (origin: 'fake' | 'heldOut') => {
    const modes = bench.part(origin, 'modes');
    const nearest = nearestModes(bench.part(origin, 'features'), modes);
    return (chosen: Indices) => classShares(nearest, modes.centres.rows + 1, chosen);
  };
  const samples = bench.part('fake', 'features').rows;
  const fake = sharesOf('fake');
  const heldOut = bench.part('heldOut', 'features').rows;
  const shares = fake(allOf(samples));
  const estimate = {
    value: statistic(shares),
    floor: statistic(sharesOf('heldOut')(allOf(heldOut))),
    samples,
    interval: yield* bootstrap(samples, bench.stream(id), (chosen) => statistic(fake(chosen))),
  };
  return { estimate, shares };
}
