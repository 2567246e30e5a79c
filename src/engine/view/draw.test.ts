import { beforeAll, expect, it } from 'vitest';
import { loadWhole } from '../../../scripts/build/packedData.ts';
import { info } from '../../data/sets/colour-digits.ts';
import type { LoadedImages } from '../../data/shards.ts';
import type { StartedBackend } from '../backends/backend.ts';
import { start } from '../backends/simd.ts';
import { changePlan, resolve } from '../run/resolve.ts';
import { createTrainer } from '../step/trainer.ts';
import { drawView } from './draw.ts';

const config = { recipe: 'dcgan', data: 'colour-digits', seed: 3, params: { width: 0.02, batch: 4 } };
const resolved = resolve(config);
let backend: StartedBackend;
let data: LoadedImages;

beforeAll(async () => {
  backend = await start({ threads: 1 });
  data = await loadWhole(info);
});

/** The row of real images, and the generated ones. */
async function draw(splitByPosition: boolean, from: LoadedImages) {
  const { plan } = changePlan(resolved, config.params, { splitByPosition });
  const trainer = createTrainer(plan, config.seed);
  const view = await drawView(trainer, from, { seed: config.seed, classes: 'all', step: 0 }, backend.guard);
  if (view.kind !== 'images') throw new Error('There are no images.');
  return { real: view.real, generated: view.generated.pixels };
}

it('DCGAN’s samples stand beside held-out images, of one half of the test set or the other', async () => {
  const [byLot, byPosition] = [await draw(false, data), await draw(true, data)];
  const training = await draw(false, { ...data, loaded: info.trainCount });
  expect(byLot.real.columns).toBe(12);
  expect(byLot.real.labels).toEqual(byPosition.real.labels);
  expect(byLot.real.pixels).not.toEqual(byPosition.real.pixels);
  expect(training.real.pixels).not.toEqual(byLot.real.pixels);
  expect(byPosition.generated).toEqual(byLot.generated);
});
