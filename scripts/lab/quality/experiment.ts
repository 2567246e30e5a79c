/** One system, trained for the table of measures in docs/results.md and kept as a checkpoint. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { RunConfig } from '../../../src/core/config.ts';
import { dataSets } from '../../../src/data/sets/index.ts';
import {
  type Checkpoint,
  createTraining,
  decodeCheckpoint,
  encodeCheckpoint,
  type LoadedImages,
  resolve,
  type StartedBackend,
} from '../../../src/engine/headless.ts';
import { firstOffer } from '../../../src/gan/offers.ts';
import { findRecipe } from '../../../src/gan/recipes/index.ts';
import { trainTo } from '../../cli/train/loop.ts';

/** A recipe as it comes, but for these. */
const SHARED = { width: 0.5, batch: 64 } as const;

/** On the set of its preset. */
export function configOf(id: string, seed: number): RunConfig {
  const recipe = findRecipe(id);
  if (!recipe) throw new Error(`There is no recipe ${id}.`);
  return { recipe: id, data: firstOffer(recipe, dataSets).id, seed, params: SHARED };
}

const isFor = ({ config, snapshot }: Checkpoint, wanted: RunConfig, steps: number): boolean =>
  snapshot.step === steps && JSON.stringify(config) === JSON.stringify(wanted);

/** Trains, unless the file already holds what would come of it. */
export async function trained(
  file: string,
  config: RunConfig,
  steps: number,
  data: LoadedImages,
  backend: StartedBackend,
): Promise<Checkpoint> {
  if (existsSync(file)) {
    const found = decodeCheckpoint(readFileSync(file));
    if (isFor(found, config, steps)) return found;
  }
  const training = createTraining({ config, plan: resolve(config).plan, data, backend });
  await trainTo(training, steps, () => undefined);
  await training.keepSnapshot();
  const snapshot = training.snapshot();
  training.dispose();
  if (!snapshot) throw new Error(`${config.recipe}, seed ${config.seed}: a weight is no longer a finite number.`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, encodeCheckpoint({ config, snapshot }));
  return { config, snapshot };
}
