/**
 * The claim of the DRAGAN paper put to the test: of ten runs of a plain GAN that tends to collapse, how many do, and how
 * many with the penalty; beside it the gradient norm at the data.
 *
 * Each run leaves a small file in runs/; what is there already is not trained again. One thread, so that it can run beside
 * other work.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { info as mnist } from '../../../src/data/sets/mnist.ts';
import { startSimd } from '../../../src/engine/headless.ts';
import { loadWhole } from '../../build/packedData.ts';
import { shippedEvaluator } from '../../cli/evaluate/evaluator.ts';
import { readArguments, wholeNumber, wholeNumbers } from '../../options.ts';
import { type DraganRun, hasCollapsed, type Penalty, run } from './experiment.ts';
import { figureOf } from './figure.ts';

const RUNS = join('scripts', 'lab', 'dragan', 'runs');
const FIGURE = join('docs', 'images', 'dragan-claim.svg');
const PENALTIES: readonly Penalty[] = ['none', 'dragan'];

const { values } = readArguments({
  command: 'npm run lab -- dragan',
  about: 'Counts how many of ten runs collapse with DRAGAN’s penalty and without.',
  options: {
    seeds: { takes: 'N,N,…', says: '11 to 20 by default' },
    steps: { takes: 'N', says: '600 by default' },
    figure: { says: 'only draws the figure anew' },
  },
});
const seeds = wholeNumbers('seeds', values.seeds ?? '11,12,13,14,15,16,17,18,19,20');
const steps = wholeNumber('steps', values.steps ?? '600');
const fileOf = (penalty: Penalty, seed: number) => join(RUNS, `${penalty}-${seed}.json`);
const read = (file: string): DraganRun => JSON.parse(readFileSync(file, 'utf8'));
const isThere = (file: string) => existsSync(file) && read(file).steps === steps;

mkdirSync(RUNS, { recursive: true });
const wanted = seeds
  .flatMap((seed) => PENALTIES.map((penalty) => ({ penalty, seed, steps })))
  .filter(({ penalty, seed }) => !values.figure && !isThere(fileOf(penalty, seed)));
if (wanted.length > 0) {
  const backend = await startSimd({ threads: 1 });
  const data = await loadWhole(mnist, false);
  const evaluator = shippedEvaluator();
  for (const one of wanted) {
    const result = await run(one, data, backend, evaluator);
    writeFileSync(fileOf(one.penalty, one.seed), `${JSON.stringify(result)}\n`);
    const classes = result.moments.map((moment) => moment.classes).join(' ');
    console.log(`${one.penalty}, seed ${one.seed}: classes ${classes}${hasCollapsed(result) ? ', collapsed' : ''}`);
  }
  data.close();
}

const runs = readdirSync(RUNS).map((file) => read(join(RUNS, file)));
writeFileSync(FIGURE, figureOf(runs));
for (const penalty of PENALTIES) {
  const own = runs.filter((one) => one.penalty === penalty);
  console.log(`${penalty}: ${own.filter(hasCollapsed).length} of ${own.length} collapsed`);
}
