/**
 * Trains the SGAN and its baseline for the table in docs/results.md, from each number of labels and each seed.
 *
 * Each run leaves a small file in runs/; what is there already is not trained again. One thread, so that it can run beside
 * other work.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultsOf } from '../../../src/core/params.ts';
import { info as mnist } from '../../../src/data/sets/mnist.ts';
import { startSimd } from '../../../src/engine/headless.ts';
import { recipe } from '../../../src/gan/recipes/sgan.ts';
import { loadWhole } from '../../build/packedData.ts';
import { readArguments, UsageError, wholeNumber, wholeNumbers } from '../../options.ts';
import { insertTable } from '../tables.ts';
import { type Experiment, type Result, run } from './experiment.ts';
import { tableOf } from './table.ts';

const RUNS = join('scripts', 'lab', 'sgan', 'runs');
const REPORT = join('docs', 'results.md');

const { values } = readArguments({
  command: 'npm run lab -- sgan',
  about: 'Trains the SGAN and its baseline from few labels.',
  options: {
    labels: { takes: 'N,N,…', says: '25,50,100,1000 by default' },
    seeds: { takes: 'N,N,…', says: '1,2,3 by default' },
    steps: { takes: 'N', says: '1000 by default' },
    only: { takes: 'KIND', says: 'sgan or baseline; both by default' },
    table: { says: 'only writes the table anew' },
  },
});
const { only } = values;
if (only !== undefined && only !== 'sgan' && only !== 'baseline')
  throw new UsageError(`--only must be sgan or baseline, not “${only}”.`);

const fileOf = ({ labels, baseline, seed }: Experiment): string =>
  join(RUNS, `${labels}-${baseline ? 'baseline' : 'sgan'}-${seed}.json`);

/** Whether all that decided a run is as it was. A parameter that is newer than the run is at its default now. */
const isThere = (experiment: Experiment): boolean => {
  if (!existsSync(fileOf(experiment))) return false;
  const { steps, params }: Result = JSON.parse(readFileSync(fileOf(experiment), 'utf8'));
  return (
    steps === experiment.steps && Object.entries(params).every(([name, value]) => experiment.params[name] === value)
  );
};

/** The recipe's own settings; `labels` and `baseline` are the experiment's. */
const { labels: _labels, baseline: _baseline, ...params } = defaultsOf(recipe.params);
const kinds = [true, false].filter((baseline) => only === undefined || (only === 'baseline') === baseline);
const steps = wholeNumber('steps', values.steps ?? '1000');
const experiments = wholeNumbers('seeds', values.seeds ?? '1,2,3').flatMap((seed) =>
  kinds.flatMap((baseline) =>
    wholeNumbers('labels', values.labels ?? '25,50,100,1000').map(
      (labels): Experiment => ({ labels: String(labels), baseline, seed, steps, params }),
    ),
  ),
);

mkdirSync(RUNS, { recursive: true });
const wanted = values.table ? [] : experiments.filter((experiment) => !isThere(experiment));
if (wanted.length > 0) {
  const backend = await startSimd({ threads: 1 });
  const data = await loadWhole(mnist);
  for (const experiment of wanted) {
    const name = `${experiment.labels} labels, ${experiment.baseline ? 'baseline' : 'SGAN'}, seed ${experiment.seed}`;
    const result = await run(experiment, data, backend, (line) => console.log(`${name}: ${line}`));
    writeFileSync(fileOf(experiment), `${JSON.stringify(result)}\n`);
  }
  data.close();
}

const results = readdirSync(RUNS)
  .filter((file) => file.endsWith('.json'))
  .map((file): Result => JSON.parse(readFileSync(join(RUNS, file), 'utf8')));
const table = tableOf(results);
console.log(table);
writeFileSync(REPORT, insertTable(readFileSync(REPORT, 'utf8'), 'sgan', 'npm run lab -- sgan', table));
