/**
 * Every system after the same number of steps, from three seeds, in every measure: the table in docs/results.md.
 *
 *     npm run results:quality -- [--recipes gan,dcgan,…] [--seeds 1,2,3] [--steps 500] [--table]
 *
 * Trained networks are kept in runs/quality, scores in scripts/lab/quality/runs; what is there already is not done again.
 * `--table` only writes the table anew. One thread, so that it can run beside other work.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startSimd } from '../../../src/engine/headless.ts';
import { insertTable } from '../tables.ts';
import { configOf, trained } from './experiment.ts';
import { openGallery } from './gallery.ts';
import { type QualityRun, REAL, tableOf } from './table.ts';

const RUNS = join('scripts', 'lab', 'quality', 'runs');
const KEPT = join('runs', 'quality');
const REPORT = join('docs', 'results.md');

const { values: options } = parseArgs({
  options: {
    recipes: { type: 'string', default: 'gan,cgan,cgan-conv,sgan,dragan,dcgan,wgan-gp' },
    seeds: { type: 'string', default: '1,2,3' },
    steps: { type: 'string', default: '500' },
    table: { type: 'boolean', default: false },
  },
});
const steps = Number(options.steps);

const fileOf = (recipe: string, seed: number): string => join(RUNS, `${recipe}-${seed}.json`);
const read = (file: string): QualityRun => JSON.parse(readFileSync(file, 'utf8'));

/** Everything that decides a run, so that one with other settings is done again. */
function isThere(recipe: string, seed: number): boolean {
  const file = fileOf(recipe, seed);
  if (!existsSync(file)) return false;
  const { config, steps: done } = read(file);
  return done === steps && JSON.stringify(config) === JSON.stringify(configOf(recipe, seed));
}

function keep(run: QualityRun): void {
  mkdirSync(RUNS, { recursive: true });
  writeFileSync(fileOf(run.recipe, run.config?.seed ?? 1), `${JSON.stringify(run)}\n`);
}

const wanted = options.seeds
  .split(',')
  .map(Number)
  .flatMap((seed) => options.recipes.split(',').map((recipe) => ({ recipe, seed })))
  .filter(({ recipe, seed }) => !options.table && !isThere(recipe, seed));
if (wanted.length > 0) {
  const backend = await startSimd({ threads: 1 });
  const gallery = openGallery(backend, KEPT);
  if (!existsSync(fileOf(REAL, 1))) keep({ recipe: REAL, steps: 0, config: null, scores: await gallery.scoreReal() });
  for (const { recipe, seed } of wanted) {
    const config = configOf(recipe, seed);
    const began = performance.now();
    const data = await gallery.dataOf(config);
    const checkpoint = await trained(join(KEPT, `${recipe}-${seed}.safetensors`), config, steps, data, backend);
    keep({ recipe, steps, config, scores: await gallery.score(checkpoint) });
    console.log(`${recipe}, seed ${seed}: ${Math.round((performance.now() - began) / 1000)} s`);
  }
}

const table = tableOf(readdirSync(RUNS).map((file) => read(join(RUNS, file))));
console.log(table);
writeFileSync(REPORT, insertTable(readFileSync(REPORT, 'utf8'), 'quality', 'npm run results:quality', table));
