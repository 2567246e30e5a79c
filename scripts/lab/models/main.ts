/**
 * Trains the model that is shipped for each recipe. Whole records are kept in the project's runs/models; what is there
 * already is not trained again. One thread, so that it can run beside other work.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findDataSet } from '../../../src/data/sets/index.ts';
import { startSimd } from '../../../src/engine/headless.ts';
import { loadWhole } from '../../build/packedData.ts';
import { readArguments } from '../../options.ts';
import { modelOf, settings } from './settings.ts';
import { shipped } from './ship.ts';
import { trainModel } from './train.ts';

const KEPT = join('runs', 'models');
const SHIPPED = join('public', 'models');

const { values } = readArguments({
  command: 'npm run lab -- models',
  about: 'Trains the model that is shipped for each recipe.',
  options: {
    only: { takes: 'ID,ID,…', says: 'recipes; all by default' },
  },
});
const ids = values.only?.split(',') ?? Object.keys(settings);
for (const folder of [KEPT, SHIPPED]) mkdirSync(folder, { recursive: true });
const backend = await startSimd({ threads: 1 });
for (const id of ids) {
  const file = join(KEPT, `${id}.safetensors`);
  const model = modelOf(id);
  const info = findDataSet(model.config.data);
  if (info?.kind !== 'image') throw new Error(`${id} is not trained on images.`);
  if (!existsSync(file)) writeFileSync(file, await trainModel(model, await loadWhole(info), backend));
  const light = await shipped(new Uint8Array(readFileSync(file)), []);
  writeFileSync(join(SHIPPED, `${id}.safetensors.gz`), light);
}
