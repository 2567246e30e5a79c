/**
 * Trains the SGAN and its baseline for the table in docs/results.md, from each number of labels and each seed.
 *
 *     npm run results:sgan -- [--labels 25,50,100,1000] [--seeds 1,2,3] [--steps N] [--only sgan|baseline] [--table]
 *
 * Each run leaves a small file in scripts/lab/sgan/runs/; what is there already is not trained again. `--table` only writes
 * the table anew. One thread, so that it can run beside other work.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultsOf } from '../../../src/core/params.ts';
import { info as mnist } from '../../../src/data/sets/mnist.ts';
import { startSimd } from '../../../src/engine/headless.ts';
import { recipe } from '../../../src/gan/recipes/sgan.ts';
import { loadWhole } from '../../build/packedData.ts';
import { insertTable } from '../tables.ts';
import { type Experiment, type Result, run } from './experiment.ts';
import { tableOf } from './table.ts';

const RUNS = join('scripts', 'lab', 'sgan', 'runs');
const REPORT = join('docs', 'results.md');

const { values: options } = parseArgs({
  options: {
    labels: { type: 'string', default: '25,50,100,1000' },
    seeds: { type: 'string', default: '1,2,3' },
    steps: { type: 'string', default: '1000' },
    only: { type: 'string' },
    table: { type: 'boolean', default: false },
  },
});
const list = (text: string): string[] => text.split(',');
const { only } = options;
if (only !== undefined && only !== 'sgan' && only !== 'baseline')
  throw new Error(`--only must be sgan or baseline, not “${only}”.`);

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
const experiments = list(options.seeds).flatMap((seed) =>
  kinds.flatMap((baseline) =>
    list(options.labels).map(
      (labels): Experiment => ({ labels, baseline, seed: Number(seed), steps: Number(options.steps), params }),
    ),
  ),
);

mkdirSync(RUNS, { recursive: true });
const wanted = options.table ? [] : experiments.filter((experiment) => !isThere(experiment));
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
writeFileSync(REPORT, insertTable(readFileSync(REPORT, 'utf8'), 'sgan', 'npm run results:sgan', table));
