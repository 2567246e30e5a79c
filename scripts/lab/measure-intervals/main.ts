/**
 * Are the intervals as wide as they should be? Draws Gaussian samples again and again, and compares the spread of each
 * score with the deviation that its interval claims: where both sets are of one distribution, and where they differ.
 */
import { scoreAll } from '../../../src/metrics/index.ts';
import { Z } from '../../../src/metrics/resample.ts';
import type { Score } from '../../../src/metrics/score.ts';
import { finish } from '../../../src/metrics/slices.ts';
import { gaussian } from '../../../src/metrics/testing/samples.ts';
import { readArguments } from '../../options.ts';

readArguments({
  command: 'npm run lab -- measure-intervals',
  about: 'Compares the spread of each score over many draws with what its interval claims.',
  options: {},
});

const DRAWS = 200;
const ROWS = 300;
const FEATURES = 8;

function draw(seed: number, mean: number): readonly Score[] {
  const real = { features: gaussian(3 * seed, ROWS, FEATURES) };
  const heldOut = { features: gaussian(3 * seed + 1, ROWS, FEATURES) };
  const fake = { features: gaussian(3 * seed + 2, ROWS, FEATURES, { mean }) };
  return finish(scoreAll({ real, heldOut, fake }, { seed }));
}

function deviationOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}

function compare(mean: number): Record<string, object> {
  const draws = Array.from({ length: DRAWS }, (_, seed) => draw(seed, mean));
  const first = draws[0] ?? [];
  return Object.fromEntries(
    first.map(({ id }, i) => {
      const scores = draws.map((scores) => scores[i] as Score);
      const spread = deviationOf(scores.map(({ value }) => value));
      const claimed = scores.reduce((sum, { interval: { low, high } }) => sum + (high - low) / (2 * Z), 0) / DRAWS;
      return [id, { spread: spread.toPrecision(3), 'claimed / spread': (claimed / spread).toFixed(2) }];
    }),
  );
}

for (const mean of [0, 0.3]) {
  console.log(`${ROWS} × ${FEATURES}, means ${mean} apart in each feature, ${DRAWS} draws:`);
  console.table(compare(mean));
}
