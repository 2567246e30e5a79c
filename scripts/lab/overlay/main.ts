/**
 * The overlay: mean digits of GAN and DRAGAN beside real ones, as docs/images/overlay.png and a table in docs/results.md.
 *
 *     npm run results:overlay -- [--seed 1] [--steps 500] [--samples 5000]
 *
 * The networks are those of `npm run results:quality`; what is not in runs/quality yet is trained first. One thread.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { info } from '../../../src/data/sets/mnist.ts';
import {
  createTrainer,
  disposeTrainer,
  drawReal,
  judgeGenerator,
  resolve,
  restoreSnapshot,
  startSimd,
} from '../../../src/engine/headless.ts';
import { loadWhole } from '../../build/packedData.ts';
import { openQuality } from '../../cli/evaluate/evaluator.ts';
import { configOf, trained } from '../quality/experiment.ts';
import { insertTable, markdownTable } from '../tables.ts';
import { decibels, overlayPicture, type System } from './picture.ts';

const COMMAND = 'npm run results:overlay';
const RESULTS = join('docs', 'results.md');
const PICTURE = join('docs', 'images', 'overlay.png');

const { values: given } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    steps: { type: 'string', default: '500' },
    samples: { type: 'string', default: '5000' },
  },
});
const [seed, steps, samples] = [given.seed, given.steps, given.samples].map(Number) as [number, number, number];

const backend = await startSimd({ threads: 1 });
const data = await loadWhole(info);
const quality = { ...openQuality(data, { samples }), chosen: [] };

async function systemOf(recipe: string, name: string): Promise<System> {
  const config = configOf(recipe, seed);
  const file = join('runs', 'quality', `${recipe}-${seed}.safetensors`);
  const { snapshot } = await trained(file, config, steps, data, backend);
  const { plan } = resolve(config);
  const trainer = createTrainer(plan, seed);
  restoreSnapshot(trainer, snapshot);
  const { means } = await judgeGenerator(trainer, backend, quality, await drawReal(quality, plan));
  disposeTrainer(trainer);
  if (!means) throw new Error(`${name} draws no images.`);
  return { name, means };
}

const systems = [await systemOf('gan', 'GAN'), await systemOf('dragan', 'DRAGAN')] as const;

const lineOf = ({ name, means: { pairs, psnr, floor } }: System): readonly string[] => {
  const counts = pairs.map(({ fake }) => fake?.count ?? 0);
  return [
    name,
    ...pairs.map((pair) => decibels(pair.psnr)),
    decibels(psnr),
    decibels(floor),
    `${Math.min(...counts)} … ${Math.max(...counts)}`,
  ];
};
const digits = systems[0].means.pairs.map((_, digit) => String(digit));
const table = markdownTable(['PSNR, dB', ...digits, 'mean', 'floor', 'samples of a digit'], systems.map(lineOf));
console.log(table);
writeFileSync(PICTURE, overlayPicture(systems));
writeFileSync(RESULTS, insertTable(readFileSync(RESULTS, 'utf8'), 'overlay', COMMAND, table));
