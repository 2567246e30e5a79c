/**
 * Every system after the same number of steps, from three seeds, in every measure: the table in docs/results.md.
 *
 * Trained networks are kept in the project's runs/quality, scores in runs/ beside this file; what is there already is not
 * done again. One thread, so that it can run beside other work.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startSimd } from '../../../src/engine/headless.ts';
import { readArguments, wholeNumber, wholeNumbers } from '../../options.ts';
import { insertTable } from '../tables.ts';
import { configOf, trained } from './experiment.ts';
import { openGallery } from './gallery.ts';
import { type QualityRun, REAL, tableOf } from './table.ts';

const RUNS = join('scripts', 'lab', 'quality', 'runs');
const KEPT = join('runs', 'quality');
const REPORT = join('docs', 'results.md');

const RECIPES = 'gan,cgan,cgan-conv,sgan,dragan,dcgan,wgan-gp';

const { values } = readArguments({
  command: 'npm run lab -- quality',
  about: 'Scores every system in every measure after the same number of steps.',
  options: {
    recipes: { takes: 'ID,ID,…', says: `${RECIPES} by default` },
    seeds: { takes: 'N,N,…', says: '1,2,3 by default' },
    steps: { takes: 'N', says: '500 by default' },
    table: { says: 'only writes the table anew' },
  },
});
const recipes = (values.recipes ?? RECIPES).split(',');
const seeds = wholeNumbers('seeds', values.seeds ?? '1,2,3');
const steps = wholeNumber('steps', values.steps ?? '500');

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

const wanted = seeds
  .flatMap((seed) => recipes.map((recipe) => ({ recipe, seed })))
  .filter(({ recipe, seed }) => !values.table && !isThere(recipe, seed));
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
writeFileSync(REPORT, insertTable(readFileSync(REPORT, 'utf8'), 'quality', 'npm run lab -- quality', table));
