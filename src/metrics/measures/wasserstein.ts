import { cheapestAssignment } from '../assignment.ts';
import type { Matrix } from '../matrix.ts';
import type { Measure } from '../measure.ts';
import { around } from '../resample.ts';
import type { Slices } from '../slices.ts';

/** The time grows with the third power. */
const MOST = 500;

interface Transport {
  readonly value: number;
  readonly standardError: number;
}

function varianceOfMean(values: Float64Array): number {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n * (n - 1));
}

/**
 * The mean distance over the cheapest one-to-one matching of the first n examples of both.
 *
 * @param cross squared distances
 */
export function* transport({ columns, values }: Matrix, n: number): Slices<Transport> {
  const costs = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) costs[i * n + j] = Math.sqrt(values[i * columns + j] as number);
  const { cost, rowPotentials, columnPotentials } = yield* cheapestAssignment(costs, n);
  return {
    value: cost / n,
    standardError: Math.sqrt(varianceOfMean(rowPotentials) + varianceOfMean(columnPotentials)),
  };
}

/**
 * 1-Wasserstein or earth mover's distance between equally many examples (Rubner et al. 2000; as in Xu et al. 2018):
 * exact, as an assignment problem with Euclidean distances between features, on the first 500 examples at most. From
 * 0; lower is better. It falls slowly as examples are added, in many dimensions: compare with the floor, and at equal
 * numbers alone. Interval: the standard error of the dual potentials, which is the asymptotic one (del Barrio and
 * Loubes 2019 for squared distances); the bias of a finite sample is not in it.
 */
export const measure: Measure = {
  id: 'wasserstein',
  direction: 'lower',
  range: [0, Number.POSITIVE_INFINITY],
  needs: ['features'],
  *score(bench) {
    const fake = (yield* bench.distances('fake')).cross;
    const samples = Math.min(MOST, fake.rows, fake.columns, bench.part('heldOut', 'features').rows);
    const { value, standardError } = yield* transport(fake, samples);
    const floor = yield* bench.lasting(`wasserstein.floor.${samples}`, function* () {
      return (yield* transport((yield* bench.distances('heldOut')).cross, samples)).value;
    });
    return { value, floor, samples, interval: around(value, standardError, 'potentials', this.range) };
  },
};
