/**
 * Every system after the same number of steps, from three seeds, in every measure: the table in docs/results.md.
 *
 *     npm run results:quality -- [--recipes gan,dcgan,…] [--seeds 1,2,3] [--steps 500] [--only train]
 *
 * Trained networks are kept in runs/quality, scores in docs/quality-runs; what is there already is not done again. One
 * thread, so that it can run beside other work.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { LoadedImages } from '../src/data/shards.ts';
import { start } from '../src/engine/backends/simd.ts';
import { resolve } from '../src/engine/resolve.ts';
import { loadWhole } from './packedData.ts';
import { configOf, trained } from './quality/experiment.ts';

const { values: options } = parseArgs({
  options: {
    recipes: { type: 'string', default: 'gan,cgan,cgan-conv,sgan,dragan,dcgan,wgan-gp' },
    seeds: { type: 'string', default: '1,2,3' },
    steps: { type: 'string', default: '500' },
  },
});
const steps = Number(options.steps);

const backend = await start({ threads: 1 });
const loaded = new Map<string, Promise<LoadedImages>>();

for (const seed of options.seeds.split(',').map(Number)) {
  for (const recipe of options.recipes.split(',')) {
    const config = configOf(recipe, seed);
    const { data: info } = resolve(config);
    if (info.kind !== 'image') throw new Error(`${info.name} is not a set of images.`);
    const data = await (loaded.get(info.id) ?? loadWhole(info, true));
    loaded.set(info.id, Promise.resolve(data));
    const began = performance.now();
    await trained(join('runs', 'quality', `${recipe}-${seed}.safetensors`), config, steps, data, backend);
    console.log(`${recipe}, seed ${seed}: ${Math.round((performance.now() - began) / 1000)} s`);
  }
}
